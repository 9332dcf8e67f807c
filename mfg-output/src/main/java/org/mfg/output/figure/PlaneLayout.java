package org.mfg.output.figure;

import java.awt.geom.Rectangle2D;

/**
 * Where the panels of a figure of the plane are: rows of equal panels in the proportions of the domain, filled from the
 * left. Panels of a row share the vertical axis and those of a column the horizontal one. A colour bar that all panels
 * share takes the place after the last one where there is one, else it is at the right.
 */
final class PlaneLayout {
    private static final double MARGIN = 8;

    /** The least distance of two panels, for the numbers at the ends of their axes. */
    private static final double BETWEEN = 32;

    /** The height of a title. */
    private static final double TITLE = 26;

    private static final double BELOW_TITLE = 6;
    private static final double BAR = 16;
    private static final double BEFORE_BAR = 12;

    /** The room for panels in both directions together; a narrow domain is not drawn larger than this. */
    private static final int MOST_HEIGHT = 470;

    /** A domain that is still narrower is not drawn in its proportions: it would not be seen. */
    private static final double LEAST = 24;

    /** The height of a picture of axes with two units, such as wealth and productivity, for a width of 1. */
    private static final double OF_TWO_UNITS = 0.75;

    /** How much larger panels must be to make the figure a row higher. */
    private static final double WORTH_A_ROW = 1.3;

    private final int count;
    private final int columns;
    private final int rows;
    private final boolean isBarInPlace;
    private final double between;
    private final double below;
    private final double left;
    private final double width;
    private final double height;
    private final Axis horizontal;
    private final Axis vertical;

    private PlaneLayout(Style style, Plane plane, int count, int columns, double bar, boolean isShared) {
        this.count = count;
        this.columns = columns;
        rows = (count + columns - 1) / columns;
        isBarInPlace = isShared && rows * columns > count;
        between = isShared ? BETWEEN : bar + BETWEEN;
        double gutter = AxisLine.depth(style, axis(style, plane, 1, 200, 1), 1, 0) + MARGIN;
        double right = isBarInPlace ? BETWEEN : bar + MARGIN;
        double room = (style.units() - gutter - right - (columns - 1) * between) / columns;
        double most = (double) style.scaled(MOST_HEIGHT) / rows;
        double proportion = plane.hasOneUnit() ? plane.proportion() : OF_TWO_UNITS;
        double unit = Math.min(room, most / proportion);
        width = Math.max(LEAST, unit);
        height = Math.max(LEAST, Math.min(most, unit * proportion));
        horizontal = axis(style, plane, 0, width, 0);
        vertical = axis(style, plane, 1, height, 1);
        double used = columns * width + (columns - 1) * between;
        left = gutter + 0.5 * Math.max(0, style.units() - gutter - right - used);
        below = AxisLine.depth(style, horizontal, 0, 1) + MARGIN;
    }

    /** The layout with the largest panels for a number of them that share the given colour bar. */
    static PlaneLayout sharing(Style style, Plane plane, int count, Axis colors) {
        double bar = BEFORE_BAR + BAR + AxisLine.depth(style, colors, 1, 0);
        PlaneLayout best = new PlaneLayout(style, plane, count, count, bar, true);
        for (int columns = count - 1; columns >= 1; columns--) {
            PlaneLayout layout = new PlaneLayout(style, plane, count, columns, bar, true);
            boolean fits = !layout.isBarInPlace || layout.width > bar;
            if (fits && layout.width * layout.height > WORTH_A_ROW * best.width * best.height) {
                best = layout;
            }
        }
        return best;
    }

    /** Panels in one row with a colour bar each, for which the given one stands. */
    static PlaneLayout apart(Style style, Plane plane, int count, Axis widest) {
        return new PlaneLayout(
                style, plane, count, count, BEFORE_BAR + BAR + AxisLine.depth(style, widest, 1, 0), false);
    }

    /** The axis of the picture along axis k of the plane, with as many numbers as have room. */
    private static Axis axis(Style style, Plane plane, int k, double length, int vertical) {
        org.mfg.api.grid.Axis axis = plane.axis(k);
        for (int ticks = 5; ; ticks--) {
            Axis candidate = Axis.linear(axis.name(), Scale.exactly(axis.lower(), axis.upper(), ticks));
            double number = vertical == 1 ? 1.5 * Style.TICK : candidate.widestTick(style) + Style.TICK;
            if (ticks == 1 || number * (candidate.ticks().length - 1) <= length) {
                return candidate;
            }
        }
    }

    /** The height of the picture. */
    int pictureHeight() {
        return (int) Math.ceil(top(rows - 1) + height + below);
    }

    private double top(int row) {
        return TITLE + BELOW_TITLE + row * (height + TITLE + BELOW_TITLE + MARGIN);
    }

    /** Panel k. */
    Panel panel(int k) {
        boolean isLowest = k + columns >= count;
        return Panel.around(
                place(k), isLowest ? horizontal : horizontal.mute(), k % columns == 0 ? vertical : vertical.mute());
    }

    private Rectangle2D place(int k) {
        return new Rectangle2D.Double(left + k % columns * (width + between), top(k / columns), width, height);
    }

    /** The middle of the title of panel k, from above. */
    double titleY(int k) {
        return top(k / columns) - BELOW_TITLE - 0.5 * Style.TICK;
    }

    /** The bar that all panels share. */
    Rectangle2D sharedBar() {
        if (!isBarInPlace) {
            Rectangle2D first = place(columns - 1);
            return new Rectangle2D.Double(
                    first.getMaxX() + BEFORE_BAR,
                    first.getY(),
                    BAR,
                    place(count - 1).getMaxY() - first.getY());
        }
        Rectangle2D place = place(count);
        double top = rows == 1
                ? place.getY()
                : Math.max(place.getY(), place(count - columns).getMaxY() + below);
        return new Rectangle2D.Double(place.getX() + BEFORE_BAR, top, BAR, place.getMaxY() - top);
    }

    /** The bar of panel k alone. */
    Rectangle2D ownBar(int k) {
        Rectangle2D place = place(k);
        return new Rectangle2D.Double(place.getMaxX() + BEFORE_BAR, place.getY(), BAR, place.getHeight());
    }
}
