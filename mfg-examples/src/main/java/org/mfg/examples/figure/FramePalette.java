package org.mfg.examples.figure;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;

/**
 * The 256 colours of an animation: viridis first, then greys between ink and white for text and lines, and blends of the
 * colour of exits with white.
 */
final class FramePalette {
    private static final int SCALE = 200;
    private static final int GREYS = 48;
    private static final int BLENDS = 8;

    private final int[] rgb = new int[SCALE + GREYS + BLENDS];
    private final Map<Integer, Integer> nearest = new HashMap<>();

    FramePalette() {
        for (int k = 0; k < SCALE; k++) {
            rgb[k] = Viridis.rgb(k / (SCALE - 1.0));
        }
        for (int k = 0; k < GREYS; k++) {
            rgb[SCALE + k] = blend(Style.INK, 0xffffff, k / (GREYS - 1.0));
        }
        for (int k = 0; k < BLENDS; k++) {
            rgb[SCALE + GREYS + k] = blend(Obstacles.EXIT, 0xffffff, (double) k / BLENDS);
        }
        rgb[SCALE + GREYS / 2] = Style.MISSING;
    }

    private static int blend(int from, int to, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            mixed |= (int) Math.round(a + part * (b - a)) << shift;
        }
        return mixed;
    }

    /** The palette as images want it. */
    IndexColorModel colorModel() {
        return new IndexColorModel(8, rgb.length, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    /** The index of the colour at position s of the scale. */
    byte scale(double s) {
        return (byte) Math.round(Math.max(0, Math.min(1, s)) * (SCALE - 1));
    }

    /** The index of the colour that is nearest to the given one. */
    byte nearest(int color) {
        return nearest.computeIfAbsent(color & 0xffffff, this::search).byteValue();
    }

    private int search(int color) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < rgb.length; k++) {
            int distance = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int d = (color >> shift & 0xff) - (rgb[k] >> shift & 0xff);
                distance += d * d;
            }
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }
}
