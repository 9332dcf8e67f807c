package org.mfg.output.figure;

import java.util.List;
import java.util.function.Consumer;

/**
 * A figure that is ready to be painted, on any canvas. Its unit is a 640th of its width.
 *
 * @param width the width in units
 * @param height the height in units
 * @param painter paints the figure into the rectangle from (0, 0) to (width, height) of a white canvas, y downwards
 */
record Picture(int width, int height, Consumer<Canvas> painter) {
    /** The width of every figure. */
    static final int WIDTH = 640;

    /** A figure of the common width. */
    static Picture of(int height, Consumer<Canvas> painter) {
        return new Picture(WIDTH, height, painter);
    }

    /** Figures of the common width below each other. */
    static Picture stacked(List<Picture> pictures) {
        int height = pictures.stream().mapToInt(Picture::height).sum();
        return of(height, canvas -> {
            double top = 0;
            for (Picture picture : pictures) {
                picture.painter().accept(new LoweredCanvas(canvas, top));
                top += picture.height();
            }
        });
    }
}
