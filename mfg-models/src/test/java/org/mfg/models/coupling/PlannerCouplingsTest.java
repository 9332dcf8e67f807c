package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.PlannerCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.testkit.CouplingKit;

/** The planner's version F + F'* m, made once for all couplings. */
class PlannerCouplingsTest {
    private static final TimeGrid TIME = new TimeGrid(1, 4);

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
                new MeanSpeedCoupling(0.7),
                SATURATING);
    }

    @ParameterizedTest
    @MethodSource("couplings")
    void theirDerivativesAndAdjointsAreRight(Coupling coupling) {
        for (int dimension = 1; dimension <= 2; dimension++) {
            CouplingKit.check(coupling, dimension);
            CouplingKit.check(new PlannerCoupling(coupling), dimension);
        }
    }

    /** In both weightings of time, Σ ω w dm P[m] is a difference of Σ ω w m F[m] along dm. */
    @ParameterizedTest
    @MethodSource("couplings")
    void theyAreTheDerivativesOfTheSocialCost(Coupling coupling) {
        Grid grid = Grid.of(Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 2)), 5, 4);
        Coupling planner = new PlannerCoupling(coupling);
        double[] alike = {1, 1, 1, 1, 1};
        double[] trapezoid = {0.5, 1, 1, 1, 0.5};
        isDerivative(coupling.on(grid, TIME), planner.on(grid, TIME), grid, alike);
        isDerivative(coupling.forTrapezoidRule(grid, TIME), planner.forTrapezoidRule(grid, TIME), grid, trapezoid);
    }

    private static void isDerivative(DiscreteCoupling f, DiscreteCoupling planner, Grid grid, double[] levelWeight) {
        Random random = new Random(5);
        double[] m = random.doubles(grid.size() * TIME.levels(), 0.1, 2).toArray();
        double[] dm = random.doubles(m.length, -1, 1).toArray();
        double e = 1e-5;
        double[] above = m.clone();
        double[] below = m.clone();
        for (int i = 0; i < m.length; i++) {
            above[i] += e * dm[i];
            below[i] -= e * dm[i];
        }
        double difference = (product(above, value(f, above), grid, levelWeight)
                        - product(below, value(f, below), grid, levelWeight))
                / (2 * e);
        // A difference of this step is right to e² times a third derivative, and to the round-off of the sum over e.
        assertThat(product(dm, value(planner, m), grid, levelWeight)).isEqualTo(difference, within(1e-8));
    }

    private static double[] value(DiscreteCoupling coupling, double[] m) {
        double[] out = new double[m.length];
        coupling.addValue(m, 0, TIME.steps(), out);
        return out;
    }

    private static double product(double[] a, double[] b, Grid grid, double[] levelWeight) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += levelWeight[i / grid.size()] * grid.weight(i % grid.size()) * a[i] * b[i];
        }
        return sum;
    }

    @Test
    void thoseOfPowersAndLogarithmsAreTheirClosedForms() {
        isLocally(
                new PowerCoupling(0.5, 2.5),
                m -> 0.5 * 3.5 * Math.pow(m, 2.5),
                m -> 0.5 * 3.5 * 2.5 * Math.pow(m, 1.5));
        isLocally(new PowerCoupling(0.5, 0.5), m -> 0.5 * 1.5 * Math.sqrt(m), m -> 0.5 * 1.5 * 0.5 / Math.sqrt(m));
        isLocally(new PowerCoupling(2, 1), m -> 4 * m, m -> 4);
        isLocally(new LogCoupling(0.7, 1e-12), m -> 0.7 * Math.log(m) + 0.7, m -> 0.7 / m);
    }

    private static void isLocally(LocalCoupling coupling, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        double[] m = {0.05, 1, 4};
        assertThat(value(m, coupling)).containsExactly(applied(value, m), within(1e-14));
        assertThat(slope(m, coupling)).containsExactly(applied(slope, m), within(1e-13));
    }

    /** (1 + t x) (m/(1 + m) + m/(1 + m)²) at t = 1 and x = 0, 0.5, 1: differences are right to eight digits, and twice to five. */
    @Test
    void differencesGiveTheDerivativesOfAPlannersCoupling() {
        double[] m = {0.05, 1, 4};
        for (int i = 0; i < m.length; i++) {
            double factor = 1 + 0.5 * i;
            double value = factor * (m[i] / (1 + m[i]) + m[i] / ((1 + m[i]) * (1 + m[i])));
            assertThat(value(m, SATURATING)[i]).isEqualTo(value, within(1e-8));
            assertThat(slope(m, SATURATING)[i]).isEqualTo(factor * 2 / Math.pow(1 + m[i], 3), within(1e-5));
        }
    }

    private static double[] value(double[] m, Coupling coupling) {
        double[] out = new double[6];
        onThreeNodes(coupling).addValue(twoLevels(m), 1, 1, out);
        return new double[] {out[3], out[4], out[5]};
    }

    private static double[] slope(double[] m, Coupling coupling) {
        double[] out = new double[6];
        onThreeNodes(coupling).addDerivative(twoLevels(m), new double[] {1, 1, 1, 1, 1, 1}, 1, 1, out);
        return new double[] {out[3], out[4], out[5]};
    }

    private static DiscreteCoupling onThreeNodes(Coupling coupling) {
        return new PlannerCoupling(coupling).on(Grid.of(Domain.interval(0, 1), 3), new TimeGrid(1, 1));
    }

    private static double[] twoLevels(double[] m) {
        return new double[] {1, 1, 1, m[0], m[1], m[2]};
    }

    private static double[] applied(DoubleUnaryOperator f, double[] m) {
        return new double[] {f.applyAsDouble(m[0]), f.applyAsDouble(m[1]), f.applyAsDouble(m[2])};
    }

    @Test
    void thatOfASymmetricKernelIsTwiceTheCoupling() {
        double[] m = {0.05, 1, 4};
        double[] twice = new double[6];
        new GaussianKernelCoupling(2 * 0.7, 0.4)
                .on(Grid.of(Domain.interval(0, 1), 3), new TimeGrid(1, 1))
                .addValue(twoLevels(m), 1, 1, twice);
        assertThat(value(m, new GaussianKernelCoupling(0.7, 0.4)))
                .containsExactly(new double[] {twice[3], twice[4], twice[5]}, within(1e-14));
    }

    /** The planner of c(x, μ) = (x - μ²)² adds x ∫ -4 μ (y - μ²) m(y) dy: at mass 1, -4 μ² (1 - μ) x. */
    @Test
    void thatOfTheMeanPullsEverybodyByWhatTheMeanCostsAll() {
        double[] m = {0.5, 0.5, 2.5};
        double mean = 0.25 * 0 + 0.5 * 0.5 * 0.5 + 0.25 * 2.5 * 1;
        double mass = 0.25 * 0.5 + 0.5 * 0.5 + 0.25 * 2.5;
        double[] cost = value(m, new MeanCoupling(new QuarticMeanCost()));
        assertThat(mass).isEqualTo(1);
        for (int i = 0; i < m.length; i++) {
            double x = 0.5 * i;
            double expected = 1 + Math.pow(x - mean * mean, 2) - 4 * mean * mean * (1 - mean) * x;
            assertThat(cost[i]).isEqualTo(expected, within(1e-14));
        }
    }

    /** Before the end nobody's trade costs all anything, ∫ μ μ' being a matter of the ends; there -α x · μ(T)/Δt is left. */
    @Test
    void thatOfTheSpeedIsAtTheEndOnly() {
        Grid grid = Grid.of(Domain.interval(0, 1), 3);
        Random random = new Random(3);
        double[] m = random.doubles(grid.size() * TIME.levels(), 0, 2).toArray();
        double[] cost = new double[m.length];
        new PlannerCoupling(new MeanSpeedCoupling(0.7))
                .forTrapezoidRule(grid, TIME)
                .addValue(m, 0, 4, cost);
        for (int j = 1; j < 4; j++) {
            for (int i = 0; i < 3; i++) {
                assertThat(cost[3 * j + i]).isEqualTo(0, within(1e-13));
            }
        }
        double atEnd = 0.25 * 0 + 0.5 * 0.5 * m[13] + 0.25 * 1 * m[14];
        assertThat(cost[14]).isEqualTo(-0.7 * atEnd / (0.5 * TIME.step(0)), within(1e-13));
    }

    @Test
    void aPlannersCouplingOfALocalOneIsLocal() {
        assertThat(onThreeNodes(SATURATING).isLocal()).isTrue();
        assertThat(onThreeNodes(new GaussianKernelCoupling(1, 1)).isLocal()).isFalse();
    }

    @Test
    void aCouplingThatDoesNotGiveItsAdjointIsRefusedByItsNameOnTheGrid() {
        assertThatThrownBy(() -> onThreeNodes(new Unknown()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("coupling Unknown has no planner's version: on a grid it gives no adjoint of its derivative"
                        + " (DiscreteCoupling.addAdjoint)");
    }

    private static final class Unknown implements Coupling {
        @Override
        public DiscreteCoupling on(Grid grid, TimeGrid time) {
            return new OnGrid(new GaussianKernelCoupling(1, 1).on(grid, time));
        }
    }

    private record OnGrid(DiscreteCoupling kernel) implements DiscreteCoupling {
        @Override
        public void addValue(double[] m, int first, int last, double[] out) {
            kernel.addValue(m, first, last, out);
        }

        @Override
        public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
            kernel.addDerivative(m, dm, first, last, out);
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
