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
        check.fieldDerivative("addDerivative", nodes, derivatives(), this::values, m, dm);
        oneLevelOrMany();
        addsToAskedLevelsOnly();
        double[] before = m.clone();
        values(m);
        if (!Arrays.equals(before, m)) {
            check.fail("addValue", "a random density", "changed the density");
        }
    }

    private void oneLevelOrMany() {
        double[] single = new double[m.length];
        double[] singleDerivatives = new double[m.length];
        for (int j = 0; j < levels; j++) {
            coupling.addValue(m, j, j, single);
            coupling.addDerivative(m, dm, j, j, singleDerivatives);
        }
        String source = "as with all levels at once";
        check.fieldsEqual("addValue of one level", nodes, single, values(m), source);
        check.fieldsEqual("addDerivative of one level", nodes, singleDerivatives, derivatives(), source);
    }

    private void addsToAskedLevelsOnly() {
        double[] out = new double[m.length];
        Arrays.fill(out, 1);
        coupling.addValue(m, 1, levels - 2, out);
        double[] expected = values(m);
        for (int i = 0; i < m.length; i++) {
            int level = i / nodes;
            boolean isAsked = level >= 1 && level <= levels - 2;
            expected[i] = isAsked ? 1 + expected[i] : 1;
        }
        check.fieldsEqual("addValue to 1", nodes, out, expected, "at levels 1 to levels-2 only");
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
