package org.mfg.api.testkit;

import java.util.Random;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Checks a coupling against the promises of its interface, at seeded random densities.
 *
 * <ul>
 *   <li>Local: the density derivative agrees with a central difference; value and derivative are finite, also at m = 0.
 *   <li>Non-local: the directional derivative agrees with a central difference; results are added to what is there, at
 *       the asked levels only and the same for one level or many; the density is left unchanged.
 *   <li>Both: the planner's version, where there is one, is the derivative of the social cost ∫ m F[m].
 * </ul>
 */
public final class CouplingKit {
    private static final int POINTS = 200;
    private static final int NODES = 7;
    private static final int STEPS = 4;
    private static final long SEED = 20060911;

    private CouplingKit() {}

    /**
     * Checks on the unit box with reflecting sides.
     *
     * @param dimension the number of axes, 1 to 3
     * @throws AssertionError if a promise is broken; the message names it, the place and the values
     */
    public static void check(Coupling coupling, int dimension) {
        Axis[] axes = new Axis[dimension];
        for (int k = 0; k < dimension; k++) {
            axes[k] = Axis.noFlux("xyz".substring(k, k + 1), 0, 1);
        }
        check(coupling, Domain.of(axes));
    }

    /**
     * Checks on the given domain, over the times 0 to 1.
     *
     * @throws AssertionError if a promise is broken; the message names it, the place and the values
     */
    public static void check(Coupling coupling, Domain domain) {
        Check check = new Check(coupling);
        Grid grid = Grid.of(domain, NODES);
        TimeGrid time = new TimeGrid(1, STEPS);
        if (coupling instanceof LocalCoupling local) {
            local(local, domain, check);
        } else if (coupling instanceof NonlocalCoupling nonlocal) {
            new DiscreteCouplingChecks(nonlocal.on(grid, time), grid.size(), time.levels(), check).run();
        }
        new PlannerChecks(grid, time, check).run(coupling);
    }

    private static void local(LocalCoupling coupling, Domain domain, Check check) {
        Random random = new Random(SEED);
        for (int i = 0; i < POINTS; i++) {
            Point at = Point.random(random, domain);
            double t = random.nextDouble();
            double[] x = at.x();
            String where = "t = " + t + ", " + at.withMomentum(new double[0]);
            double derivative = coupling.densityDerivative(t, x, at.m());
            check.derivative("densityDerivative", where, derivative, m -> coupling.value(t, x, m), at.m());
            check.finite("value at m = 0", where, coupling.value(t, x, 0));
            check.finite("densityDerivative at m = 0", where, coupling.densityDerivative(t, x, 0));
        }
    }
}
