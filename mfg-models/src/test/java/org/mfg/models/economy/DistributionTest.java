package org.mfg.models.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Statistics.Lorenz;

class DistributionTest {
    private static final Policy NONE = new Policy() {
        @Override
        public double drift(int step, int node, int axis) {
            return 0;
        }

        @Override
        public double runningCost(int step, int node) {
            return 0;
        }
    };

    /** The values f(x) of a crowd that is spread evenly over x in [0, 1]. */
    private static Distribution of(DoubleUnaryOperator f) {
        Grid grid = Grid.of(Domain.interval(0, 1), 20_001);
        double[] m = new double[2 * grid.size()];
        Arrays.fill(m, 1);
        return Distribution.of(
                new CrossSection(grid, NONE, m, 0, 0), AgentQuantity.ofPosition("wealth", x -> f.applyAsDouble(x[0])));
    }

    /** Wealth x^p of evenly spread x: L(s) = s^(p+1), Gini p/(p+2). */
    @Test
    void powersOfAnEvenSpreadHaveTheirLorenzCurve() {
        Distribution wealth = of(x -> x * x);
        assertThat(wealth.mean()).isCloseTo(1.0 / 3, within(1e-8));
        assertThat(wealth.gini()).isCloseTo(0.5, within(1e-8));
        assertThat(wealth.topShare(0.1)).isCloseTo(1 - Math.pow(0.9, 3), within(1e-7));
        assertThat(wealth.quantile(0.5)).isCloseTo(0.25, within(1e-4));
        Lorenz lorenz = wealth.lorenz();
        assertThat(lorenz.share()[5000]).isCloseTo(Math.pow(lorenz.population()[5000], 3), within(1e-7));
        assertThat(lorenz.share()[lorenz.share().length - 1]).isCloseTo(1, within(1e-12));
    }

    /** Exponentially distributed wealth has the Gini coefficient 1/2. The order of the nodes is not that of the values. */
    @Test
    void exponentialWealthHasTheGiniCoefficientOneHalf() {
        assertThat(of(x -> -Math.log(Math.max(x, 1e-9))).gini()).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void equalWealthIsSharedEqually() {
        Distribution wealth = of(x -> 3);
        assertThat(wealth.gini()).isZero();
        assertThat(wealth.topShare(0.1)).isCloseTo(0.1, within(1e-12));
        assertThat(wealth.quantile(0.9)).isEqualTo(3);
        assertThat(wealth.lorenz().population()).hasSize(2);
    }

    /** Half owes what a quarter of the mean of all is: the curve begins below 0. */
    @Test
    void debtsBringTheCurveBelowZero() {
        Distribution wealth = of(x -> x < 0.5 ? -0.5 : 2.5);
        Lorenz lorenz = wealth.lorenz();
        assertThat(lorenz.share()[1]).isCloseTo(-0.25, within(1e-3));
        assertThat(wealth.gini()).isCloseTo(0.75, within(1e-3));
    }
}
