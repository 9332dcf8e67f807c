package org.mfg.output.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Supply, smooth between the prices that were tried, which have dots, and demand against the price, and where they meet. Supply may grow without bound near the end of the
 * prices: the figure goes no higher above the meeting than it goes below, unless demand does.
 */
final class MarketFigure {
    private static final int HEIGHT = 420;
    private static final Pen SUPPLY = Pen.data(0x0072b2);
    private static final Pen DEMAND = Pen.data(0xd55e00, 9f, 4f);
    private static final Pen ROOT = new Pen(Style.INK, 1, 1.4f, List.of(3f, 3f));
    private static final double RADIUS = 6;

    private MarketFigure() {}

    static Picture of(Style style, MarketDiagram market) {
        double traded = at(market.tried(), market.supply(), market.root());
        double lowest = Math.min(min(market.supply()), min(market.demand()));
        double highest = Math.max(max(market.demand()), 2 * traded - lowest);
        double[] smooth = MonotoneCubic.values(market.tried(), market.supply());
        int shown = shown(smooth, highest);
        double[] x = Arrays.copyOf(MonotoneCubic.places(market.tried()), shown);
        double[] supply = Arrays.copyOf(smooth, shown);
        cutAbove(x, supply, highest);
        double last = x[shown - 1];
        double[] prices =
                DoubleStream.of(market.prices()).filter(p -> p <= last).toArray();
        double[] demand = Arrays.copyOf(market.demand(), prices.length);
        double[] all = DoubleStream.concat(DoubleStream.of(supply), DoubleStream.of(demand))
                .toArray();
        int height = style.scaled(HEIGHT);
        Panel panel = new Panel(
                style,
                new Rectangle2D.Double(0, LegendRow.HEIGHT, style.units(), height - (double) LegendRow.HEIGHT),
                Axis.linear(market.price(), Scale.exactly(x[0], last, 6)),
                Axis.linear(market.quantity(), Scale.covering(all, 6)));
        return new Picture(style, height, canvas -> {
            LegendRow.paint(
                    canvas,
                    List.of(
                            new LegendRow.Entry("supply", SUPPLY, Optional.of(Marker.CIRCLE)),
                            new LegendRow.Entry("demand", DEMAND)));
            panel.paintGrid(canvas);
            canvas.stroke(panel.line(prices, demand), DEMAND);
            canvas.stroke(panel.line(x, supply), SUPPLY);
            canvas.fill(
                    Marker.CIRCLE.at(
                            panel,
                            market.tried(),
                            market.supply(),
                            i -> market.tried()[i] <= last && market.supply()[i] <= highest),
                    SUPPLY.rgb());
            paintRoot(canvas, panel, market.root(), traded);
            panel.paintAxes(canvas);
        });
    }

    private static void paintRoot(Canvas canvas, Panel panel, double root, double traded) {
        Point2D p = panel.at(root, traded);
        Path2D down = new Path2D.Double();
        down.moveTo(p.getX(), p.getY() + RADIUS);
        down.lineTo(p.getX(), panel.area().getMaxY());
        canvas.stroke(down, ROOT);
        Ellipse2D circle = new Ellipse2D.Double(p.getX() - RADIUS, p.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
        canvas.stroke(new Path2D.Double(circle), Pen.data(Style.INK));
        boolean isLeft = p.getX() > panel.area().getCenterX();
        canvas.text(
                Numbers.shortest(root, 6),
                Style.TICK,
                p.getX() + (isLeft ? -10 : 10),
                panel.area().getMaxY() - 16,
                isLeft ? Canvas.Align.END : Canvas.Align.START,
                0);
    }

    /** As many points as it takes to leave the figure. */
    private static int shown(double[] values, double highest) {
        int shown = 1;
        while (shown < values.length && values[shown - 1] <= highest) {
            shown++;
        }
        return shown;
    }

    /** Ends a line where it leaves the figure. */
    private static void cutAbove(double[] x, double[] y, double highest) {
        int last = y.length - 1;
        if (last > 0 && y[last] > highest) {
            double part = (highest - y[last - 1]) / (y[last] - y[last - 1]);
            x[last] = x[last - 1] + part * (x[last] - x[last - 1]);
            y[last] = highest;
        }
    }

    /** What is known at a place that is one of the given ones, or nearest to it. */
    private static double at(double[] x, double[] y, double place) {
        int nearest = 0;
        for (int k = 0; k < x.length; k++) {
            nearest = Math.abs(x[k] - place) < Math.abs(x[nearest] - place) ? k : nearest;
        }
        return y[nearest];
    }

    private static double min(double[] values) {
        return DoubleStream.of(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return DoubleStream.of(values).max().orElse(0);
    }
}
