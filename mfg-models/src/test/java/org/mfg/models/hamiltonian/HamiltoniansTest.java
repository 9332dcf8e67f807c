package org.mfg.models.hamiltonian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.api.testkit.HamiltonianKit;

class HamiltoniansTest {
    private static final double[] X = {0.5};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyProvidedHamiltonianPassesTheKitWithItsDefaults(int dimension) {
        for (HamiltonianProvider provider : ServiceLoader.load(HamiltonianProvider.class)) {
            Hamiltonian h = provider.create(Parameters.of(provider.name(), provider.parameters(), Map.of()));
            assertThatCode(() -> HamiltonianKit.check(h, dimension)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.25, 1.5, 2, 2.5, 3, 4})
    void powersPassTheKit(double beta) {
        HamiltonianKit.check(new PowerHamiltonian(beta), 1);
        HamiltonianKit.check(new PowerHamiltonian(beta), 3);
        HamiltonianKit.check(new PowerHamiltonian(beta, 2.5), 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 3})
    void congestionPassesTheKit(double beta) {
        HamiltonianKit.check(new CongestionHamiltonian(beta, 0, 1), 1);
        HamiltonianKit.check(new CongestionHamiltonian(beta, 0.75, 0.3), 2);
        HamiltonianKit.check(new CongestionHamiltonian(beta, 1.6, 2), 3);
    }

    @Test
    void congestionSlowsAnAgentAndADensityBelowZeroDoesNot() {
        CongestionHamiltonian h = new CongestionHamiltonian(2, 1, 1);
        assertThat(h.radialDerivative(0, X, 3, 0)).isEqualTo(3);
        assertThat(h.radialDerivative(0, X, 3, 2)).isEqualTo(1, within(1e-15));
        assertThat(h.radialDerivative(0, X, 3, -0.5)).isEqualTo(3);
        assertThat(new CongestionHamiltonian(2, 0, 1).dependsOnDensity()).isFalse();
    }

    @Test
    void quadraticFormsWithOtherThanDefaultParametersPassTheKit() {
        HamiltonianKit.check(new QuadraticHamiltonian(2.5), 2);
        HamiltonianKit.check(new AnisotropicQuadraticHamiltonian(0.5, 0, 3), 3);
        HamiltonianKit.check(DriftQuadraticHamiltonian.constant(-0.7, 0.4, 2), 3);
        HamiltonianKit.check(new DriftQuadraticHamiltonian((t, x) -> Math.sin(t + x[0] + x[1]), (t, x) -> x[0]), 2);
    }

    @Property(tries = 200)
    void theHamiltonianIsTheLegendreTransformOfWhatAgentsPay(
            @ForAll @DoubleRange(min = -3, max = 3) double p, @ForAll @DoubleRange(min = 1.3, max = 4) double beta) {
        double conjugate = beta / (beta - 1);
        double power = supremum(a -> -a * p - Math.pow(Math.abs(a), conjugate) / conjugate, range(p, beta));
        assertThat(new PowerHamiltonian(beta).value(0, X, new double[] {p}, 1)).isEqualTo(power, within(1e-4));
    }

    @Property(tries = 200)
    void aStreamCostsNothingToFollow(
            @ForAll @DoubleRange(min = -3, max = 3) double p, @ForAll @DoubleRange(min = -2, max = 2) double b) {
        double expected = supremum(a -> -a * p - 0.5 * (a - b) * (a - b), 6);
        Hamiltonian h = DriftQuadraticHamiltonian.constant(b);
        assertThat(h.value(0, X, new double[] {p}, 1)).isEqualTo(expected, within(1e-4));
    }

    @Test
    void agentsInAStreamDriftWithItWhereTheCostIsFlat() {
        double[] gradient = new double[1];
        DriftQuadraticHamiltonian.constant(0.7).momentumGradient(0, X, new double[] {0}, 1, gradient);
        assertThat(-gradient[0]).isEqualTo(0.7);
    }

    @Test
    void aStreamMayBeGivenByAFormula() {
        FormulaDriftHamiltonianProvider provider = new FormulaDriftHamiltonianProvider();
        Map<String, String> given = Map.of("drift-x", "2*x - y");
        Hamiltonian h = provider.create(Parameters.of("hamiltonian", provider.parameters(), given));
        double[] gradient = new double[2];
        h.momentumGradient(0, new double[] {3, 1}, new double[] {0.25, 0.5}, 1, gradient);
        assertThat(gradient).containsExactly(0.25 - 5, 0.5);
    }

    @Test
    void theSecondDerivativeOfALowPowerIsLargeButFiniteAtZero() {
        assertThat(new PowerHamiltonian(1.5).radialSecondDerivative(0, X, 0, 1)).isBetween(1e3, 1e5);
    }

    @Test
    void valuesOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> new PowerHamiltonian(1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("beta must be finite and > 1, was 1.0");
        assertThatThrownBy(() -> new QuadraticHamiltonian(0)).hasMessage("cost must be finite and > 0, was 0.0");
        assertThatThrownBy(() -> new AnisotropicQuadraticHamiltonian(1, -2))
                .hasMessage("mobility of axis 1 must be finite and >= 0, was -2.0");
    }

    private static double range(double p, double beta) {
        return 1 + 2 * Math.pow(Math.abs(p), beta - 1);
    }

    /** The maximum over |a| up to range, by a fine scan: not derived from the Hamiltonian. */
    private static double supremum(DoubleUnaryOperator f, double range) {
        int n = 20_000;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = -n; i <= n; i++) {
            best = Math.max(best, f.applyAsDouble(range * i / n));
        }
        return best;
    }
}
