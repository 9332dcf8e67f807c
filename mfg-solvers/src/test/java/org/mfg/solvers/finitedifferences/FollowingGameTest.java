package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.SmallGames;

class FollowingGameTest {
    private static final Domain BOX = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
    private static final Domain TUBE = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));
    private static final Domain TORUS = Domain.of(Axis.periodic("x", 0, 1), Axis.periodic("y", 0, 1));

    /** No cost has a slope along y, and yet agents move that way: what they want along x costs less with some of y. */
    @ParameterizedTest
    @CsvSource({
        "newton, levels, 0, 1e-9",
        "newton, levels, 5, 1e-9",
        "policy-iteration, levels, 0, 1e-9",
        "anderson, mixing, 0.2, 1e-9",
        "picard, relaxation, 0.2, 1e-5",
        "fictitious-play, weights, line-search, 1e-5"
    })
    void costsThatAreFlatAlongAnAxisAreSolved(String solver, String parameter, String value, double tolerance) {
        Equilibrium found = Mfg.load()
                .solver(solver, Map.of(parameter, value, "tolerance", tolerance))
                .solve(flatAlongY(CrowdedRoom.SKEW, 0));
        assertThat(found.status()).as(found.message()).isEqualTo(Status.CONVERGED);
        assertThat(found.last().minDensity()).isPositive();
        assertThat(found.last().massDrift()).isLessThan(1e-12);
        assertThat(found.last().exploitability()).isCloseTo(0, within(1e-7));
    }

    /** Nobody moves along y, but for rounding: a bound on that drift from the costs is 0. */
    @Test
    void aDriftOfRoundOffIsNoFailure() {
        Equilibrium found =
                Mfg.load().solver("newton", Map.of("tolerance", 1e-11)).solve(flatAlongY(TUBE, unstructured(), 0));
        assertThat(found.status()).as(found.message()).isEqualTo(Status.CONVERGED);
        double[] u = found.u();
        for (int i = 0; i < u.length; i += 25) {
            for (int j = 1; j < 25; j++) {
                assertThat(u[i + j]).isEqualTo(u[i], within(1e-9));
            }
        }
    }

    /** Nobody can move at first: the drifts that the dissipation has to cover come later. */
    @Test
    void agentsWhoMayMoveOnlyLaterAreSolved() {
        Equilibrium found = Mfg.load().solver("newton", Map.of()).solve(flatAlongY(growing(CrowdedRoom.SKEW), 0));
        assertThat(found.status()).as(found.message()).isEqualTo(Status.CONVERGED);
        assertThat(found.last().minDensity()).isPositive();
        assertThat(found.last().massDrift()).isLessThan(1e-12);
    }

    /** 2 t H: nothing at the beginning, and H at the end of the games here. */
    private static Hamiltonian growing(Hamiltonian hamiltonian) {
        return new Hamiltonian() {
            @Override
            public double value(double t, double[] x, double[] p, double m) {
                return 2 * t * hamiltonian.value(t, x, p, m);
            }

            @Override
            public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
                hamiltonian.momentumGradient(t, x, p, m, gradient);
                for (int k = 0; k < gradient.length; k++) {
                    gradient[k] *= 2 * t;
                }
            }
        };
    }

    /** The dissipation doubles at need only, so that solvers on different ways end with the same one, and the same scheme. */
    @Test
    void solversThatGoDifferentWaysSolveTheSameScheme() {
        Equilibrium newton =
                Mfg.load().solver("newton", Map.of("tolerance", 1e-11)).solve(flatAlongY(CrowdedRoom.SKEW, 0));
        Equilibrium anderson =
                Mfg.load().solver("anderson", Map.of("tolerance", 1e-11)).solve(flatAlongY(CrowdedRoom.SKEW, 0));
        assertThat(newton.isConverged()).isTrue();
        assertThat(anderson.isConverged()).isTrue();
        assertThat(anderson.u()).containsExactly(newton.u(), within(1e-8));
    }

    @Test
    void aMaxSpeedThatIsTooSmallIsToldWithTheOption() {
        Equilibrium found = Mfg.load().solver("newton", Map.of("levels", 0)).solve(flatAlongY(CrowdedRoom.SKEW, 0.1));
        assertThat(found.status()).isEqualTo(Status.DIVERGED);
        assertThat(found.message())
                .contains("he drift on axis 1", "more than max-speed 0.1: give a larger max-speed, or 0");
    }

    /** A strategy that no crowd makes anybody want leaves no trace in the scheme. */
    @Test
    void aStrategyThatIsFarOffFailsAndLeavesTheSchemeAsItWas() {
        DiscreteGame game = flatAlongY(CrowdedRoom.SKEW, 0);
        double[] m = new double[game.size()];
        Arrays.fill(m, 1);
        double[] before = new double[game.size()];
        game.backward(m, before);
        double[] wild = SmallGames.noise(game.size(), 3);
        for (int i = 0; i < wild.length; i++) {
            wild[i] *= 1e5;
        }
        assertThatThrownBy(() -> game.forward(wild, new double[game.size()])).hasMessageContaining("max-speed");
        double[] after = new double[game.size()];
        game.backward(m, after);
        assertThat(after).containsExactly(before, within(1e-12));
    }

    /** ½|p|² without a word on its structure, against the scheme for radial ones; both have first order errors, with other constants. */
    @ParameterizedTest
    @ValueSource(ints = {24, 48})
    void stationaryGamesNeedNoMaxSpeed(int nodes) {
        double known = constant(CrowdedRoom.QUADRATIC, nodes);
        double found = constant(unstructured(), nodes);
        assertThat(found).isEqualTo(known, within(1.0 / nodes));
        assertThat(Math.abs(known)).isGreaterThan(0.1);
    }

    private static double constant(Hamiltonian hamiltonian, int nodes) {
        MeanFieldGame game = MeanFieldGame.builder("hills")
                .domain(TORUS)
                .forever()
                .viscosity(0.1)
                .hamiltonian(hamiltonian)
                .coupling(SmallGames.crowdAversion(1))
                .runningCost((t, x) -> 0.3 * Math.sin(2 * Math.PI * x[0]) * Math.cos(2 * Math.PI * x[1]))
                .initialDensity(x -> 1)
                .build();
        Equilibrium found = Mfg.load()
                .solver("newton", Map.of())
                .solve(new UpwindDiscretization(1).discretize(game, Grid.of(TORUS, nodes), game.timeGrid(1)));
        assertThat(found.status()).as(found.message()).isEqualTo(Status.CONVERGED);
        return found.u()[0] - found.u()[nodes * nodes];
    }

    private static Hamiltonian unstructured() {
        return new Hamiltonian() {
            @Override
            public double value(double t, double[] x, double[] p, double m) {
                return CrowdedRoom.QUADRATIC.value(t, x, p, m);
            }

            @Override
            public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
                CrowdedRoom.QUADRATIC.momentumGradient(t, x, p, m, gradient);
            }
        };
    }

    private static DiscreteGame flatAlongY(Hamiltonian hamiltonian, double maxSpeed) {
        return flatAlongY(BOX, hamiltonian, maxSpeed);
    }

    private static DiscreteGame flatAlongY(Domain domain, Hamiltonian hamiltonian, double maxSpeed) {
        MeanFieldGameBuilder game = MeanFieldGame.builder("flat along y")
                .domain(domain)
                .horizon(0.5)
                .viscosity(0.02)
                .hamiltonian(hamiltonian)
                .coupling(SmallGames.crowdAversion(0.5))
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)));
        return new UpwindDiscretization(1, maxSpeed)
                .discretize(game.build(), Grid.of(domain, 25), new TimeGrid(0.5, 12));
    }
}
