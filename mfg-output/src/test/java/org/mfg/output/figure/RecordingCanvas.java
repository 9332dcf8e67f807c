package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is painted on it. */
final class RecordingCanvas implements Canvas {
    record Fill(Path2D area, int rgb) {}

    record Stroke(Path2D line, Pen pen) {}

    record Text(String text, Point2D at, int rgb) {}

    record Image(BufferedImage image, Rectangle2D area) {
        /** The colour in the middle. */
        int middle() {
            return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xffffff;
        }
    }

    final List<Fill> fills = new ArrayList<>();
    final List<Stroke> strokes = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Image> images = new ArrayList<>();

    static RecordingCanvas of(Picture picture) {
        RecordingCanvas canvas = new RecordingCanvas();
        picture.painter().accept(canvas);
        return canvas;
    }

    /** Tail and tip of all arrows: an arrow is a closed path of seven points, and the fourth is its tip. */
    List<Point2D[]> arrows() {
        List<Point2D[]> arrows = new ArrayList<>();
        double[] p = new double[6];
        for (Fill fill : fills) {
            List<Point2D> points = new ArrayList<>();
            for (PathIterator i = fill.area().getPathIterator(null); fill.rgb() == 0xffffff && !i.isDone(); i.next()) {
                if (i.currentSegment(p) == PathIterator.SEG_CLOSE) {
                    Point2D tail = new Point2D.Double(
                            0.5 * (points.get(0).getX() + points.get(6).getX()),
                            0.5 * (points.get(0).getY() + points.get(6).getY()));
                    arrows.add(new Point2D[] {tail, points.get(3)});
                    points.clear();
                } else {
                    points.add(new Point2D.Double(p[0], p[1]));
                }
            }
        }
        return arrows;
    }

    @Override
    public Style style() {
        return Style.HOUSE;
    }

    @Override
    public void fill(Path2D area, int rgb) {
        fills.add(new Fill(area, rgb));
    }

    @Override
    public void stroke(Path2D line, Pen pen) {
        strokes.add(new Stroke(line, pen));
    }

    @Override
    public void text(String text, float size, double x, double y, Align align, double angle, int rgb) {
        texts.add(new Text(text, new Point2D.Double(x, y), rgb));
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        images.add(new Image(image, area));
    }
}
