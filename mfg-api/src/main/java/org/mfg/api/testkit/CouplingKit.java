package org.mfg.api.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Checks a coupling against the promises of its interface, at seeded random densities.
 *
 * <ul>
 *   <li>Local: the density derivatives agree with central differences; value and derivative are finite, also at m = 0.
 *   <li>Others: the directional derivative agrees with a central difference; results are added to what is there, at
 *       the asked levels only and the same for one level or many; the density is left unchanged. The adjoint, where there is one, is
 *       that of the derivative in both weightings of time, and its change along a direction agrees with a central difference.
 * </ul>
 */
public final class CouplingKit {
    private static final int POINTS = 200;
    private static final int NODES = 7;
    private static final int STEPS = 4;
    private static final int SAMPLED_POINTS = 8;
    private static final int SAMPLED_NODES = 4;
    private static final int SAMPLED_STEPS = 2;
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
        check(coupling, domain, 1);
    }

    static void check(Coupling coupling, Domain domain, double horizon) {
        run(coupling, Grid.of(domain, NODES), new TimeGrid(horizon, STEPS), POINTS, true);
    }

    /**
     * A few of the points of {@link #check}, on a few nodes of the domain without its obstacles and doors. A coupling that refuses
     * those is left alone: on the game's own grid it may be fine.
     */
    static void sample(Coupling coupling, Domain domain, double horizon) {
        Grid grid = Grid.of(withoutObstacles(domain), SAMPLED_NODES);
        try {
            run(coupling, grid, new TimeGrid(horizon, SAMPLED_STEPS), SAMPLED_POINTS, false);
        } catch (InvalidInputException refused) {
            return;
        }
    }

    /** The box with neither obstacles nor doors, which any number of nodes fits. */
    static Domain withoutObstacles(Domain domain) {
        List<Axis> axes = new ArrayList<>();
        for (Axis axis : domain.axes()) {
            axes.add(
                    axis.isPeriodic() || axis.hasStates()
                            ? axis
                            : Axis.noFlux(axis.name(), axis.lower(), axis.upper())
                                    .graded(axis.grading()));
        }
        return new Domain(axes);
    }

    private static void run(Coupling coupling, Grid grid, TimeGrid time, int points, boolean isWhole) {
        Check check = new Check(coupling);
        if (coupling instanceof LocalCoupling local) {
            Random random = new Random(SEED);
            for (int i = 0; i < points; i++) {
                Point at = Point.random(random, grid.domain(), time.horizon());
                local(local, at, check);
                if (isWhole) {
                    withoutCrowd(local, at, check);
                }
            }
        } else {
            new DiscreteCouplingChecks(coupling.on(grid, time), grid, time, check).run();
            AdjointChecks.implicit(coupling.on(grid, time), grid, time, check).run();
            AdjointChecks.trapezoid(coupling.forTrapezoidRule(grid, time), grid, time, check)
                    .run();
        }
    }

    private static void local(LocalCoupling coupling, Point point, Check check) {
        Object at = point.withMomentum(new double[0]);
        double t = point.t();
        double[] x = point.x();
        double value = coupling.value(t, x, point.m());
        check.finite("value", at, value);
        double derivative = coupling.densityDerivative(t, x, point.m());
        check.derivative("densityDerivative", at, derivative, m -> coupling.value(t, x, m), point.m());
        check.derivative(
                "densitySecondDerivative",
                at,
                coupling.densitySecondDerivative(t, x, point.m()),
                m -> coupling.densityDerivative(t, x, m),
                point.m());
    }

    private static void withoutCrowd(LocalCoupling coupling, Point point, Check check) {
        Object at = point.withMomentum(new double[0]).withDensity(0);
        check.finite("value", at, coupling.value(point.t(), point.x(), 0));
        check.finite("densityDerivative", at, coupling.densityDerivative(point.t(), point.x(), 0));
    }
}
