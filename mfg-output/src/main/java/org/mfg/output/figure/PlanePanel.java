package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** One level of a field as colours, with the obstacles, the exits, the frame and a title. */
final class PlanePanel {
    /** Pixels to a unit of the image that the colours are. */
    private static final double PIXELS = 1.3;

    private PlanePanel() {}

    /** Paints the colours. */
    static void paintColors(Canvas canvas, Panel panel, PlaneField field, Axis colors) {
        Rectangle2D area = panel.area();
        int width = (int) Math.ceil(PIXELS * area.getWidth());
        int height = (int) Math.ceil(PIXELS * area.getHeight());
        canvas.image(image(canvas.style().colors(), field, colors, width, height), area);
    }

    /** Paints what goes over the data. */
    static void paintFrame(Canvas canvas, Plane plane, Panel panel) {
        Obstacles.paint(canvas, plane, panel);
        panel.paintAxes(canvas);
        Obstacles.paintExits(canvas, plane, panel);
    }

    /** Writes a title above the panel. */
    static void paintTitle(Canvas canvas, Panel panel, String title, double y) {
        canvas.text(title, Style.TICK, panel.area().getX(), y, Canvas.Align.START, 0);
    }

    /** The colours of a field, grey where it has no value. */
    private static BufferedImage image(ColorMap map, PlaneField field, Axis colors, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double value = field.at((column + 0.5) / width, 1 - (row + 0.5) / height);
                boolean drawable = Scale.isDrawable(value);
                image.setRGB(column, row, drawable ? map.rgb(colors.position(value)) : Style.MISSING);
            }
        }
        return image;
    }
}
