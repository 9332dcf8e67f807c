package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Doubts;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;
import org.mfg.solvers.newton.NewtonSolver;

/** What solves the discrete equations and is nothing of the game is said to be so. */
class DoubtsTest {
    private static final int NODES = 50;

    @Test
    void thereAreNoneAboutTheTutorial() {
        Equilibrium found = solve(0.5, 1e-8);
        assertThat(Doubts.of(found)).isEmpty();
        assertThat(found.message()).isEqualTo("Both residuals are at most 1.0E-8.");
    }

    /** Its grids of 50 to 400 nodes had maxima from 90 to 604: all of the crowd in the last cell. */
    @Test
    void aCrowdThatItsAttractionBringsIntoOneCellIsDoubted() {
        Equilibrium found = solve(-1, 1e-8);
        assertThat(found.isConverged()).isTrue();
        assertThat(Doubts.of(found)).singleElement().asString().contains("cells of axis x: its density is the grid's");
        assertThat(found.message()).contains("But from t = ");
    }

    @Test
    void aToleranceThatAsksNothingIsDoubted() {
        Equilibrium found = solve(0.5, 10);
        assertThat(found.isConverged()).isTrue();
        assertThat(found.message()).contains("the equations are hardly solved");
    }

    @Test
    void aNegativeDensityIsDoubtedUnlessItIsRoundOff() {
        Equilibrium found = solve(0.5, 1e-8);
        assertThat(Doubts.of(withLeast(found, -1e-7, Status.CONVERGED))).isEmpty();
        assertThat(Doubts.of(withLeast(found, -0.25, Status.CONVERGED)))
                .singleElement()
                .asString()
                .startsWith("the density falls to -0.25, below 0");
        assertThat(Doubts.of(withLeast(found, -0.25, Status.STALLED))).isEmpty();
    }

    private static Equilibrium withLeast(Equilibrium found, double least, Status status) {
        Iteration i = found.last();
        Iteration last = new Iteration(
                i.index(),
                i.hjbResidual(),
                i.fpResidual(),
                i.defect(),
                i.exploitability(),
                i.massDrift(),
                least,
                i.step(),
                i.sweeps(),
                i.seconds());
        return new Equilibrium(
                found.game(), found.space(), found.time(), found.u(), found.m(), status, "", List.of(last));
    }

    private static Equilibrium solve(double strength, double tolerance) {
        MeanFieldGame game = SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.quadratic())
                .replaceCouplings(coupling -> SmallGames.crowdAversion(strength))
                .build();
        DiscreteGame discrete =
                new UpwindDiscretization(1).discretize(game, Grid.of(game.domain(), NODES), game.timeGrid(NODES));
        return new NewtonSolver(new StoppingRule(tolerance, 200)).solve(discrete);
    }
}
