package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** A table of colours, with a colour bar; logarithmic where positive values spread over more than two decades. */
final class CellsFigure {
    private static final int HEIGHT = 420;
    private static final double BAR_WIDTH = 22;
    private static final double MARGIN = 6;
    private static final int MOST_TICKS = 10;
    private static final double WIDE = 100;
    private static final int PIXELS = 900;

    private CellsFigure() {}

    static Picture of(Cells cells) {
        double[] all = Arrays.stream(cells.values())
                .flatMapToDouble(Arrays::stream)
                .filter(Scale::isDrawable)
                .toArray();
        double least = Arrays.stream(all).min().orElse(0);
        boolean isLog = least > 0 && Arrays.stream(all).max().orElse(0) >= WIDE * least;
        Axis colors = isLog
                ? Axis.decadesAround(cells.valueLabel(), Scale.logarithms(all), 8)
                : Axis.linear(cells.valueLabel(), Scale.covering(all, 8));
        double width = Picture.WIDTH - BAR_WIDTH - AxisLine.depth(colors, 1, 0) - MARGIN;
        Panel panel = new Panel(
                new Rectangle2D.Double(0, 0, width, HEIGHT),
                positions(cells.xLabel(), cells.columns(), 6),
                positions(cells.yLabel(), cells.rows(), MOST_TICKS));
        return Picture.of(HEIGHT, canvas -> {
            Rectangle2D area = panel.area();
            canvas.image(image(cells, colors, isLog), area);
            panel.paintAxes(canvas);
            ColorBar.paint(canvas, new Rectangle2D.Double(width, area.getY(), BAR_WIDTH, area.getHeight()), colors);
        });
    }

    /** Painted as one image: cells side by side would show seams. */
    private static BufferedImage image(Cells cells, Axis colors, boolean isLog) {
        int columns = cells.columns().size();
        int rows = cells.rows().size();
        int width = columns * Math.max(1, PIXELS / columns);
        int height = rows * Math.max(1, PIXELS / rows);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                double value = cells.values()[rows - 1 - j * rows / height][i * columns / width];
                double position = colors.position(isLog ? Math.log10(value) : value);
                image.setRGB(i, j, Scale.isDrawable(value) ? Viridis.rgb(position) : Style.MISSING);
            }
        }
        return image;
    }

    /** Cell k lies between k - 1/2 and k + 1/2; of many names some are written. */
    private static Axis positions(String label, List<String> names, int most) {
        int n = names.size();
        double every = Math.max(1, Math.ceil((double) n / most));
        return new Axis(label, new Scale(-0.5, n - 0.5, every), k -> names.get((int) Math.round(k)), false);
    }
}
