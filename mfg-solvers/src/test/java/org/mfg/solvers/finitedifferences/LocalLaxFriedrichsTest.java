package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

class LocalLaxFriedrichsTest {
    private static final double[] X = {0.3, 0.4};

    /** Momenta up to 1 have drifts up to 1.4. */
    private final NumericalHamiltonian g =
            new LocalLaxFriedrichs(CrowdedRoom.SKEW, new MaxSpeed(new double[] {1.4, 1.4}), new double[][] {X});

    private final Random random = new Random(11);

    @Test
    void itIsConsistent() {
        for (int i = 0; i < 100; i++) {
            double[] p = {momentum(), momentum()};
            double[] q = {p[0], p[0], p[1], p[1]};
            assertThat(g.value(0, X, q, 0)).isEqualTo(CrowdedRoom.SKEW.value(0, X, p, 0), within(1e-15));
        }
    }

    @Test
    void itGrowsWithBackwardDifferencesAndFallsWithForwardOnes() {
        for (int i = 0; i < 1000; i++) {
            double[] q = differences();
            double before = g.value(0, X, q, 0);
            int side = random.nextInt(4);
            double move = random.nextDouble() * (1 - q[side]);
            q[side] += move;
            double change = g.value(0, X, q, 0) - before;
            assertThat(side % 2 == 0 ? change : -change).isGreaterThanOrEqualTo(-1e-15);
        }
    }

    @Test
    void itIsConvex() {
        for (int i = 0; i < 1000; i++) {
            double[] a = differences();
            double[] b = differences();
            double[] middle = new double[4];
            for (int s = 0; s < 4; s++) {
                middle[s] = 0.5 * (a[s] + b[s]);
            }
            assertThat(g.value(0, X, middle, 0))
                    .isLessThanOrEqualTo(0.5 * (g.value(0, X, a, 0) + g.value(0, X, b, 0)) + 1e-15);
        }
    }

    @Test
    void itsDerivativesAreThoseOfItsValue() {
        double[] q = differences();
        double[] gradient = new double[4];
        double[] plus = new double[4];
        double[] minus = new double[4];
        double[] hessian = new double[16];
        g.gradient(0, X, q, 0, gradient);
        g.hessian(0, X, q, 0, hessian);
        double e = 1e-5;
        for (int s = 0; s < 4; s++) {
            double[] up = q.clone();
            double[] down = q.clone();
            up[s] += e;
            down[s] -= e;
            assertThat((g.value(0, X, up, 0) - g.value(0, X, down, 0)) / (2 * e))
                    .isEqualTo(gradient[s], within(1e-9));
            g.gradient(0, X, up, 0, plus);
            g.gradient(0, X, down, 0, minus);
            for (int t = 0; t < 4; t++) {
                assertThat((plus[t] - minus[t]) / (2 * e)).isEqualTo(hessian[4 * s + t], within(1e-9));
            }
        }
    }

    @Test
    void aDriftBeyondItsBoundIsToldWithTheRemedy() {
        assertThatThrownBy(() -> g.gradient(0, X, new double[] {3, 3, 0, 0}, 0, new double[4]))
                .isInstanceOf(NumericalFailureException.class)
                .hasMessageContaining("the drift on axis 1", "is 3.0, more than max-speed 1.4")
                .hasMessageContaining("give a larger max-speed");
    }

    /**
     * The same game by Lax-Friedrichs and by the radial scheme: their distance falls with the grid, at order 1 once the
     * viscosity ½ α h is well below that of the game.
     */
    @Test
    void itConvergesToTheSolutionOfTheRadialScheme() {
        double coarse = distance(33);
        double fine = distance(65);
        assertThat(fine).isLessThan(0.02);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isGreaterThan(0.85);
    }

    private static double distance(int nodes) {
        double[] byRadial = bestResponse(CrowdedRoom.QUADRATIC, nodes);
        double[] byLaxFriedrichs = bestResponse(notRadial(), nodes);
        double largest = 0;
        for (int i = 0; i < byRadial.length; i++) {
            largest = Math.max(largest, Math.abs(byRadial[i] - byLaxFriedrichs[i]));
        }
        return largest;
    }

    private static double[] bestResponse(Hamiltonian hamiltonian, int nodes) {
        Domain box = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
        MeanFieldGame game = MeanFieldGame.builder("hills")
                .domain(box)
                .horizon(0.5)
                .viscosity(0.05)
                .hamiltonian(hamiltonian)
                .terminalCost(x -> 0.2 * Math.cos(Math.PI * x[0]) * Math.cos(2 * Math.PI * x[1]))
                .initialDensity(x -> 1)
                .build();
        var discrete =
                new UpwindDiscretization().discretize(game, Grid.of(box, nodes), new TimeGrid(0.5, (nodes - 1) / 2));
        double[] u = new double[discrete.size()];
        discrete.backward(new double[discrete.size()], u);
        return java.util.Arrays.copyOf(u, discrete.grid().size());
    }

    /** The quadratic Hamiltonian without a word on its being radial. */
    private static Hamiltonian notRadial() {
        return new Hamiltonian() {
            @Override
            public double value(double t, double[] x, double[] p, double m) {
                return CrowdedRoom.QUADRATIC.value(0, x, p, m);
            }

            @Override
            public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
                CrowdedRoom.QUADRATIC.momentumGradient(0, x, p, m, gradient);
            }
        };
    }

    private double[] differences() {
        return new double[] {momentum(), momentum(), momentum(), momentum()};
    }

    private double momentum() {
        return 2 * random.nextDouble() - 1;
    }
}
