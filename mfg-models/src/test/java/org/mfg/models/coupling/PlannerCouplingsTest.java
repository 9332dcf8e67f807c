package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.testkit.CouplingKit;

/** The planner's versions; the kit compares each with differences of the social cost. */
class PlannerCouplingsTest {
    private static final double[] X = {0.3};

    /** A coupling that leaves all derivatives to differences. */
    private static final LocalCoupling SATURATING = (t, x, m) -> (1 + t * x[0]) * m / (1 + m);

    static List<Coupling> couplings() {
        return List.of(
                new PowerCoupling(0.5, 1),
                new PowerCoupling(0.5, 2.5),
                new PowerCoupling(0.5, 0.5),
                new LogCoupling(0.7, 1e-12),
                new GaussianKernelCoupling(-1.3, 0.2),
                new MeanCoupling(new QuarticMeanCost()),
                SATURATING);
    }

    @ParameterizedTest
    @MethodSource("couplings")
    void theyAreTheDerivativesOfTheSocialCostAndHaveRightDerivatives(Coupling coupling) {
        CouplingKit.check(coupling, 1);
        CouplingKit.check(coupling, 2);
        CouplingKit.check(coupling.forPlanner(), 1);
        if (coupling instanceof MeanCoupling) {
            CouplingKit.check(coupling.forPlanner(), 2);
        }
    }

    @Test
    void differencesGiveTheDerivativesOfAPlannersCoupling() {
        LocalCoupling planner = (LocalCoupling) SATURATING.forPlanner();
        for (double m : new double[] {0.05, 1, 4}) {
            double factor = 1 + 0.5 * X[0];
            double value = factor * (m / (1 + m) + m / ((1 + m) * (1 + m)));
            double slope = factor * 2 / Math.pow(1 + m, 3);
            assertThat(planner.value(0.5, X, m)).isEqualTo(value, within(1e-8));
            assertThat(planner.densityDerivative(0.5, X, m)).isEqualTo(slope, within(1e-5));
        }
    }

    @Test
    void aNonlocalCouplingOfUnknownFormIsRefusedByItsName() {
        assertThatThrownBy(new Unknown()::forPlanner)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("coupling Unknown has no planner's version");
    }

    @Test
    void aPlannersVersionThatIsNotTheDerivativeOfTheSocialCostIsCaught() {
        LocalCoupling wrong = new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return m;
            }

            @Override
            public Coupling forPlanner() {
                return this;
            }
        };
        assertThatThrownBy(() -> CouplingKit.check(wrong, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("forPlanner is ");
    }

    private static final class Unknown implements NonlocalCoupling {
        @Override
        public DiscreteCoupling on(Grid grid, TimeGrid time) {
            return new GaussianKernelCoupling(1, 1).on(grid, time);
        }
    }

    /** c = t + Σ_k (x_k - μ_k²)², so that the planner's derivative needs the second derivative in μ. */
    private static final class QuarticMeanCost implements MeanCost {
        @Override
        public double value(double t, double[] x, double[] mean) {
            double sum = t;
            for (int k = 0; k < x.length; k++) {
                sum += Math.pow(x[k] - mean[k] * mean[k], 2);
            }
            return sum;
        }

        @Override
        public void meanGradient(double t, double[] x, double[] mean, double[] gradient) {
            for (int k = 0; k < x.length; k++) {
                gradient[k] = -4 * mean[k] * (x[k] - mean[k] * mean[k]);
            }
        }
    }
}
