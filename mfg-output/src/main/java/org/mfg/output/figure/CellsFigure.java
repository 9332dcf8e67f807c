package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A table of colours, with a colour bar; logarithmic where positive values spread over more than two decades. */
final class CellsFigure {
    private static final int HEIGHT = 420;
    private static final double BAR_WIDTH = 22;
    private static final double MARGIN = 6;
    private static final int MOST_TICKS = 10;
    private static final double WIDE = 100;
    private static final int PIXELS = 900;

    private CellsFigure() {}

    static Picture of(Style style, Cells cells) {
        double[] all = Arrays.stream(cells.values())
                .flatMapToDouble(Arrays::stream)
                .filter(Scale::isDrawable)
                .toArray();
        double least = Arrays.stream(all).min().orElse(0);
        boolean isLog = least > 0 && Arrays.stream(all).max().orElse(0) >= WIDE * least;
        Axis colors = isLog
                ? Axis.decadesAround(cells.valueLabel(), Scale.logarithms(all), 8)
                : Axis.linear(cells.valueLabel(), Scale.covering(all, 8));
        int height = style.scaled(HEIGHT);
        double width = style.units() - BAR_WIDTH - AxisLine.depth(style, colors, 1, 0) - MARGIN;
        Panel panel = new Panel(
                style,
                new Rectangle2D.Double(0, 0, width, height),
                positions(cells.x(), 6),
                positions(cells.y(), MOST_TICKS));
        return new Picture(style, height, canvas -> {
            Rectangle2D area = panel.area();
            canvas.image(image(style.colors(), cells, colors, isLog), area);
            panel.paintAxes(canvas);
            ColorBar.paint(canvas, new Rectangle2D.Double(width, area.getY(), BAR_WIDTH, area.getHeight()), colors);
        });
    }

    /** Painted as one image: cells side by side would show seams. */
    private static BufferedImage image(ColorMap map, Cells cells, Axis colors, boolean isLog) {
        int[] columns = cellsOfPixels(cells.x().edges());
        int[] rows = cellsOfPixels(cells.y().edges());
        BufferedImage image = new BufferedImage(columns.length, rows.length, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < columns.length; i++) {
                double value = cells.values()[rows[rows.length - 1 - j]][columns[i]];
                double position = colors.position(isLog ? Math.log10(value) : value);
                image.setRGB(i, j, Scale.isDrawable(value) ? map.rgb(position) : Style.MISSING);
            }
        }
        return image;
    }

    /** The cell that each pixel is in. */
    private static int[] cellsOfPixels(double[] edges) {
        int cells = edges.length - 1;
        int[] cell = new int[cells * Math.max(1, PIXELS / cells)];
        int k = 0;
        for (int p = 0; p < cell.length; p++) {
            double place = edges[0] + (p + 0.5) / cell.length * (edges[cells] - edges[0]);
            while (k < cells - 1 && place > edges[k + 1]) {
                k++;
            }
            cell[p] = k;
        }
        return cell;
    }

    /** Of many names some are written; a logarithmic axis has powers of ten where it has two of them. */
    private static Axis positions(Cells.Side side, int most) {
        double[] edges = side.edges();
        double lower = edges[0];
        double upper = edges[edges.length - 1];
        if (!side.isLogarithmic()) {
            double every = Math.max(1, Math.ceil((upper - lower) / most));
            return new Axis(
                    side.label(),
                    new Scale(lower, upper, every),
                    k -> side.names().get((int) Math.round(k)),
                    false);
        }
        if (Math.floor(upper) - Math.ceil(lower) >= 1) {
            return Axis.decades(side.label(), new Scale(lower, upper, Math.max(1, Math.ceil((upper - lower) / most))));
        }
        return new Axis(side.label(), Scale.exactly(lower, upper, 4), k -> Numbers.shortest(Math.pow(10, k), 2), false);
    }
}
