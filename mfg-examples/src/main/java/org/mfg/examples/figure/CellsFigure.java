package org.mfg.examples.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/** A table of colours, with a colour bar; logarithmic where positive values spread over more than two decades. */
final class CellsFigure {
    private static final int HEIGHT = 420;
    private static final double BAR_WIDTH = 22;
    private static final double MARGIN = 6;
    private static final int MOST_TICKS = 10;
    private static final double WIDE = 100;

    private CellsFigure() {}

    static Picture of(Cells cells) {
        double[] all = Arrays.stream(cells.values())
                .flatMapToDouble(Arrays::stream)
                .filter(Scale::isDrawable)
                .toArray();
        double least = Arrays.stream(all).min().orElse(0);
        boolean isLog = least > 0 && Arrays.stream(all).max().orElse(0) >= WIDE * least;
        Axis colors =
                isLog ? decades(cells.valueLabel(), all) : Axis.linear(cells.valueLabel(), Scale.covering(all, 8));
        double width = Picture.WIDTH - BAR_WIDTH - AxisLine.depth(colors, 1, 0) - MARGIN;
        Panel panel = new Panel(
                new Rectangle2D.Double(0, 0, width, HEIGHT),
                positions(cells.xLabel(), cells.columns(), 6),
                positions(cells.yLabel(), cells.rows(), MOST_TICKS));
        return Picture.of(HEIGHT, canvas -> {
            Rectangle2D area = panel.area();
            double across = area.getWidth() / cells.columns().size();
            double up = area.getHeight() / cells.rows().size();
            for (int row = 0; row < cells.rows().size(); row++) {
                for (int column = 0; column < cells.columns().size(); column++) {
                    double value = cells.values()[row][column];
                    boolean drawable = Scale.isDrawable(value);
                    Rectangle2D cell = new Rectangle2D.Double(
                            area.getX() + column * across, area.getMaxY() - (row + 1) * up, across, up);
                    double position = colors.position(isLog && drawable ? Math.log10(value) : value);
                    canvas.fill(new Path2D.Double(cell), drawable ? Viridis.rgb(position) : Style.MISSING);
                }
            }
            panel.paintAxes(canvas);
            ColorBar.paint(canvas, new Rectangle2D.Double(width, area.getY(), BAR_WIDTH, area.getHeight()), colors);
        });
    }

    private static Axis decades(String label, double[] values) {
        double first = Math.floor(Math.log10(Arrays.stream(values).min().orElse(0.1)) + 1e-9);
        double last = Math.ceil(Math.log10(Arrays.stream(values).max().orElse(1)) - 1e-9);
        return Axis.decades(label, new Scale(first, last, Math.max(1, Math.ceil((last - first) / 8))));
    }

    /** Cell k lies between k - 1/2 and k + 1/2; of many names some are written. */
    private static Axis positions(String label, List<String> names, int most) {
        int n = names.size();
        double every = Math.max(1, Math.ceil((double) n / most));
        return new Axis(label, new Scale(-0.5, n - 0.5, every), k -> names.get((int) Math.round(k)), false);
    }
}
