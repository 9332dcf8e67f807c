package org.mfg.output.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Another canvas from some height downwards.
 *
 * @param canvas what is painted on
 * @param top where its y is 0
 */
record LoweredCanvas(Canvas canvas, double top) implements Canvas {
    @Override
    public Style style() {
        return canvas.style();
    }

    @Override
    public void fill(Path2D area, int rgb) {
        canvas.fill(lowered(area), rgb);
    }

    @Override
    public void stroke(Path2D line, Pen pen) {
        canvas.stroke(lowered(line), pen);
    }

    @Override
    public void text(String text, float size, double x, double y, Align align, double angle, int rgb) {
        canvas.text(text, size, x, y + top, align, angle, rgb);
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        canvas.image(image, new Rectangle2D.Double(area.getX(), area.getY() + top, area.getWidth(), area.getHeight()));
    }

    private Path2D lowered(Path2D path) {
        return new Path2D.Double(path, AffineTransform.getTranslateInstance(0, top));
    }
}
