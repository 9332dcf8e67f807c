package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.testkit.CouplingKit;

/** The kit catches couplings that are wrong on purpose. */
class CouplingKitTest {

    private interface Operation {
        void add(double[] m, int first, int last, double[] out);
    }

    @Test
    void aWrongDerivativeOfALocalCouplingIsNamedWithThePlace() {
        LocalCoupling wrong = new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return m * m;
            }

            @Override
            public double densityDerivative(double t, double[] x, double m) {
                return m;
            }
        };
        assertThatThrownBy(() -> CouplingKit.check(wrong, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("densityDerivative is ")
                .hasMessageContaining("m = ");
    }

    @Test
    void aWrongDerivativeOfANonlocalCouplingIsNamedWithThePlace() {
        assertThatThrownBy(() -> CouplingKit.check(of(CouplingKitTest::identity, (dm, first, last, out) -> {}), 1))
                .hasMessageContaining("addDerivative is 0.0")
                .hasMessageContaining("level 0, node 0");
    }

    @Test
    void aNonlocalCouplingThatOverwritesInsteadOfAddingIsCaught() {
        Operation overwrite =
                (m, first, last, out) -> System.arraycopy(m, 7 * first, out, 7 * first, 7 * (last - first + 1));
        assertThatThrownBy(() -> CouplingKit.check(of(overwrite, overwrite), 1)).hasMessageContaining("addValue to 1");
    }

    @Test
    void aNonlocalCouplingThatIgnoresTheAskedLevelsIsCaught() {
        Operation everywhere = (m, first, last, out) -> identity(m, 0, 4, out);
        assertThatThrownBy(() -> CouplingKit.check(of(everywhere, everywhere), 1))
                .hasMessageContaining("one level");
    }

    /** The adjoint of Σ_k w_k m_k at a node is the sum of w over all; here it lacks the weights, which differ at the ends. */
    @Test
    void anAdjointWithoutTheQuadraturesWeightsIsCaught() {
        Coupling wrong = (grid, time) -> new DiscreteCoupling() {
            @Override
            public void addValue(double[] m, int first, int last, double[] out) {
                for (int j = first; j <= last; j++) {
                    out[j * grid.size()] += grid.integrate(m, j * grid.size());
                }
            }

            @Override
            public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                addValue(dm, first, last, out);
            }

            @Override
            public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
                for (int j = first; j <= last; j++) {
                    for (int i = 0; i < grid.size(); i++) {
                        out[j * grid.size() + i] += dv[j * grid.size()];
                    }
                }
            }
        };
        assertThatThrownBy(() -> CouplingKit.check(wrong, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("addAdjoint is ");
    }

    @Test
    void aWrongSecondDerivativeOfALocalCouplingIsNamed() {
        LocalCoupling wrong = new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return m * m;
            }

            @Override
            public double densitySecondDerivative(double t, double[] x, double m) {
                return 1;
            }
        };
        assertThatThrownBy(() -> CouplingKit.check(wrong, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("densitySecondDerivative is 1.0");
    }

    private static void identity(double[] m, int first, int last, double[] out) {
        for (int i = 7 * first; i < 7 * (last + 1); i++) {
            out[i] += m[i];
        }
    }

    /** A coupling on the kit's 7 nodes with the given operations. */
    private static Coupling of(Operation value, Operation derivative) {
        return (grid, time) -> new DiscreteCoupling() {
            @Override
            public void addValue(double[] m, int first, int last, double[] out) {
                value.add(m, first, last, out);
            }

            @Override
            public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                derivative.add(dm, first, last, out);
            }
        };
    }
}
