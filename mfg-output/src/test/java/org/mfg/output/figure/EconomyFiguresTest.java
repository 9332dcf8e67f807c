package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.Statistics.Lorenz;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.Households;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;
import org.mfg.solvers.newton.NewtonSolver;

/** Households in one of two states who may owe 0.15: some of those with low income are at that limit, and nobody is rich. */
class EconomyFiguresTest {
    private static DiscreteGame game(int nodes) {
        return game(nodes, 1);
    }

    /** @param grading the power by which nodes crowd at the limit */
    private static DiscreteGame game(int nodes, double grading) {
        Households households = new Households(
                Utility.crra(2),
                0.05,
                Incomes.chain(States.two("low", "high", 1.2, 1.2), 0.1, 0.2),
                Households.wealth(-0.15, 5, grading));
        MeanFieldGame game = households.game("households", Budget.of(0.03, 1));
        return new UpwindDiscretization().discretize(game, Grid.of(game.domain(), nodes, 2), game.timeGrid(1));
    }

    private static Equilibrium solved(DiscreteGame game) {
        return new NewtonSolver(new StoppingRule(1e-10, 50)).solve(game);
    }

    private static double height(RecordingCanvas canvas, String text) {
        return canvas.texts.stream()
                .filter(t -> t.text().equals(text))
                .findFirst()
                .orElseThrow()
                .at()
                .getY();
    }

    /** The end's node has a value of the density that goes with one over the spacing; what is drawn does not. */
    @Test
    void whoIsHeldAtTheLimitIsAStemAsHighOnEveryGrid() {
        double[] heights = new double[2];
        for (int k = 0; k < 2; k++) {
            DiscreteGame game = game(k == 0 ? 501 : 2001);
            Equilibrium e = solved(game);
            List<Atom> atoms = Atom.of(game, e);
            assertThat(atoms).singleElement().satisfies(atom -> {
                assertThat(atom.node()).isZero();
            });
            double mass = game.grid().weight(0) * e.m()[game.grid().size()];
            assertThat(atoms.get(0).mass()).isEqualTo(mass);
            RecordingCanvas canvas = RecordingCanvas.of(StationaryLineFigure.fields(Style.HOUSE, game, e, 0));
            heights[k] = height(canvas, Numbers.shortest(100 * mass, 3) + " %");
        }
        assertThat(heights[1]).isCloseTo(heights[0], within(1e-9));
    }

    /** With a wall in place of the constraint, or with noise, nobody stays at the end. */
    @Test
    void aCrowdThatNothingHoldsHasNoStems() {
        Equilibrium e = Samples.walk(11, 1);
        assertThat(Atom.of(Samples.game(e), e)).isEmpty();
    }

    @Test
    void theFigureEndsWhereTheCrowdDoes() {
        DiscreteGame game = game(501);
        RecordingCanvas canvas = RecordingCanvas.of(StationaryLineFigure.of(
                Style.HOUSE,
                solved(game),
                Map.of("nothing", new double[game.grid().size()])));
        assertThat(canvas.texts.stream().map(t -> t.text()))
                .contains("a", "low", "high", "nothing", "0.4")
                .doesNotContain("1", "5");
    }

    /** Where hardly anybody is, policies of a coarse grid change with the grid's end. */
    @Test
    void soItDoesOnACoarseGrid() {
        DiscreteGame game = game(51);
        Grid grid = game.grid();
        Equilibrium e = solved(game);
        int shown = StateLines.of(Style.HOUSE, e).split(new double[grid.size()]).get(0).length;
        double[] beyond = new double[2];
        for (int i = 2 * (shown - 1); i < grid.size(); i++) {
            beyond[i < 2 * shown ? 0 : 1] += grid.weight(i) * e.m()[grid.size() + i];
        }
        assertThat(beyond[1]).isLessThan(1e-4);
        assertThat(beyond[0] + beyond[1]).as("of the last node too").isGreaterThan(1e-4);
    }

    /** Beside the limit the density is unbounded: its line goes to the upper end of the panel, not to the last node below it. */
    @Test
    void aDensityThatExceedsItsPanelLeavesItAtTheTop() {
        DiscreteGame game = game(501, 3);
        RecordingCanvas canvas = RecordingCanvas.of(StationaryLineFigure.fields(Style.HOUSE, game, solved(game), 0));
        double frame = top(canvas, Pen.AXIS.rgb());
        double ofLow = top(canvas, Style.HOUSE.colors().rgb(0));
        assertThat(ofLow).isCloseTo(frame, within(1e-6));
    }

    /** The upper end of what is large and has a colour in the panel at the left. */
    private static double top(RecordingCanvas canvas, int rgb) {
        return canvas.strokes.stream()
                .filter(stroke -> stroke.pen().rgb() == rgb)
                .map(stroke -> stroke.line().getBounds2D())
                .filter(box -> box.getHeight() > 50 && box.getWidth() > 50 && box.getMaxX() < 0.5 * Style.HOUSE.units())
                .mapToDouble(box -> box.getMinY())
                .min()
                .orElseThrow();
    }

    @Test
    void theGiniCoefficientIsTwiceTheArea() {
        double[] s = new double[1001];
        Arrays.setAll(s, k -> k / 1000.0);
        Lorenz cubes =
                new Lorenz("wealth", s, Arrays.stream(s).map(x -> x * x * x).toArray());
        RecordingCanvas canvas = RecordingCanvas.of(LorenzFigure.of(Style.HOUSE, cubes));
        assertThat(canvas.texts.stream().map(t -> t.text())).contains("Gini coefficient 0.500", "share of wealth");
    }

    /** Supply of 40 at the last price is not what the figure is about. */
    @Test
    void theMarketIsShownWhereItClears() {
        MarketDiagram market = new MarketDiagram(
                "interest rate",
                "capital",
                new double[] {0, 1, 2, 3},
                new double[] {1, 2, 3, 40},
                new double[] {0, 1, 2, 3},
                new double[] {3, 2, 1, 0},
                1);
        RecordingCanvas canvas = RecordingCanvas.of(MarketFigure.of(Style.HOUSE, market));
        assertThat(canvas.texts.stream().map(t -> t.text()))
                .contains("supply", "demand", "interest rate", "capital", "1")
                .doesNotContain("40");
        assertThat(canvas.fills).as("the signs of the legend and of the line").hasSize(2);
        assertThat(canvas.fills.get(1).area().getBounds2D().getWidth()).isGreaterThan(200);
    }
}
