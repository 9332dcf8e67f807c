package org.mfg.output.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Paints a picture into pixels by Java2D. */
final class RasterCanvas implements Canvas {
    private static final Map<RenderingHints.Key, Object> HINTS = Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);

    private final Graphics2D g;
    private final Style style;

    private RasterCanvas(Graphics2D g, Style style) {
        this.g = g;
        this.style = style;
    }

    /** The picture on white, with the given number of pixels per unit. */
    static BufferedImage paint(Picture picture, double pixelsPerUnit) {
        int width = (int) Math.round(picture.width() * pixelsPerUnit);
        int height = (int) Math.round(picture.height() * pixelsPerUnit);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHints(HINTS);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.scale(pixelsPerUnit, pixelsPerUnit);
        picture.painter().accept(new RasterCanvas(g, picture.style()));
        g.dispose();
        return image;
    }

    @Override
    public Style style() {
        return style;
    }

    @Override
    public void fill(Path2D area, int rgb) {
        g.setColor(new Color(rgb));
        g.fill(area);
    }

    @Override
    public void stroke(Path2D line, Pen pen) {
        float weight = (float) style.weight();
        float[] dashes = new float[pen.dashes().size()];
        for (int k = 0; k < dashes.length; k++) {
            dashes[k] = weight * pen.dashes().get(k);
        }
        g.setColor(new Color(pen.rgb() | (int) Math.round(255 * pen.opacity()) << 24, true));
        g.setStroke(new BasicStroke(
                weight * pen.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dashes.length == 0 ? null : dashes,
                0));
        g.draw(line);
    }

    @Override
    public void text(String text, float size, double x, double y, Align align, double angle, int rgb) {
        AffineTransform transform = g.getTransform();
        g.translate(x, y);
        g.rotate(angle);
        g.setColor(new Color(rgb));
        double at = -style.width(text, size) * align.ordinal() / 2.0;
        for (TextRun run : style.runs(text)) {
            double height = size * run.scale();
            g.setFont(style.typeface().font(height, run.text()));
            g.drawString(run.text(), (float) at, (float) (size * (Style.MIDDLE - run.rise())));
            at += style.typeface().width(run.text(), height);
        }
        g.setTransform(transform);
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        g.drawImage(image, place, null);
    }
}
