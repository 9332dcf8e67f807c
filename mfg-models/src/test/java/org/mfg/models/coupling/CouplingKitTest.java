package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
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

    private static void identity(double[] m, int first, int last, double[] out) {
        for (int i = 7 * first; i < 7 * (last + 1); i++) {
            out[i] += m[i];
        }
    }

    /** A coupling on the kit's 7 nodes with the given operations. */
    private static NonlocalCoupling of(Operation value, Operation derivative) {
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
