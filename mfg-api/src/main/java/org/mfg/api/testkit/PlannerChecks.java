package org.mfg.api.testkit;

import java.util.Random;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The promise of {@link Coupling#forPlanner}: it is the derivative of the social cost Σ w m F[m] of all time levels, here
 * compared with a central difference in a random direction at each of them.
 */
final class PlannerChecks {
    private final Grid grid;
    private final TimeGrid time;
    private final Check check;
    private final double[] m;
    private final double[] dm;

    PlannerChecks(Grid grid, TimeGrid time, Check check) {
        this.grid = grid;
        this.time = time;
        this.check = check;
        Random random = new Random(23);
        int size = grid.size() * time.levels();
        m = Point.densities(random, size);
        dm = Point.direction(random, size);
    }

    /** Checks the coupling, unless it refuses to have a planner's version, with the density moved at one level after the other. */
    void run(Coupling coupling) {
        double[] marginal = marginal(coupling);
        for (int j = 0; j < time.levels() && marginal.length > 0; j++) {
            run(coupling, marginal, j, j);
        }
    }

    /** The same with the density moved at all levels at once, which costs less. */
    void runOnce(Coupling coupling) {
        double[] marginal = marginal(coupling);
        if (marginal.length > 0) {
            run(coupling, marginal, 0, time.steps());
        }
    }

    /** F[m] + F'[m]* m; empty for a coupling without a planner's version. */
    private double[] marginal(Coupling coupling) {
        try {
            return values(coupling.forPlanner(), m);
        } catch (InvalidInputException refused) {
            return new double[0];
        }
    }

    private void run(Coupling coupling, double[] marginal, int first, int last) {
        double[] above = new double[Check.STEPS.length];
        double[] below = new double[Check.STEPS.length];
        for (int s = 0; s < Check.STEPS.length; s++) {
            above[s] = socialCost(coupling, moved(first, last, Check.STEPS[s]));
            below[s] = socialCost(coupling, moved(first, last, -Check.STEPS[s]));
        }
        double sum = 0;
        for (int j = first; j <= last; j++) {
            sum += inner(j, dm, marginal);
        }
        check.derivative("forPlanner", new Levels(first, last), sum, above, below, 1);
    }

    /** Time levels; their words are needed only where a check fails. */
    private record Levels(int first, int last) {
        @Override
        public String toString() {
            String levels = first == last ? "level " + first : "levels " + first + " to " + last;
            return levels + " of a random density, as the derivative of Σ w m F in a random direction";
        }
    }

    /** The density moved at some levels. */
    private double[] moved(int first, int last, double e) {
        double[] moved = m.clone();
        for (int i = first * grid.size(); i < (last + 1) * grid.size(); i++) {
            moved[i] += e * dm[i];
        }
        return moved;
    }

    private double socialCost(Coupling coupling, double[] density) {
        double[] cost = values(coupling, density);
        double sum = 0;
        for (int j = 0; j < time.levels(); j++) {
            sum += inner(j, density, cost);
        }
        return sum;
    }

    private double inner(int j, double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < grid.size(); i++) {
            sum += grid.weight(i) * a[j * grid.size() + i] * b[j * grid.size() + i];
        }
        return sum;
    }

    private double[] values(Coupling coupling, double[] density) {
        double[] out = new double[m.length];
        if (coupling instanceof LocalCoupling local) {
            double[] x = new double[grid.dimension()];
            for (int i = 0; i < out.length; i++) {
                grid.position(i % grid.size(), x);
                out[i] = local.value(time.time(i / grid.size()), x, density[i]);
            }
        } else if (coupling instanceof NonlocalCoupling nonlocal) {
            nonlocal.on(grid, time).addValue(density, 0, time.steps(), out);
        }
        return out;
    }
}
