package org.mfg.api.testkit;

import java.util.Arrays;
import java.util.Random;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The promises of {@link DiscreteCoupling#addAdjoint} and {@link DiscreteCoupling#addAdjointChange}: for random fields dm and dv, Σ ω w dv
 * F'[m] dm = Σ ω w dm F'[m]* dv, and the change of the adjoint along dm agrees with a central difference.
 */
final class AdjointChecks {
    private final DiscreteCoupling coupling;
    private final Grid grid;
    private final double[] levelWeight;
    private final Check check;
    private final double[] m;
    private final double[] dm;
    private final double[] dv;

    private AdjointChecks(DiscreteCoupling coupling, Grid grid, double[] levelWeight, Check check) {
        this.coupling = coupling;
        this.grid = grid;
        this.levelWeight = levelWeight;
        this.check = check;
        Random random = new Random(23);
        int size = grid.size() * levelWeight.length;
        m = Point.densities(random, size);
        dm = Point.direction(random, size);
        dv = Point.direction(random, size);
        for (int i = 0; i < size; i++) {
            if (grid.isWall(i % grid.size())) {
                m[i] = 0;
                dm[i] = 0;
                dv[i] = 0;
            }
        }
    }

    /** The checks of {@link org.mfg.api.coupling.Coupling#on}, for which all levels weigh the same. */
    static AdjointChecks implicit(DiscreteCoupling coupling, Grid grid, TimeGrid time, Check check) {
        double[] weight = new double[time.levels()];
        Arrays.fill(weight, 1);
        return new AdjointChecks(coupling, grid, weight, check);
    }

    /** Those of {@link org.mfg.api.coupling.Coupling#forTrapezoidRule}. */
    static AdjointChecks trapezoid(DiscreteCoupling coupling, Grid grid, TimeGrid time, Check check) {
        double[] weight = new double[time.levels()];
        Arrays.fill(weight, 1);
        weight[0] = 0.5;
        weight[time.steps()] = 0.5;
        return new AdjointChecks(coupling, grid, weight, check);
    }

    /** Checks a coupling that gives an adjoint; others promise none. */
    void run() {
        double[] adjoint;
        try {
            adjoint = adjoint(m);
        } catch (InvalidInputException missing) {
            return;
        }
        isAdjoint(adjoint);
        oneLevelOrMany(adjoint);
        change();
    }

    private void isAdjoint(double[] adjoint) {
        double[] derivative = new double[m.length];
        coupling.addDerivative(m, dm, 0, last(), derivative);
        double left = 0;
        double right = 0;
        for (int i = 0; i < m.length; i++) {
            check.finite("addAdjoint", new Entry(i, grid.size()), adjoint[i]);
            double weight = levelWeight[i / grid.size()] * grid.weight(i % grid.size());
            left += weight * dv[i] * derivative[i];
            right += weight * dm[i] * adjoint[i];
        }
        check.equal("addAdjoint", "random fields", right, left, "(Σ w dm F'* dv as Σ w dv F' dm)");
    }

    private void oneLevelOrMany(double[] adjoint) {
        double[] single = new double[m.length];
        for (int j = 0; j <= last(); j++) {
            coupling.addAdjoint(m, dv, j, j, single);
        }
        check.fieldsEqual("addAdjoint of one level", grid.size(), single, adjoint, "as with all levels at once");
    }

    private void change() {
        double[] change = new double[m.length];
        coupling.addAdjointChange(m, dm, dv, 0, last(), change);
        check.fieldDerivative("addAdjointChange", grid.size(), change, this::adjoint, m, dm);
    }

    private double[] adjoint(double[] density) {
        double[] out = new double[m.length];
        coupling.addAdjoint(density, dv, 0, last(), out);
        return out;
    }

    private int last() {
        return levelWeight.length - 1;
    }
}
