package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.Households;
import org.mfg.models.economy.LifeCycle;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.Mfg;

/**
 * Without a borrowing limit, households of constant absolute risk aversion α consume r (a + b_k), V_k = -exp(-α r (a + b_k))/(α r), where
 *
 * <pre>
 *   ρ - r = -α r (y_k - r b_k) + λ (exp(-α r (b_l - b_k)) - 1)
 * </pre>
 *
 * <p>(Wang 2003; by insertion). With V for a bequest, V is the value of a life of any length, as far as the limit is too far to be reached.
 */
class AbsoluteRiskAversionTest {
    private static final Mfg MFG = Mfg.load();
    private static final double ALPHA = 1;
    private static final double DISCOUNT = 0.04;
    private static final double RATE = 0.03;
    private static final double JUMPS = 0.3;
    private static final double[] INCOME = {1, 1.5};
    private static final double[] B = constants();

    /** By bisection in b_2 - b_1: each equation gives its b. */
    private static double[] constants() {
        double low = 0;
        double high = (INCOME[1] - INCOME[0]) / RATE;
        double[] b = new double[2];
        for (int i = 0; i < 200; i++) {
            double d = 0.5 * (low + high);
            for (int k = 0; k < 2; k++) {
                double jump = JUMPS * Math.expm1(ALPHA * RATE * (k == 0 ? -d : d));
                b[k] = (DISCOUNT - RATE + ALPHA * RATE * INCOME[k] - jump) / (ALPHA * RATE * RATE);
            }
            if (b[1] - b[0] > d) {
                low = d;
            } else {
                high = d;
            }
        }
        return b;
    }

    @Test
    void consumptionIsAffineInWealth() {
        double[] coarse = consumption(401, 50);
        double[] fine = consumption(801, 100);
        for (int i = 0; i < coarse.length; i++) {
            double a = i < 2 ? 0 : 1;
            double exact = RATE * (a + B[i % 2]);
            assertThat((coarse[i] - exact) / (fine[i] - exact)).isBetween(1.9, 2.1);
            assertThat(2 * fine[i] - coarse[i]).isCloseTo(exact, within(1e-5));
        }
    }

    /** What households of low and high income consume at wealth 0 and 1, on [-5, 5]. */
    private static double[] consumption(int nodes, int steps) {
        TwoIncomes h = new TwoIncomes(DISCOUNT, INCOME[0], INCOME[1], JUMPS, JUMPS, -5, 5);
        Households households = h.households(Utility.cara(ALPHA));
        LifeCycle life = new LifeCycle(
                1, t -> 1, x -> 1, x -> -Math.exp(-ALPHA * RATE * (x[0] + B[(int) x[1]])) / (ALPHA * RATE));
        MeanFieldGame game = households.game("cara", Budget.of(RATE, 1), life);
        DiscreteGame discrete = MFG.discretize(game, nodes, steps);
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-12)).solve(discrete);
        assertThat(e.isConverged()).as(e.message()).isTrue();
        double[] consumption = new double[4];
        for (int i = 0; i < 4; i++) {
            int node = (i < 2 ? nodes / 2 : nodes / 2 + nodes / 10) * 2 + i % 2;
            double saving = discrete.policy(e.u(), e.m()).drift(0, node, 0);
            consumption[i] = INCOME[i % 2] + RATE * (i < 2 ? 0 : 1) - saving;
        }
        return consumption;
    }
}
