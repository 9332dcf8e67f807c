package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * The density in the plane as an animated GIF that plays for ever, in about five seconds, on one colour scale. What all
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

    private final Plane plane;
    private final Equilibrium e;
    private final Axis colors;
    private final PlaneLayout layout;
    private final Panel panel;
    private final FramePalette palette = new FramePalette();
    private final int[] background;
    private final int width;
    private final int height;

    private DensityAnimation(Equilibrium e) {
        this.e = e;
        plane = new Plane(e.grid());
        colors = PlaneFigures.densityColors(e.m());
        layout = PlaneLayout.sharing(plane, 1, colors);
        panel = layout.panel(0);
        BufferedImage image = RasterCanvas.paint(picture(), PIXELS_PER_UNIT);
        width = image.getWidth();
        height = image.getHeight();
        background = image.getRGB(0, 0, width, height, null, 0, width);
    }

    /** The content of the file. */
    static byte[] of(Equilibrium e) throws IOException {
        DensityAnimation animation = new DensityAnimation(e);
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
        return Picture.of(layout.pictureHeight(), canvas -> {
            BufferedImage blank = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            blank.setRGB(0, 0, BLANK);
            canvas.image(blank, panel.area());
            PlanePanel.paintFrame(canvas, plane, panel);
            ColorBar.paint(canvas, layout.sharedBar(), colors);
        });
    }

    private BufferedImage frame(int level, String title) {
        int[] rgb = background.clone();
        paintTitle(rgb, title + plane.place());
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette.colorModel());
        byte[] pixels = ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
        PlaneField field = PlaneField.of(plane, e.m(), level);
        Rectangle2D area = panel.area();
        for (int k = 0; k < pixels.length; k++) {
            if ((rgb[k] & 0xffffff) == BLANK) {
                int column = k % width;
                int row = k / width;
                double a = ((column + 0.5) / PIXELS_PER_UNIT - area.getX()) / area.getWidth();
                double b = (area.getMaxY() - (row + 0.5) / PIXELS_PER_UNIT) / area.getHeight();
                double value = field.at(Math.max(0, Math.min(1, a)), Math.max(0, Math.min(1, b)));
                boolean drawable = Scale.isDrawable(value);
                pixels[k] = drawable ? palette.scale(colors.position(value)) : palette.nearest(Style.MISSING);
            } else {
                pixels[k] = palette.nearest(rgb[k]);
            }
        }
        return frame;
    }

    /** Paints the title over what is above the panel, which is white. */
    private void paintTitle(int[] rgb, String title) {
        Rectangle2D area = panel.area();
        int rows = (int) area.getY() - 4;
        BufferedImage strip = RasterCanvas.paint(
                Picture.of(
                        rows,
                        canvas -> canvas.text(title, Style.TICK, area.getX(), layout.titleY(0), Canvas.Align.START, 0)),
                PIXELS_PER_UNIT);
        int left = (int) (PIXELS_PER_UNIT * area.getX());
        int columns = (int) (PIXELS_PER_UNIT * area.getWidth());
        strip.getRGB(left, 0, columns, strip.getHeight(), rgb, left, width);
    }
}
