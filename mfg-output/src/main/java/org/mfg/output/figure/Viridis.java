package org.mfg.output.figure;

import java.awt.Color;

/**
 * The colour map viridis: perceptually uniform, monotone in luminance, and readable in print without colour and by the
 * colour-blind. Seventeen equidistant anchors, linear between them, which is closer than an eye can tell.
 *
 * <p>S. van der Walt, N. Smith (2015), "A better default colormap for Matplotlib", SciPy 2015; the values are in the
 * public domain (CC0).
 */
final class Viridis {
    private static final int[] ANCHORS = {
        0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e, 0x21918c, 0x1fa088, 0x28ae80,
        0x3fbc73, 0x5ec962, 0x84d44b, 0xaddc30, 0xd8e219, 0xfde725
    };

    private Viridis() {}

    /** The colour at position s of [0, 1] as 0xRRGGBB; positions outside are moved to the nearer end. */
    static int rgb(double s) {
        double position = Math.max(0, Math.min(1, s)) * (ANCHORS.length - 1);
        int k = Math.min((int) position, ANCHORS.length - 2);
        double fraction = position - k;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = ANCHORS[k] >> shift & 0xff;
            int high = ANCHORS[k + 1] >> shift & 0xff;
            rgb |= (int) Math.round(low + fraction * (high - low)) << shift;
        }
        return rgb;
    }

    /** The colour at position s of [0, 1]. */
    static Color color(double s) {
        return new Color(rgb(s));
    }
}
