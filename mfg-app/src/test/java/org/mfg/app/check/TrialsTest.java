package org.mfg.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;
import org.mfg.solvers.Mfg;

class TrialsTest {
    private final Mfg mfg = Mfg.load();
    private final Trials trials = new Trials(mfg);
    private final EquilibriumSolver newton = mfg.solver("newton", Map.of());
    private final Discretization upwind = mfg.discretization("upwind", Map.of());

    @Test
    void packagedOnesPass() {
        assertThat(trials.solver("solver", "anderson", mfg.solver("anderson", Map.of())))
                .isEqualTo(new Finding(
                        "solver", "anderson", true, "finds Newton's equilibrium of the tutorial in 1D, 2D"));
        assertThat(trials.discretization("discretization", "upwind", upwind))
                .isEqualTo(new Finding("discretization", "upwind", true, "the kit on the tutorial in 1D, 2D"));
    }

    @Test
    void aSolverThatCallsACrowdThatStandsStillAnEquilibriumFails() {
        Finding finding = trials.solver("solver", "lazy", (game, start, monitor) -> {
            Equilibrium found = newton.solve(game, start, monitor);
            return new Equilibrium(
                    game.game(),
                    game.space(),
                    game.time(),
                    found.u(),
                    Guess.stationary(game).m(),
                    Status.CONVERGED,
                    "",
                    found.history());
        });
        assertThat(finding.isSound()).isFalse();
        assertThat(finding.text()).startsWith("calls a density of game tutorial an equilibrium that is off by ");
    }

    @Test
    void aSolverThatGivesUpFailsAndSoDoesOneThatDeclinesBoth() {
        assertThat(trials.solver("solver", "tired", mfg.solver("picard", Map.of("max-iterations", 1)))
                        .text())
                .startsWith("finds no equilibrium of game tutorial: Not converged after 1 iterations.");
        Finding finding = trials.solver("solver", "picky", (game, start, monitor) -> {
            throw InvalidInputException.because("game", "game must be another one");
        });
        assertThat(finding.isSound()).isFalse();
        assertThat(finding.text()).isEqualTo("declines both tutorials; not in 1D: game must be another one");
    }

    @Test
    void oneThatDeclinesTheLineIsJudgedInThePlane() {
        Finding finding = trials.solver("solver", "planar", (game, start, monitor) -> {
            if (game.grid().dimension() == 1) {
                throw InvalidInputException.because("game", "game must be in the plane");
            }
            return newton.solve(game, start, monitor);
        });
        assertThat(finding.isSound()).isTrue();
        assertThat(finding.text()).endsWith(" in 2D; not in 1D: game must be in the plane");
    }

    @Test
    void aDiscretizationThatLosesMassFails() {
        Finding finding = trials.discretization(
                "discretization", "leaky", (game, grid, time) -> leaky(upwind.discretize(game, grid, time)));
        assertThat(finding.isSound()).isFalse();
        assertThat(finding.text()).contains("mass");
    }

    /** The same game, but a thousandth of each density is lost in the forward sweep. */
    private static DiscreteGame leaky(DiscreteGame game) {
        return (DiscreteGame) Proxy.newProxyInstance(
                TrialsTest.class.getClassLoader(), new Class<?>[] {DiscreteGame.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(game, arguments);
                        if (method.getName().equals("forward")) {
                            double[] m = (double[]) arguments[1];
                            for (int i = game.space().size(); i < m.length; i++) {
                                m[i] *= 0.999;
                            }
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
