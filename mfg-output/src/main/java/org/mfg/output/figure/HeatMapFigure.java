package org.mfg.output.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * A field as colours over time (to the right) and space (upwards), interpolated linearly between the nodes, optionally
 * with level lines at the ticks of the colour bar or with paths. The colours are one embedded image, in SVG as well.
 */
final class HeatMapFigure {
    private static final int HEIGHT = 400;
    private static final int IMAGE_WIDTH = 400;
    private static final int IMAGE_HEIGHT = 300;
    private static final int CONTOUR_CELLS = 150;
    private static final double BAR_WIDTH = 18;
    private static final double MARGIN = 4;
    private static final Pen PATH = new Pen(0xffffff, 0.75, 1f, List.of());
    private static final Pen CONTOUR = new Pen(0xffffff, 0.8, 1.1f, List.of());

    /** The part of the positive values that are no atoms, and how much larger an atom is. */
    private static final double USUAL = 0.99;

    private static final double ATOM = 1.5;

    private HeatMapFigure() {}

    /** The heat map of a field with paths over it: path[k][j] is at time level j; it has a gap where that is NaN. */
    static Picture of(Style style, SpaceTimeField field, double[][] paths) {
        return picture(style, field, colors(style, field), lines(field, paths), PATH);
    }

    /** The heat map of a field, with level lines if wanted. */
    static Picture of(Style style, SpaceTimeField field, boolean levelLines) {
        Axis colors = colors(style, field);
        SpaceTimeField thinned = field.thinned(CONTOUR_CELLS);
        Path2D lines = levelLines
                ? Contours.of(
                        thinned.t(),
                        thinned.x(),
                        thinned.values(),
                        colors.scale().ticks())
                : new Path2D.Double();
        return picture(style, field, colors, lines, CONTOUR);
    }

    /**
     * The heat map of a field >= 0 that has atoms, such as a pressure, which is large in single steps: the colours end at the value that one positive value in
     * a hundred exceeds, and the label tells the largest.
     */
    static Picture ofAtoms(Style style, SpaceTimeField field) {
        double[] positive =
                Arrays.stream(field.flat()).filter(v -> v > 0).sorted().toArray();
        if (positive.length == 0) {
            Axis colors = Axis.linear(
                    field.label() + ", 0 throughout",
                    style.limited(field.noun(), Scale.covering(new double[] {0, 1}, 8), 8));
            return picture(style, field, colors, new Path2D.Double(), CONTOUR);
        }
        double most = positive[positive.length - 1];
        double usual = positive[(int) (USUAL * (positive.length - 1))];
        if (most < ATOM * usual) {
            return of(style, field, false);
        }
        Axis colors = Axis.linear(
                field.label() + ", at most " + Numbers.shortest(most, 3),
                style.limited(field.noun(), Scale.covering(new double[] {0, usual}, 8), 8));
        return picture(style, field, colors, new Path2D.Double(), CONTOUR);
    }

    private static Axis colors(Style style, SpaceTimeField field) {
        return Axis.linear(field.label(), style.limited(field.noun(), Scale.covering(field.flat(), 8), 8));
    }

    private static Picture picture(Style style, SpaceTimeField field, Axis colors, Path2D lines, Pen pen) {
        BufferedImage image = image(style.colors(), field, colors);
        int height = style.scaled(HEIGHT);
        double width = style.units() - BAR_WIDTH - AxisLine.depth(style, colors, 1, 0) - MARGIN;
        Panel panel = new Panel(style, new Rectangle2D.Double(0, 0, width, height), field.times(5), field.positions(5));
        return new Picture(style, height, canvas -> {
            Rectangle2D area = panel.area();
            canvas.image(image, area);
            canvas.stroke(onPage(lines, panel), pen);
            panel.paintAxes(canvas);
            ColorBar.paint(canvas, new Rectangle2D.Double(width, area.getY(), BAR_WIDTH, area.getHeight()), colors);
        });
    }

    /** Paths as lines in coordinates (t, x); one that goes round a periodic axis does not cross the picture. */
    private static Path2D lines(SpaceTimeField field, double[][] paths) {
        double half = 0.5 * (field.x()[field.x().length - 1] - field.x()[0]);
        Path2D lines = new Path2D.Double();
        for (double[] path : paths) {
            for (int j = 0; j < path.length && !Double.isNaN(path[j]); j++) {
                if (j == 0 || Math.abs(path[j] - path[j - 1]) > half) {
                    lines.moveTo(field.t()[j], path[j]);
                } else {
                    lines.lineTo(field.t()[j], path[j]);
                }
            }
        }
        return lines;
    }

    private static BufferedImage image(ColorMap map, SpaceTimeField field, Axis colors) {
        BufferedImage image = new BufferedImage(IMAGE_WIDTH, IMAGE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[IMAGE_WIDTH];
        for (int row = 0; row < IMAGE_HEIGHT; row++) {
            double node = (1 - (row + 0.5) / IMAGE_HEIGHT) * (field.x().length - 1);
            for (int column = 0; column < IMAGE_WIDTH; column++) {
                double value = field.interpolate((column + 0.5) / IMAGE_WIDTH * field.last(), node);
                boolean drawable = Scale.isDrawable(value);
                line[column] = drawable ? map.rgb(colors.position(value)) : Style.MISSING;
            }
            image.setRGB(0, row, IMAGE_WIDTH, 1, line, 0, IMAGE_WIDTH);
        }
        return image;
    }

    /** Moves lines in coordinates (t, x) to where the panel shows them. */
    private static Path2D onPage(Path2D lines, Panel panel) {
        Point2D origin = panel.at(0, 0);
        Point2D unit = panel.at(1, 1);
        double across = unit.getX() - origin.getX();
        double down = unit.getY() - origin.getY();
        return new Path2D.Double(lines, new AffineTransform(across, 0, 0, down, origin.getX(), origin.getY()));
    }
}
