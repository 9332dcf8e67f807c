package org.mfg.output.figure;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;

/**
 * The 256 colours of an animation: those of a field first, then greys between ink and white for text and lines, and the colours of
 * exits.
 */
final class FramePalette {
    private static final int SCALE = 200;
    private static final int GREYS = 48;
    private static final int EXITS = 8;

    private final int[] rgb = new int[SCALE + GREYS + EXITS];
    private final Map<Integer, Integer> nearest = new HashMap<>();

    FramePalette(ColorMap map) {
        for (int k = 0; k < SCALE; k++) {
            rgb[k] = map.rgb(k / (SCALE - 1.0));
        }
        for (int k = 0; k < GREYS; k++) {
            rgb[SCALE + k] = grey(k / (GREYS - 1.0));
        }
        for (int k = 0; k < EXITS; k++) {
            rgb[SCALE + GREYS + k] = MassFigure.color(k);
        }
        rgb[SCALE + GREYS / 2] = Style.MISSING;
    }

    /** The grey a part of the way from ink to white. */
    private static int grey(double part) {
        int ink = Style.INK & 0xff;
        return 0x010101 * (int) Math.round(ink + part * (0xff - ink));
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
