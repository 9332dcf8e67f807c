package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/**
 * The drift of the agents' {@linkplain Policy policy} as arrows, centred at the nodes of a coarse lattice, where the density is worth showing. The fastest
 * one of a panel is as long as the lattice allows, and the title says how fast it is.
 */
final class DriftArrows {
    /** The distance of two arrows on the page. */
    private static final double DISTANCE = 19;

    private static final double LONGEST = 0.92 * DISTANCE;

    /** Shorter ones would be dots. */
    private static final double SHORTEST = 2.5;

    /** No arrows where the density is less than this part of the largest one of the figure. */
    private static final double THIN = 0.01;

    /** A crowd that goes no further than this part of the domain rests: its drift is rounding. */
    private static final double AT_REST = 1e-9;

    private static final double HEAD = 6;
    private static final double SHAFT_WIDTH = 1.7;
    private static final double HEAD_WIDTH = 6;
    private static final int FILL = 0xffffff;
    private static final Pen EDGE = new Pen(Style.INK, 1, 0.7f, List.of());

    private record Arrow(Point2D at, double across, double down, double speed) {}

    private final Plane plane;
    private final Policy policy;
    private final Equilibrium e;
    private final double thin;

    DriftArrows(Plane plane, DiscreteGame game, Equilibrium e, double largestDensity) {
        this.plane = plane;
        policy = game.policy(e.u(), e.m());
        this.e = e;
        thin = THIN * largestDensity;
    }

    /**
     * Paints the arrows of the time step that begins at a level into a panel, and the key to their length in the row of its title; none at the last
     * level, where nobody moves any more.
     */
    void paint(Canvas canvas, Panel panel, int level, String title, double titleY) {
        if (level == e.time().steps()) {
            return;
        }
        List<Arrow> arrows = arrows(panel, level);
        double fastest = arrows.stream().mapToDouble(Arrow::speed).max().orElse(0);
        double across = Math.max(plane.axis(0).length(), plane.axis(1).length());
        if (fastest * e.time().horizon() < AT_REST * across) {
            return;
        }
        Path2D shapes = new Path2D.Double();
        for (Arrow arrow : arrows) {
            double length = LONGEST * arrow.speed() / fastest;
            double direction = Math.atan2(arrow.down(), arrow.across());
            if (length >= SHORTEST && isFree(panel, arrow.at(), direction, length)) {
                shapes.append(shape(arrow.at(), direction, length), false);
            }
        }
        canvas.fill(shapes, FILL);
        canvas.stroke(shapes, EDGE);
        paintKey(canvas, panel, fastest, canvas.style().width(title, Style.TICK), titleY);
    }

    /** Paints the key right of the title, if there is room. */
    private static void paintKey(Canvas canvas, Panel panel, double fastest, double titleWidth, double titleY) {
        Style style = canvas.style();
        String speed = Numbers.shortest(fastest, 2);
        double right = panel.area().getMaxX();
        double text = style.width(speed, Style.SMALL);
        Point2D middle = new Point2D.Double(right - text - 5 - 0.5 * LONGEST, titleY);
        if (panel.area().getWidth() > titleWidth + text + 2 * LONGEST) {
            canvas.text(speed, Style.SMALL, right, titleY, Canvas.Align.END, 0);
            canvas.fill(shape(middle, 0, LONGEST), Style.INK);
        }
    }

    private List<Arrow> arrows(Panel panel, int level) {
        Grid grid = plane.grid();
        double unit = panel.area().getWidth() / plane.axis(0).length();
        double unitDown = panel.area().getHeight() / plane.axis(1).length();
        int[] columns = lattice(0, unit);
        int[] rows = lattice(1, unitDown);
        List<Arrow> arrows = new ArrayList<>();
        for (int i : columns) {
            for (int j : rows) {
                int node = plane.node(i, j);
                boolean isFree = !grid.isWall(node) && !grid.isExit(node);
                if (isFree && e.m()[level * grid.size() + node] > thin) {
                    double across = policy.drift(level, node, 0);
                    double up = policy.drift(level, node, 1);
                    double speed = Math.hypot(across, up);
                    if (Scale.isDrawable(speed)) {
                        Point2D at = panel.at(grid.coordinate(node, 0), grid.coordinate(node, 1));
                        arrows.add(new Arrow(at, across * unit, -up * unitDown, speed));
                    }
                }
            }
        }
        return arrows;
    }

    /** Whether both ends of an arrow are inside the panel and outside obstacles. */
    private boolean isFree(Panel panel, Point2D middle, double direction, double length) {
        Rectangle2D area = panel.area();
        for (double half : new double[] {-0.5 * length, 0.5 * length}) {
            double x = middle.getX() + half * Math.cos(direction);
            double y = middle.getY() + half * Math.sin(direction);
            double a = (x - area.getX()) / area.getWidth();
            double b = (area.getMaxY() - y) / area.getHeight();
            if (a < 0 || a > 1 || b < 0 || b > 1 || plane.isWallAt(a, b)) {
                return false;
            }
        }
        return true;
    }

    /** The indices on axis k of the lattice: on an even axis a stride apart, else of the nodes nearest to even places. */
    private int[] lattice(int k, double unit) {
        double spacing = plane.axis(k).length() / (plane.positions(k).length - 1);
        int stride = Math.max(1, (int) Math.round(DISTANCE / (unit * spacing)));
        int cells = plane.nodes(k) - 1;
        int gaps = Math.max(0, cells / stride - 1);
        int first = (cells - gaps * stride) / 2;
        double[] nodes = Arrays.copyOf(plane.positions(k), cells + 1);
        return IntStream.rangeClosed(0, (cells - first) / stride)
                .map(gap -> (int) Math.round(PlaneField.index(nodes, (first + gap * (double) stride) / cells)))
                .distinct()
                .toArray();
    }

    /** An arrow with its middle at a point of the page. */
    private static Path2D shape(Point2D middle, double direction, double length) {
        double head = Math.min(HEAD, 0.7 * length);
        double wide = 0.5 * HEAD_WIDTH * head / HEAD;
        double narrow = 0.5 * SHAFT_WIDTH * Math.sqrt(head / HEAD);
        double[][] outline = {
            {-0.5 * length, -narrow},
            {0.5 * length - head, -narrow},
            {0.5 * length - head, -wide},
            {0.5 * length, 0},
            {0.5 * length - head, wide},
            {0.5 * length - head, narrow},
            {-0.5 * length, narrow}
        };
        Path2D shape = new Path2D.Double();
        for (double[] p : outline) {
            double x = middle.getX() + p[0] * Math.cos(direction) - p[1] * Math.sin(direction);
            double y = middle.getY() + p[0] * Math.sin(direction) + p[1] * Math.cos(direction);
            if (shape.getCurrentPoint() == null) {
                shape.moveTo(x, y);
            } else {
                shape.lineTo(x, y);
            }
        }
        shape.closePath();
        return shape;
    }
}
