package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is painted on it. */
final class RecordingCanvas implements Canvas {
    record Fill(Path2D area, int rgb) {}

    record Text(String text, Point2D at, int rgb) {}

    record Image(BufferedImage image, Rectangle2D area) {
        /** The colour in the middle. */
        int middle() {
            return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xffffff;
        }
    }

    final List<Fill> fills = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Image> images = new ArrayList<>();

    static RecordingCanvas of(Picture picture) {
        RecordingCanvas canvas = new RecordingCanvas();
        picture.painter().accept(canvas);
        return canvas;
    }

    @Override
    public void fill(Path2D area, int rgb) {
        fills.add(new Fill(area, rgb));
    }

    @Override
    public void stroke(Path2D line, Pen pen) {}

    @Override
    public void text(String text, float size, double x, double y, Align align, double angle, int rgb) {
        texts.add(new Text(text, new Point2D.Double(x, y), rgb));
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        images.add(new Image(image, area));
    }
}
