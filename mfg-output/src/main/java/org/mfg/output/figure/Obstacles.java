package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.mfg.api.grid.Exit;

/** Paints the cells of the nodes that are in obstacles, grey with an outline, and the exits. */
final class Obstacles {
    private static final double EXIT_WIDTH = 5;

    private final Plane plane;
    private final Panel panel;

    private Obstacles(Plane plane, Panel panel) {
        this.plane = plane;
        this.panel = panel;
    }

    /** Paints the obstacles into a panel. */
    static void paint(Canvas canvas, Plane plane, Panel panel) {
        Obstacles obstacles = new Obstacles(plane, panel);
        canvas.fill(obstacles.cells(), Style.MISSING);
        canvas.stroke(obstacles.outline(), Pen.AXIS);
    }

    /** Paints the exits in the colours of their curves, over the frame of a panel. */
    static void paintExits(Canvas canvas, Plane plane, Panel panel) {
        Obstacles obstacles = new Obstacles(plane, panel);
        List<Exit> exits = plane.grid().exits();
        for (int k = 0; k < exits.size(); k++) {
            Exit exit = exits.get(k);
            Path2D bar = new Path2D.Double();
            for (int node : exit.nodes()) {
                if (exit.axis() < 2 && plane.contains(node)) {
                    bar.append(obstacles.bar(node, exit.axis(), exit.isUpper()), false);
                }
            }
            canvas.fill(bar, MassFigure.color(k));
        }
    }

    private Path2D cells() {
        Path2D cells = new Path2D.Double();
        for (int i = 0; i < plane.nodes(0); i++) {
            for (int j = 0; j < plane.nodes(1); j++) {
                if (isWall(i, j)) {
                    cells.append(cell(i, j), false);
                }
            }
        }
        return cells;
    }

    private Path2D outline() {
        Path2D outline = new Path2D.Double();
        for (int i = 0; i < plane.nodes(0); i++) {
            for (int j = 0; j < plane.nodes(1); j++) {
                if (isWall(i, j)) {
                    Rectangle2D cell = cell(i, j);
                    edge(outline, i - 1, j, cell.getX(), cell.getY(), cell.getX(), cell.getMaxY());
                    edge(outline, i + 1, j, cell.getMaxX(), cell.getY(), cell.getMaxX(), cell.getMaxY());
                    edge(outline, i, j - 1, cell.getX(), cell.getMaxY(), cell.getMaxX(), cell.getMaxY());
                    edge(outline, i, j + 1, cell.getX(), cell.getY(), cell.getMaxX(), cell.getY());
                }
            }
        }
        return outline;
    }

    /** Draws an edge of a cell if the neighbour beyond it is free. */
    private void edge(Path2D outline, int i, int j, double x1, double y1, double x2, double y2) {
        boolean isInside = i >= 0 && j >= 0 && i < plane.nodes(0) && j < plane.nodes(1);
        if (isInside && !isWall(i, j)) {
            outline.moveTo(x1, y1);
            outline.lineTo(x2, y2);
        }
    }

    private boolean isWall(int i, int j) {
        return plane.grid().isWall(plane.node(i, j));
    }

    /** The cell of a node on the page. */
    private Rectangle2D cell(int i, int j) {
        Point2D a = panel.at(edge(0, i - 0.5), edge(1, j - 0.5));
        Point2D b = panel.at(edge(0, i + 0.5), edge(1, j + 0.5));
        return new Rectangle2D.Double(a.getX(), b.getY(), b.getX() - a.getX(), a.getY() - b.getY());
    }

    /** The middle between two nodes on axis k, or an end of the domain. */
    private double edge(int k, double index) {
        double[] nodes = plane.positions(k);
        int below = (int) Math.floor(index);
        if (below < 0) {
            return nodes[0];
        }
        return below + 1 < nodes.length ? 0.5 * (nodes[below] + nodes[below + 1]) : nodes[below];
    }

    /** The part of an exit that belongs to a node, a bar along the frame. */
    private Rectangle2D bar(int node, int axis, boolean isUpper) {
        Rectangle2D cell = cell(plane.grid().index(node, 0), plane.grid().index(node, 1));
        double half = 0.5 * EXIT_WIDTH;
        if (axis == 0) {
            double x = isUpper ? cell.getMaxX() : cell.getX();
            return new Rectangle2D.Double(x - half, cell.getY(), EXIT_WIDTH, cell.getHeight());
        }
        double y = isUpper ? cell.getY() : cell.getMaxY();
        return new Rectangle2D.Double(cell.getX(), y - half, cell.getWidth(), EXIT_WIDTH);
    }
}
