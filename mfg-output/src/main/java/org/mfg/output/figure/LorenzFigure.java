package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.mfg.api.spi.Statistics.Lorenz;

/** A Lorenz curve, the line of equality, and the Gini coefficient: the area between both, doubled. */
final class LorenzFigure {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 460;
    private static final int CURVE = 0x0072b2;
    private static final int AREA = 0xdcebf5;
    private static final Pen EQUALITY = new Pen(Style.INK, 1, 1.2f, List.of(6f, 4f));

    private LorenzFigure() {}

    static Picture of(Style style, Lorenz lorenz) {
        int width = style.scaled(WIDTH);
        int height = style.scaled(HEIGHT);
        double left = 0.5 * (style.units() - width);
        Panel panel = new Panel(
                style,
                new Rectangle2D.Double(left, 0, width, height),
                Axis.linear("share of all, the poorest first", Scale.exactly(0, 1, 5)),
                Axis.linear("share of " + lorenz.of(), Scale.covering(lorenz.share(), 5)));
        double[] ends = {0, 1};
        return new Picture(style, height, canvas -> {
            Path2D curve = panel.line(lorenz.population(), lorenz.share());
            Path2D area = new Path2D.Double(curve);
            area.closePath();
            canvas.fill(area, AREA);
            panel.paintGrid(canvas);
            canvas.stroke(panel.line(ends, ends), EQUALITY);
            canvas.stroke(curve, Pen.data(CURVE));
            panel.paintAxes(canvas);
            Point2D place = panel.at(0.06, 0.9);
            String gini = "Gini coefficient " + Numbers.decimal(gini(lorenz), 3);
            canvas.text(gini, Style.LABEL, place.getX(), place.getY(), Canvas.Align.START, 0);
        });
    }

    /** Of the polygon, without an error of quadrature. */
    private static double gini(Lorenz lorenz) {
        double below = 0;
        for (int i = 1; i < lorenz.share().length; i++) {
            double width = lorenz.population()[i] - lorenz.population()[i - 1];
            below += width * (lorenz.share()[i] + lorenz.share()[i - 1]);
        }
        return 1 - below;
    }
}
