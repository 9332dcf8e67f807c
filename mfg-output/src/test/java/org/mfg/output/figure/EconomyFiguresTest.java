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
    private static final Households HOUSEHOLDS = new Households(
            Utility.crra(2),
            0.05,
            Incomes.chain(States.two("low", "high", 1.2, 1.2), 0.1, 0.2),
            Households.wealth(-0.15, 5, 1));

    private static DiscreteGame game(int nodes) {
        MeanFieldGame game = HOUSEHOLDS.game("households", Budget.of(0.03, 1));
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
