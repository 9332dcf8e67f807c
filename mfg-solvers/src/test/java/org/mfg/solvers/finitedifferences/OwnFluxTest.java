package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.api.testkit.DiscretizationKit;
import org.mfg.api.testkit.FluxKit;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.WatchedGame;

/** A Hamiltonian that brings its own flux, and the kit that every scheme passes. */
class OwnFluxTest {
    private static final Domain LINE = Domain.interval(0, 1);
    private static final Domain ROOM = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));

    /** Lax and Friedrichs' flux of H = |p|²/2 with the dissipation 3: what an author writes for another flux. */
    private static class Rusanov implements NumericalHamiltonian {
        private static final double SPEED = 3;

        @Override
        public double value(double t, double[] x, double[] q, double m) {
            double g = 0;
            for (int s = 0; s < q.length; s += 2) {
                double p = 0.5 * (q[s] + q[s + 1]);
                g += 0.5 * p * p - 0.5 * SPEED * (q[s + 1] - q[s]);
            }
            return g;
        }

        @Override
        public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
            for (int s = 0; s < q.length; s += 2) {
                double p = 0.5 * (q[s] + q[s + 1]);
                gradient[s] = 0.5 * (p + SPEED);
                gradient[s + 1] = 0.5 * (p - SPEED);
            }
        }
    }

    /** H = |p|²/2 that is to be discretised by this flux. */
    private static final class WithFlux implements Hamiltonian {
        private final Hamiltonian quadratic = Hamiltonians.quadratic();

        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return quadratic.value(t, x, p, m);
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            quadratic.momentumGradient(t, x, p, m, gradient);
        }

        @Override
        public Optional<NumericalHamiltonian> numericalHamiltonian(int dimension) {
            return Optional.of(new Rusanov());
        }
    }

    private static DiscreteGame game(Domain domain, Hamiltonian hamiltonian, Discretization scheme, int nodes) {
        MeanFieldGame game = MeanFieldGame.builder("own flux")
                .domain(domain)
                .horizon(0.5)
                .viscosity(0.1)
                .hamiltonian(hamiltonian)
                .terminalCost(x -> 0.2 * Math.cos(Math.PI * x[0]))
                .initialDensity(x -> 1 + 0.5 * Math.cos(Math.PI * x[0]))
                .build();
        return scheme.discretize(game, Grid.of(domain, nodes), game.timeGrid(nodes / 2));
    }

    static Stream<Discretization> schemes() {
        return Stream.of(
                new UpwindDiscretization(1),
                new UpwindDiscretization(1, 0, Differences.CENTRAL),
                new CrankNicolsonDiscretization(1),
                new CrankNicolsonDiscretization(1, 0.5, Differences.UPWIND),
                new CrankNicolsonDiscretization(1, 0.6, Differences.CENTRAL),
                new CrankNicolsonDiscretization(1, 1, Differences.UPWIND));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeKeepsItsPromises(Discretization scheme) {
        DiscretizationKit.check(game(LINE, Hamiltonians.quadratic(), scheme, 24), false);
        DiscretizationKit.check(game(ROOM, Hamiltonians.quadratic(), scheme, 10), false);
    }

    @Test
    void theUpwindSchemeIsMonotoneWithAFluxOfOnesOwn() {
        FluxKit.check(new Rusanov(), Hamiltonians.quadratic(), LINE);
        FluxKit.check(new Rusanov(), Hamiltonians.quadratic(), ROOM);
        DiscretizationKit.check(game(LINE, new WithFlux(), new UpwindDiscretization(1), 24), true);
        DiscretizationKit.check(game(ROOM, new WithFlux(), new UpwindDiscretization(1), 10), true);
    }

    @Test
    void anotherFluxHasTheSameLimit() {
        double[] gaps = new double[2];
        for (int k = 0; k < 2; k++) {
            int nodes = (32 << k) + 1;
            // At the beginning: no coupling, so the crowd does not matter.
            double[] own = value(game(LINE, new WithFlux(), new UpwindDiscretization(1), nodes));
            double[] engquistOsher = value(game(LINE, Hamiltonians.quadratic(), new UpwindDiscretization(1), nodes));
            for (int i = 0; i < nodes; i++) {
                gaps[k] = Math.max(gaps[k], Math.abs(own[i] - engquistOsher[i]));
            }
        }
        assertThat(gaps[0]).isGreaterThan(1e-4);
        assertThat(gaps[0] / gaps[1]).isCloseTo(2, within(0.4));
    }

    private static double[] value(DiscreteGame game) {
        double[] u = new double[game.size()];
        double[] m0 = game.initialDensity();
        double[] m = new double[game.size()];
        for (int i = 0; i < m.length; i++) {
            m[i] = m0[i % m0.length];
        }
        game.backward(m, u);
        return u;
    }

    @Test
    void theKitSeesABrokenFlux() {
        NumericalHamiltonian central = new CentralHamiltonian(Hamiltonians.quadratic(), 1);
        assertThatThrownBy(() -> FluxKit.check(central, Hamiltonians.quadratic(), LINE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("monotonicity");
        NumericalHamiltonian scaled = new Rusanov() {
            @Override
            public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
                super.gradient(t, x, q, m, gradient);
                gradient[0] *= 1.01;
            }
        };
        assertThatThrownBy(() -> FluxKit.check(scaled, Hamiltonians.quadratic(), LINE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("gradient[0]");
    }

    /** Zeros that nobody has written are no small residuals. */
    @ParameterizedTest
    @ValueSource(strings = {"backwardResidual", "forwardResidual", "exitedMass"})
    void theKitSeesThatNothingIsWritten(String method) {
        DiscreteGame game = game(LINE, Hamiltonians.quadratic(), new UpwindDiscretization(1), 24);
        assertThatThrownBy(() -> DiscretizationKit.check(WatchedGame.idle(game, method), true))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("NaN");
    }
}
