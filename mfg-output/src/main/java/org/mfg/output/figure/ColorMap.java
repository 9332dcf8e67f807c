package org.mfg.output.figure;

/**
 * Colour maps that are perceptually uniform and monotone in luminance, so that they are readable in print without colour and, but for magma's purples, by the
 * colour-blind. Seventeen equidistant anchors, linear between them, which is closer than an eye can tell.
 *
 * <p>S. van der Walt, N. Smith (2015), "A better default colormap for Matplotlib", SciPy 2015; J. Nuñez, C. Anderton, R. Renslow (2018), "Optimizing colormaps
 * with consideration for color vision deficiency", PLOS ONE 13(7). The values are in the public domain (CC0).
 */
public enum ColorMap {
    VIRIDIS(
            0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e, 0x21918c, 0x1fa088,
            0x28ae80, 0x3fbc73, 0x5ec962, 0x84d44b, 0xaddc30, 0xd8e219, 0xfde725),
    CIVIDIS(
            0x00224e, 0x002e6a, 0x1a386f, 0x32436d, 0x434e6c, 0x535a6d, 0x61656f, 0x6f7073, 0x7d7c78, 0x8c8878,
            0x9b9476, 0xaba072, 0xbcae6c, 0xcdbb63, 0xdec958, 0xf0d846, 0xfee838),
    MAGMA(
            0x000004, 0x0a0822, 0x1d1147, 0x36106b, 0x51127c, 0x6a1c81, 0x832681, 0x9c2e7f, 0xb73779, 0xd0416f,
            0xe75263, 0xf56b5c, 0xfc8961, 0xfea772, 0xfec488, 0xfde2a3, 0xfcfdbf),
    GREY(0x202020, 0xf4f4f4);

    @SuppressWarnings("ImmutableEnumChecker") // Never given away.
    private final int[] anchors;

    ColorMap(int... anchors) {
        this.anchors = anchors;
    }

    /** The colour at position s of [0, 1] as 0xRRGGBB; positions outside are moved to the nearer end. */
    int rgb(double s) {
        double position = Math.max(0, Math.min(1, s)) * (anchors.length - 1);
        int k = Math.min((int) position, anchors.length - 2);
        double fraction = position - k;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = anchors[k] >> shift & 0xff;
            int high = anchors[k + 1] >> shift & 0xff;
            rgb |= (int) Math.round(low + fraction * (high - low)) << shift;
        }
        return rgb;
    }
}
