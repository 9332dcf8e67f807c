package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mfg.app.economy.TransitionTest.TFP;
import static org.mfg.app.economy.TransitionTest.clear;
import static org.mfg.app.economy.TransitionTest.largest;

import org.junit.jupiter.api.Test;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;

/** Paths whose steps are short at first, when much happens, and long later. */
class UnevenStepsTest {
    private static final Shock FALL = Shock.decaying("tfp", TFP, -0.03, 0.2);

    /** The error is that to a path of even steps, extrapolated. */
    @Test
    void aQuarterOfTheStepsIsEnough() {
        double[] even = capital(new TimeGrid(200, 400));
        double[] finer = capital(new TimeGrid(200, 800));
        double[] exact = new double[even.length];
        double[] ofEven = new double[even.length];
        for (int j = 0; j < exact.length; j++) {
            exact[j] = 2 * finer[2 * j] - even[j];
            ofEven[j] = even[j] - exact[j];
        }
        double ofQuarter = error(new TimeGrid(200, 100, 20), exact);
        double ofHalf = error(new TimeGrid(200, 200, 20), exact);
        assertThat(ofQuarter).isLessThan(largest(ofEven));
        assertThat(Math.log(ofQuarter / ofHalf) / Math.log(2)).isBetween(0.95, 1.05);
    }

    private static double[] capital(TimeGrid time) {
        Transition t = clear(250, time, FALL);
        assertThat(t.isConverged()).isTrue();
        assertThat(largest(t.excess().get("capital"))).isLessThan(1e-11);
        return t.quantities().get("capital");
    }

    /** Linear interpolation of the exact path, at times 1/2 apart, errs by a hundredth of what is found. */
    private static double error(TimeGrid time, double[] exact) {
        double[] capital = capital(time);
        double[] error = new double[capital.length];
        for (int j = 0; j < error.length; j++) {
            double at = 2 * time.time(j);
            int below = Math.min((int) at, exact.length - 2);
            error[j] = capital[j] - exact[below] - (at - below) * (exact[below + 1] - exact[below]);
        }
        return largest(error);
    }

    @Test
    void withoutAShockNothingMoves() {
        Transition t = clear(1000, new TimeGrid(200, 50, 30));
        double[] capital = t.quantities().get("capital");
        for (double k : capital) {
            assertThat(k).isCloseTo(capital[0], within(1e-11));
        }
    }

    /** Steps that hardly grow: column by column the same as by the recursion for even ones. */
    @Test
    void theJacobianIsThatOfEvenStepsInTheLimit() {
        double[] even = jacobian(new TimeGrid(100, 60));
        double[] uneven = jacobian(new TimeGrid(100, 60, 1 + 1e-9));
        double[] difference = new double[even.length];
        for (int i = 0; i < even.length; i++) {
            difference[i] = uneven[i] - even[i];
        }
        assertThat(largest(difference)).isLessThan(1e-7 * largest(even));
    }

    private static double[] jacobian(TimeGrid time) {
        return clear(300, time, Shock.decaying("tfp", TFP, 0, 1))
                .linear()
                .orElseThrow()
                .aggregates()
                .of("capital", "interest-rate");
    }
}
