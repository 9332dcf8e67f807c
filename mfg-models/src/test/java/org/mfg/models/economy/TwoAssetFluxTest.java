package org.mfg.models.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.api.testkit.FluxKit;
import org.mfg.api.testkit.HamiltonianKit;

class TwoAssetFluxTest {
    private static final Domain DOMAIN = Domain.of(
            Axis.noFlux("b", -1, 4), Axis.noFlux("a", 0, 6), Axis.states("income", States.two("low", "high", 1, 1)));
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static TwoAssetHousehold household(double riskAversion, double linear) {
        return new TwoAssetHousehold(
                riskAversion, List.of(0.8, 1.3), 0.03, 0.12, 0.05, new AdjustmentCost(linear, 2, 1), -1, 4, 6);
    }

    private static NumericalHamiltonian flux(TwoAssetHousehold household) {
        return new TwoAssetHamiltonian(household).numericalHamiltonian(3).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 5})
    void hamiltonianAndFluxKeepTheirPromises(double riskAversion) {
        for (double linear : new double[] {0, 0.03, 0.5}) {
            TwoAssetHousehold household = household(riskAversion, linear);
            HamiltonianKit.check(new TwoAssetHamiltonian(household), DOMAIN);
            FluxKit.check(flux(household), new TwoAssetHamiltonian(household), DOMAIN);
        }
    }

    /** The definition itself, over a fine mesh of consumption and deposits: never more than the flux, and nearly as much. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 5})
    void itIsTheBestOfAllConsumptionAndDeposits(double riskAversion) {
        TwoAssetHousehold household = household(riskAversion, 0.03);
        NumericalHamiltonian flux = flux(household);
        Random random = new Random(7);
        for (int k = 0; k < 40; k++) {
            double[] x = {5 * random.nextDouble() - 1, 6 * random.nextDouble(), k % 2};
            // Around what consumption of the income makes a unit worth, so that all cases occur.
            double worth = Math.pow(household.income(x), -riskAversion);
            double[] q = new double[6];
            for (int s = 0; s < 4; s++) {
                q[s] = -worth * (0.8 + 0.4 * random.nextDouble());
            }
            double g = flux.value(0, x, q, 1);
            double best = bestOfMesh(household, x, q);
            assertThat(best).isLessThanOrEqualTo(g + 1e-12);
            assertThat(best).isCloseTo(g, within(2e-3 * (1 + Math.abs(g))));
        }
    }

    private static double bestOfMesh(TwoAssetHousehold household, double[] x, double[] q) {
        Utility utility = Utility.crra(household.riskAversion());
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= 2000; i++) {
            double c = 0.002 * i;
            for (int j = -800; j <= 800; j++) {
                double d = 0.0025 * j;
                double liquid = household.income(x) - c - d - household.cost().at(d, x[1]);
                double illiquid = 0.05 * x[1] + d;
                best = Math.max(best, utility.value(c) + upwind(liquid, q, 0) + upwind(illiquid, q, 2));
            }
        }
        return best;
    }

    private static double upwind(double drift, double[] q, int minus) {
        return -drift * (drift > 0 ? q[minus + 1] : q[minus]);
    }

    /** Nobody crosses a state constraint; at the corner of the borrowing limit without illiquid wealth nor deposits income is all there is. */
    @Test
    void noDriftLeadsOut() {
        TwoAssetHousehold household = household(2, 0.03);
        NumericalHamiltonian flux = flux(household);
        double[] gradient = new double[6];
        Random random = new Random(3);
        for (int k = 0; k < 1000; k++) {
            boolean lowerB = k % 2 == 0;
            boolean lowerA = k / 2 % 2 == 0;
            double[] x = {lowerB ? -1 : 4, lowerA ? 0 : 6, k / 4 % 2};
            double[] q = {-random.nextDouble(), -random.nextDouble(), -random.nextDouble(), -random.nextDouble(), 0, 0};
            q[lowerB ? 0 : 1] = lowerB ? -INFINITY : INFINITY;
            q[lowerA ? 2 : 3] = lowerA ? -INFINITY : INFINITY;
            flux.gradient(0, x, q, 1, gradient);
            assertThat(gradient[lowerB ? 0 : 1]).isZero();
            assertThat(gradient[lowerA ? 2 : 3]).isZero();
            assertThat(flux.value(0, x, q, 1)).isFinite();
        }
        // A unit of a is worth less than one of b: no deposits; b is worth too little to save.
        double[] q = {-INFINITY, -1, -INFINITY, -0.5, 0, 0};
        assertThat(flux.value(0, new double[] {-1, 0, 0}, q, 1)).isCloseTo(-1 / (0.8 - 0.12), within(1e-15));
    }

    /** Where b rests, a unit of it is worth what equates income and spending: at the limit of b with deposits, by hand. */
    @Test
    void aHouseholdAtTheLimitDepositsOutOfItsIncome() {
        TwoAssetHousehold household = household(2, 0.03);
        double worth = 1.2;
        // Choose λ, then the μ that makes the deposit d = 0.1 best: μ = λ (1 + χ0 + χ1 d/ā); the income left is c =
        // λ^(-1/2).
        double d = 0.1;
        double mu = worth * (1 + 0.03 + 2 * d / 1);
        double c = 1 / Math.sqrt(worth);
        double spent = c + d + 0.03 * d + d * d;
        double b = (spent - 0.8) / 0.03;
        double[] x = {b, 0.5, 0};
        double[] q = {-10, -0.1, -2 * mu, -mu, 0, 0};
        double[] gradient = new double[6];
        flux(household).gradient(0, x, q, 1, gradient);
        assertThat(gradient[0]).isZero();
        assertThat(gradient[1]).isZero();
        assertThat(gradient[3]).isCloseTo(-(0.05 * 0.5 + d), within(1e-14));
        assertThat(flux(household).value(0, x, q, 1)).isCloseTo(-1 / c + mu * (0.05 * 0.5 + d), within(1e-13));
    }
}
