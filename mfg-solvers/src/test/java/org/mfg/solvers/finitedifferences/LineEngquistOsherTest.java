package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;

class LineEngquistOsherTest {
    private static final double[][] LINE = {{0}, {0.25}, {0.5}, {0.75}, {1}};

    /** A Hamiltonian of which H_p alone is asked for: the minimiser is known by hand. */
    private static final class BySlope implements Hamiltonian {
        private final DoubleUnaryOperator slope;
        private int calls;

        BySlope(DoubleUnaryOperator slope) {
            this.slope = slope;
        }

        @Override
        public double value(double t, double[] x, double[] p, double m) {
            throw new AssertionError("not needed for the minimiser");
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            calls++;
            gradient[0] = slope.applyAsDouble(p[0] - x[0] - m);
        }

        @Override
        public boolean dependsOnDensity() {
            return true;
        }
    }

    @Test
    void theMinimizerIsWhereTheSlopeChangesSign() {
        DoubleUnaryOperator[] slopes = {
            p -> p, Math::sinh, p -> 1e-3 * p, p -> p * p * p, Math::cbrt, Math::signum, p -> Math.atan(50 * p)
        };
        for (DoubleUnaryOperator slope : slopes) {
            LineMinimizer h = new LineMinimizer(new BySlope(slope), LINE);
            for (double m : new double[] {0, 0.1, 0.1, 7, 2000, 0.3, 0.3}) {
                for (double[] x : LINE) {
                    // Where H_p is as flat as p^3 its sign is not known nearer than this.
                    assertThat(h.at(0, x, m)).isEqualTo(x[0] + m, within(1e-5 * (1 + m)));
                    assertThat(Math.abs(slope.applyAsDouble(h.at(0, x, m) - x[0] - m)))
                            .matches(s -> s < 1e-4 || slope.applyAsDouble(1e-300) == 1);
                }
            }
        }
    }

    @Test
    void aSlopeOfOneSignHasItsMinimizerFarAway() {
        assertThat(new LineMinimizer(new BySlope(p -> -0.3), LINE).at(0, LINE[1], 0))
                .isGreaterThanOrEqualTo(1e12);
        assertThat(new LineMinimizer(new BySlope(p -> 2), LINE).at(0, LINE[1], 0))
                .isLessThanOrEqualTo(-1e12);
    }

    @Test
    void betweenTheNodesItIsFoundAsWell() {
        LineMinimizer h = new LineMinimizer(new BySlope(Math::sinh), LINE);
        assertThat(h.at(0, new double[] {0.3}, 0.4)).isEqualTo(0.7, within(1e-12));
    }

    /** A slice is asked for its residual and its Jacobians, and all its nodes each time, one after the other. */
    @Test
    void aNodeIsSearchedForOncePerDensity() {
        BySlope counting = new BySlope(Math::sinh);
        LineMinimizer h = new LineMinimizer(counting, LINE);
        for (double[] x : LINE) {
            h.at(0, x, 0.4);
        }
        int once = counting.calls;
        for (int again = 0; again < 10; again++) {
            for (double[] x : LINE) {
                h.at(0, x, 0.4);
            }
        }
        assertThat(counting.calls).isEqualTo(once);
        // From the last minimiser: a bracket, and two steps of Newton's method, whose second derivative takes two calls
        // more.
        for (double[] x : LINE) {
            h.at(0, x, 0.400001);
        }
        assertThat(counting.calls - once).isLessThanOrEqualTo(LINE.length * 9);
    }

    /** The same Hamiltonian as a axiswise one with a formula for its minimiser. */
    @Test
    void theEquilibriumIsThatOfTheAxiswiseForm() {
        AxiswiseHamiltonian axiswise = Hamiltonians.driftingInACrowd();
        Equilibrium known = solve(axiswise);
        Equilibrium found = solve(new Hamiltonian() {
            @Override
            public double value(double t, double[] x, double[] p, double m) {
                return axiswise.value(t, x, p, m);
            }

            @Override
            public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
                axiswise.momentumGradient(t, x, p, m, gradient);
            }

            @Override
            public boolean dependsOnDensity() {
                return true;
            }
        });
        assertThat(found.isConverged()).as(found.message()).isTrue();
        assertThat(found.u()).containsExactly(known.u(), within(1e-10));
        assertThat(found.m()).containsExactly(known.m(), within(1e-9));
    }

    private static Equilibrium solve(Hamiltonian hamiltonian) {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, hamiltonian)
                        .viscosity(0.05)
                        .build(),
                40,
                30);
        return new NewtonSolver(new StoppingRule(1e-12, 60)).solve(game);
    }
}
