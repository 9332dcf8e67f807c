package org.mfg.api.testkit;

import java.util.Arrays;
import java.util.Random;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** The promises of {@link DiscreteCoupling}. */
final class DiscreteCouplingChecks {
    private final DiscreteCoupling coupling;
    private final int nodes;
    private final int levels;
    private final Check check;
    private final double[] m;
    private final double[] dm;

    DiscreteCouplingChecks(DiscreteCoupling coupling, Grid grid, TimeGrid time, Check check) {
        this.coupling = coupling;
        nodes = grid.size();
        levels = time.levels();
        this.check = check;
        Random random = new Random(19);
        m = Point.densities(random, nodes * levels);
        dm = Point.direction(random, nodes * levels);
    }

    void run() {
        derivative();
        oneLevelOrMany();
        addsToAskedLevelsOnly();
        double[] before = m.clone();
        values(m);
        if (!Arrays.equals(before, m)) {
            check.fail("addValue", "a random density", "changed the density");
        }
    }

    private void derivative() {
        double[] derivative = derivatives();
        double[][] plus = new double[Check.STEPS.length][];
        double[][] minus = new double[Check.STEPS.length][];
        for (int s = 0; s < Check.STEPS.length; s++) {
            plus[s] = values(moved(Check.STEPS[s]));
            minus[s] = values(moved(-Check.STEPS[s]));
        }
        double[] above = new double[Check.STEPS.length];
        double[] below = new double[Check.STEPS.length];
        for (int i = 0; i < m.length; i++) {
            for (int s = 0; s < Check.STEPS.length; s++) {
                above[s] = plus[s][i];
                below[s] = minus[s][i];
            }
            check.derivative("addDerivative", new Entry(i, nodes), derivative[i], above, below, 1);
        }
    }

    private void oneLevelOrMany() {
        double[] many = values(m);
        double[] manyDerivatives = derivatives();
        double[] single = new double[m.length];
        double[] singleDerivatives = new double[m.length];
        for (int j = 0; j < levels; j++) {
            coupling.addValue(m, j, j, single);
            coupling.addDerivative(m, dm, j, j, singleDerivatives);
        }
        for (int i = 0; i < m.length; i++) {
            check.equal("addValue of one level", new Entry(i, nodes), single[i], many[i], "as with all levels at once");
            check.equal(
                    "addDerivative of one level",
                    new Entry(i, nodes),
                    singleDerivatives[i],
                    manyDerivatives[i],
                    "as with all levels at once");
        }
    }

    private void addsToAskedLevelsOnly() {
        double[] all = values(m);
        double[] out = new double[m.length];
        Arrays.fill(out, 1);
        coupling.addValue(m, 1, levels - 2, out);
        for (int i = 0; i < m.length; i++) {
            int level = i / nodes;
            boolean isAsked = level >= 1 && level <= levels - 2;
            check.equal(
                    "addValue to 1",
                    new Entry(i, nodes),
                    out[i],
                    isAsked ? 1 + all[i] : 1,
                    "at levels 1 to levels-2 only");
        }
    }

    private double[] moved(double e) {
        double[] moved = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            moved[i] = m[i] + e * dm[i];
        }
        return moved;
    }

    private double[] values(double[] density) {
        double[] out = new double[m.length];
        coupling.addValue(density, 0, levels - 1, out);
        return out;
    }

    private double[] derivatives() {
        double[] out = new double[m.length];
        coupling.addDerivative(m, dm, 0, levels - 1, out);
        return out;
    }
}
