package org.mfg.output.figure;

import java.util.List;
import java.util.function.Consumer;

/**
 * A figure that is ready to be painted, on any canvas.
 *
 * @param style the look, for which it has been laid out; its width is that of the figure
 * @param height the height in units
 * @param painter paints the figure into the rectangle from (0, 0) to (width, height) of a white canvas, y downwards
 */
record Picture(Style style, int height, Consumer<Canvas> painter) {
    private static final int NOTE = 28;

    /** The width in units. */
    int width() {
        return style.units();
    }

    /** Figures below each other; at least one. */
    static Picture stacked(List<Picture> pictures) {
        int height = pictures.stream().mapToInt(Picture::height).sum();
        return new Picture(pictures.get(0).style, height, canvas -> {
            double top = 0;
            for (Picture picture : pictures) {
                picture.painter().accept(new LoweredCanvas(canvas, top));
                top += picture.height();
            }
        });
    }

    /** The same below a line that must not be overlooked; just the same where there is none. */
    Picture under(String note) {
        if (note.isEmpty()) {
            return this;
        }
        Picture line = new Picture(
                style,
                NOTE,
                canvas -> canvas.text(
                        note, Style.TICK, 0.5 * width(), 0.55 * NOTE, Canvas.Align.MIDDLE, 0, Style.WARNING));
        return stacked(List.of(line, this));
    }
}
