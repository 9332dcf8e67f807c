package org.mfg.output.figure;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.List;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * The density in the plane, of each state beside each other, as an animated GIF that plays for ever, in about five seconds, on one colour scale. What all
 * frames have in common is painted once; a frame is that with the colours and the time put in.
 */
final class DensityAnimation {
    /** Frames are this many time levels apart at most as there are places for. */
    private static final int MOST_FRAMES = 65;

    private static final double PIXELS_PER_UNIT = 0.75;
    private static final int PLAY = 500;
    private static final int QUICKEST = 5;
    private static final int SLOWEST = 25;
    private static final int PAUSE = 120;

    /** What the data is painted over; no other part of the picture has exactly this colour. */
    private static final int BLANK = 0x440155;

    private final Style style;
    private final List<Plane> planes;
    private final Equilibrium e;
    private final Axis colors;
    private final PlaneLayout layout;
    private final FramePalette palette;
    private final int[] background;
    private final int width;
    private final int height;

    private DensityAnimation(Style style, Equilibrium e) {
        this.style = style;
        palette = new FramePalette(style.colors());
        this.e = e;
        planes = Plane.of(e.grid());
        colors = PlaneFigures.densityColors(style, e.m());
        layout = PlaneLayout.sharing(style, planes.get(0), planes.size(), colors);
        BufferedImage image = RasterCanvas.paint(picture(), PIXELS_PER_UNIT);
        width = image.getWidth();
        height = image.getHeight();
        background = image.getRGB(0, 0, width, height, null, 0, width);
    }

    /** The content of the file. */
    static byte[] of(Style style, Equilibrium e) throws IOException {
        DensityAnimation animation = new DensityAnimation(style, e);
        int stride = (e.time().steps() + MOST_FRAMES - 2) / (MOST_FRAMES - 1);
        int frames = (e.time().steps() + stride - 1) / stride + 1;
        int delay = Math.max(QUICKEST, Math.min(SLOWEST, PLAY / frames));
        double interval = stride * e.time().horizon() / e.time().steps();
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(interval) - 1e-9));
        try (GifWriter gif = new GifWriter()) {
            for (int k = 0; k < frames; k++) {
                int level = Math.min(k * stride, e.time().steps());
                String time = Numbers.decimal(e.time().time(level), digits);
                gif.add(animation.frame(level, "t = " + time), level == e.time().steps() ? PAUSE : delay);
            }
            return gif.content();
        }
    }

    private Picture picture() {
        return new Picture(style, layout.pictureHeight(), canvas -> {
            BufferedImage blank = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            blank.setRGB(0, 0, BLANK);
            for (int k = 0; k < planes.size(); k++) {
                canvas.image(blank, layout.panel(k).area());
                PlanePanel.paintFrame(canvas, planes.get(k), layout.panel(k));
            }
            ColorBar.paint(canvas, layout.sharedBar(), colors);
        });
    }

    private BufferedImage frame(int level, String time) {
        int[] rgb = background.clone();
        for (int k = 0; k < planes.size(); k++) {
            paintTitle(rgb, time + planes.get(k).place(), k);
        }
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette.colorModel());
        byte[] pixels = ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] = palette.nearest(rgb[p]);
        }
        for (int k = 0; k < planes.size(); k++) {
            paintColors(
                    rgb,
                    pixels,
                    PlaneField.of(planes.get(k), e.m(), level),
                    layout.panel(k).area());
        }
        return frame;
    }

    /** Paints a field over what is blank in a panel. */
    private void paintColors(int[] rgb, byte[] pixels, PlaneField field, Rectangle2D area) {
        Rectangle pixelsOfArea = new Rectangle2D.Double(
                        PIXELS_PER_UNIT * area.getX(),
                        PIXELS_PER_UNIT * area.getY(),
                        PIXELS_PER_UNIT * area.getWidth(),
                        PIXELS_PER_UNIT * area.getHeight())
                .getBounds()
                .intersection(new Rectangle(width, height));
        for (int row = pixelsOfArea.y; row < pixelsOfArea.getMaxY(); row++) {
            double b = (area.getMaxY() - (row + 0.5) / PIXELS_PER_UNIT) / area.getHeight();
            for (int column = pixelsOfArea.x; column < pixelsOfArea.getMaxX(); column++) {
                int p = row * width + column;
                if ((rgb[p] & 0xffffff) == BLANK) {
                    double a = ((column + 0.5) / PIXELS_PER_UNIT - area.getX()) / area.getWidth();
                    double value = field.at(Math.max(0, Math.min(1, a)), Math.max(0, Math.min(1, b)));
                    boolean drawable = Scale.isDrawable(value);
                    pixels[p] = drawable ? palette.scale(colors.position(value)) : palette.nearest(Style.MISSING);
                }
            }
        }
    }

    /** Paints the title over what is above panel k, which is white. */
    private void paintTitle(int[] rgb, String title, int k) {
        Rectangle2D area = layout.panel(k).area();
        double y = layout.titleY(k);
        BufferedImage strip = RasterCanvas.paint(
                new Picture(
                        style,
                        (int) area.getY() - 4,
                        canvas -> canvas.text(title, Style.TICK, area.getX(), y, Canvas.Align.START, 0)),
                PIXELS_PER_UNIT);
        int left = (int) (PIXELS_PER_UNIT * area.getX());
        int top = (int) (PIXELS_PER_UNIT * (y - Style.TICK));
        int columns = (int) (PIXELS_PER_UNIT * area.getWidth());
        strip.getRGB(left, top, columns, strip.getHeight() - top, rgb, top * width + left, width);
    }
}
