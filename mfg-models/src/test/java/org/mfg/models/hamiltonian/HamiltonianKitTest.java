package org.mfg.models.hamiltonian;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.testkit.HamiltonianKit;

/** The kit catches Hamiltonians that are wrong on purpose. */
class HamiltonianKitTest {

    /** H = h(p) on one axis with the given derivative. */
    private record OneAxis(Curve h, Curve derivative, double minimizer) implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return h.at(p, m);
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return derivative.at(p, m);
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return minimizer;
        }
    }

    private interface Curve {
        double at(double p, double m);
    }

    @Test
    void aWrongGradientIsNamedWithThePointAndBothValues() {
        Hamiltonian wrong = new OneAxis((p, m) -> 0.5 * p * p, (p, m) -> 1.01 * p, 0);
        assertThatThrownBy(() -> HamiltonianKit.check(wrong, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OneAxis: momentumGradient[0] is ")
                .hasMessageContaining("but must be ")
                .hasMessageContaining("x = [")
                .hasMessageContaining("m = ");
    }

    @Test
    void aWrongSecondDerivativeIsNamed() {
        Hamiltonian wrong = new RadialHamiltonian() {
            @Override
            public double radialValue(double t, double[] x, double r, double m) {
                return r * r * r / 3;
            }

            @Override
            public double radialDerivative(double t, double[] x, double r, double m) {
                return r * r;
            }

            @Override
            public double radialSecondDerivative(double t, double[] x, double r, double m) {
                return r;
            }
        };
        assertThatThrownBy(() -> HamiltonianKit.check(wrong, 2)).hasMessageContaining("radialSecondDerivative is ");
    }

    @Test
    void aHamiltonianThatIsNotConvexIsCaught() {
        Hamiltonian wrong = new OneAxis((p, m) -> Math.cos(p), (p, m) -> -Math.sin(p), 0);
        assertThatThrownBy(() -> HamiltonianKit.check(wrong, 1)).hasMessageContaining("convexity");
    }

    @Test
    void aWrongMinimizerIsCaught() {
        Hamiltonian wrong = new OneAxis((p, m) -> 0.5 * (p - 1) * (p - 1), (p, m) -> p - 1, 0);
        assertThatThrownBy(() -> HamiltonianKit.check(wrong, 1)).hasMessageContaining("axisMinimizer");
    }

    @Test
    void anUndeclaredDependenceOnTheDensityIsCaught() {
        Hamiltonian wrong = new OneAxis((p, m) -> 0.5 * p * p + m, (p, m) -> p, 0);
        assertThatThrownBy(() -> HamiltonianKit.check(wrong, 1)).hasMessageContaining("dependsOnDensity");
    }

    @Test
    void aSlopeAtZeroMomentumIsCaughtInARadialHamiltonian() {
        Hamiltonian wrong = new RadialHamiltonian() {
            @Override
            public double radialValue(double t, double[] x, double r, double m) {
                return r;
            }

            @Override
            public double radialDerivative(double t, double[] x, double r, double m) {
                return 1;
            }
        };
        assertThatThrownBy(() -> HamiltonianKit.check(wrong, 1)).hasMessageContaining("radialDerivative is 1.0");
    }

    @Test
    void aValueThatIsNotFiniteIsCaught() {
        Hamiltonian wrong = new OneAxis((p, m) -> 0.5 * p * p + 0 / m, (p, m) -> p, 0);
        assertThatThrownBy(() -> HamiltonianKit.check(wrong, 1))
                .hasMessageContaining("value is NaN but must be finite");
    }
}
