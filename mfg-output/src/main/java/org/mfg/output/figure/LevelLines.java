package org.mfg.output.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The level lines of a field over its colours, each with its value where there is room: where the line is nearly
 * straight for the length of the text, no other line crosses the text, and no other label is near. The line has a gap
 * there.
 */
final class LevelLines {
    /** The distance of the places at which the field is sampled, in units. */
    private static final double FINE = 2.5;

    private static final double PAD = 3;

    /** Nearer to the ends of the field's range than this part of the distance between levels, there is no line. */
    private static final double ROUNDING = 1e-6;

    /** How far a label is from any other, in multiples of its width. */
    private static final double APART = 1.2;

    /** How far a line may leave the middle of its label, as a part of the distance between levels. */
    private static final double STRAIGHT = 0.35;

    /** The least length of a line between its label and the frame or an obstacle. */
    private static final double STUB = 8;

    private static final Pen PEN = new Pen(0xffffff, 0.85, 1f, List.of());
    private static final int LIGHT = 0xffffff;

    /** Darker colours than this position on the scale take light text. */
    private static final double DARK = 0.62;

    private final Style style;
    private final PlaneField field;
    private final Rectangle2D area;
    private final Axis colors;
    private final double[] levels;
    private final double spacing;
    private final List<Label> labels = new ArrayList<>();

    private record Label(String text, double x, double y, double angle, double half, double level) {
        /** Whether a point of the page is behind the text. */
        boolean covers(double px, double py) {
            double along = (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
            double across = (py - y) * Math.cos(angle) - (px - x) * Math.sin(angle);
            return Math.abs(along) < half && Math.abs(across) < 0.5 * Style.SMALL;
        }
    }

    private LevelLines(Style style, PlaneField field, Rectangle2D area, Axis colors, double[] levels, double spacing) {
        this.style = style;
        this.field = field;
        this.area = area;
        this.colors = colors;
        this.levels = levels;
        this.spacing = spacing;
    }

    /** Paints the lines of equally spaced levels of a field into an area of the page. */
    static void paint(Canvas canvas, PlaneField field, Rectangle2D area, Axis colors, Scale levels) {
        new LevelLines(canvas.style(), field, area, colors, between(field, levels), levels.step())
                .paint(canvas, levels);
    }

    /** The levels that the field crosses: at its least and largest value a line would be the rounding of a flat part. */
    private static double[] between(PlaneField field, Scale levels) {
        double margin = ROUNDING * levels.step();
        DoubleSummaryStatistics values =
                Arrays.stream(field.flat()).filter(Scale::isDrawable).summaryStatistics();
        return Arrays.stream(levels.ticks())
                .filter(level -> level > values.getMin() + margin && level < values.getMax() - margin)
                .toArray();
    }

    private void paint(Canvas canvas, Scale scale) {
        int columns = (int) Math.ceil(area.getWidth() / FINE);
        int rows = (int) Math.ceil(area.getHeight() / FINE);
        double[][] fine = field.resampled(columns, rows);
        List<Path2D> lines = new ArrayList<>();
        for (double level : levels) {
            Path2D line = Contours.of(
                    along(area.getX(), area.getMaxX(), columns),
                    along(area.getMaxY(), area.getY(), rows),
                    fine,
                    new double[] {level});
            lines.add(line);
            label(line, level, scale.format(level));
        }
        Path2D drawn = new Path2D.Double();
        lines.forEach(line -> appendOpen(drawn, line));
        canvas.stroke(drawn, PEN);
        for (Label label : labels) {
            int rgb = colors.position(label.level()) < DARK ? LIGHT : Style.INK;
            canvas.text(label.text(), Style.SMALL, label.x(), label.y(), Canvas.Align.MIDDLE, label.angle(), rgb);
        }
    }

    private static double[] along(double from, double to, int cells) {
        double[] places = new double[cells + 1];
        for (int k = 0; k <= cells; k++) {
            places[k] = from + (to - from) * k / cells;
        }
        return places;
    }

    /** Labels a line at its best place, if any is good. */
    private void label(Path2D line, double level, String text) {
        double half = 0.5 * style.width(text, Style.SMALL) + PAD;
        Label best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double[] s : segments(line)) {
            double angle = upright(Math.atan2(s[3] - s[1], s[2] - s[0]));
            Label candidate = new Label(text, 0.5 * (s[0] + s[2]), 0.5 * (s[1] + s[3]), angle, half, level);
            double badness = badness(candidate);
            if (badness < least) {
                least = badness;
                best = candidate;
            }
        }
        if (best != null) {
            labels.add(best);
        }
    }

    /** How bad a place is for a label: infinite if it is not to be used. */
    private double badness(Label label) {
        for (Label other : labels) {
            if (Math.hypot(label.x() - other.x(), label.y() - other.y()) < APART * (label.half() + other.half())) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double worst = 0;
        double crowded = 0;
        boolean hasRoom = true;
        for (double side : new double[] {-1, 1}) {
            for (double along : new double[] {0.5, 1}) {
                worst = Math.max(worst, Math.abs(valueNear(label, side * along * label.half(), 0) - label.level()));
            }
            double beyond = valueNear(label, side * (label.half() + STUB), 0);
            crowded = Math.max(crowded, Math.abs(valueNear(label, 0, side * Style.SMALL) - label.level()));
            hasRoom &= !Double.isNaN(beyond);
        }
        // Written so that a value that is not a number, outside or in an obstacle, is never good.
        boolean good = hasRoom && worst < STRAIGHT * spacing && crowded < spacing;
        return good
                ? worst / spacing + 0.2 * Math.abs(Math.sin(label.angle())) + 0.2 * crowded / spacing
                : Double.POSITIVE_INFINITY;
    }

    /** The field beside the middle of a label, or NaN where there is none. */
    private double valueNear(Label label, double along, double across) {
        double x = label.x() + along * Math.cos(label.angle()) - across * Math.sin(label.angle());
        double y = label.y() + along * Math.sin(label.angle()) + across * Math.cos(label.angle());
        double a = (x - area.getX()) / area.getWidth();
        double b = (area.getMaxY() - y) / area.getHeight();
        boolean isInside = a > 0 && a < 1 && b > 0 && b < 1;
        return isInside ? field.at(a, b) : Double.NaN;
    }

    private static double upright(double angle) {
        return angle > 0.5 * Math.PI ? angle - Math.PI : angle <= -0.5 * Math.PI ? angle + Math.PI : angle;
    }

    /** Adds those segments of a line that are not behind a label. */
    private void appendOpen(Path2D drawn, Path2D line) {
        for (double[] s : segments(line)) {
            double x = 0.5 * (s[0] + s[2]);
            double y = 0.5 * (s[1] + s[3]);
            if (labels.stream().noneMatch(label -> label.covers(x, y))) {
                drawn.moveTo(s[0], s[1]);
                drawn.lineTo(s[2], s[3]);
            }
        }
    }

    private static List<double[]> segments(Path2D line) {
        List<double[]> segments = new ArrayList<>();
        double[] p = new double[6];
        Point2D from = new Point2D.Double();
        for (PathIterator i = line.getPathIterator(new AffineTransform()); !i.isDone(); i.next()) {
            if (i.currentSegment(p) == PathIterator.SEG_LINETO) {
                segments.add(new double[] {from.getX(), from.getY(), p[0], p[1]});
            }
            from.setLocation(p[0], p[1]);
        }
        return segments;
    }
}
