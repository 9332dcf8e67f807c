package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.solvers.Mfg;

/** The upwind scheme by Newton's method against heat equations by a fixed point: another scheme, another method. */
class HeatEquationsTest {
    private static final Mfg MFG = Mfg.load();
    private static final double LAMBDA = 0.5;

    /**
     * Slopes vanish at the walls. The tutorial's g has the slope -0.7 at the lower one, which gives m a layer at t = T there:
     * its largest error then falls like the square root of h.
     */
    private final MeanFieldGame game = MeanFieldGame.builder("smooth")
            .domain(Domain.interval(0, 1))
            .horizon(1)
            .viscosity(0.1)
            .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
            .coupling(MFG.coupling("power", Map.of("lambda", LAMBDA)))
            .terminalCost(x -> 0.2 * Math.cos(2 * Math.PI * x[0]))
            .initialDensity(x -> 1 + 0.8 * Math.cos(Math.PI * x[0]))
            .build();

    @Test
    void bothMethodsTendToTheSameEquilibriumWithFirstOrder() {
        double[] coarse = distance(51, 50);
        double[] middle = distance(101, 100);
        double[] fine = distance(201, 200);
        for (int k = 0; k < 2; k++) {
            double before = order(coarse[k], middle[k]);
            double after = order(middle[k], fine[k]);
            assertThat(after).isBetween(0.95, 1.05);
            assertThat(Math.abs(after - 1)).as("ever closer to first order").isLessThan(Math.abs(before - 1));
        }
    }

    private static double order(double coarse, double fine) {
        return Math.log(coarse / fine) / Math.log(2);
    }

    /** The largest differences of u and of m, the latter against the largest density. */
    private double[] distance(int nodes, int steps) {
        HeatEquations heat = new HeatEquations(game, LAMBDA, nodes, steps);
        Equilibrium newton = MFG.solver("newton", Map.of("tolerance", 1e-10)).solve(MFG.discretize(game, nodes, steps));
        double u = 0;
        double m = 0;
        double largest = 0;
        for (int i = 0; i < heat.u.length; i++) {
            u = Math.max(u, Math.abs(newton.u()[i] - heat.u[i]));
            m = Math.max(m, Math.abs(newton.m()[i] - heat.m[i]));
            largest = Math.max(largest, heat.m[i]);
        }
        return new double[] {u, m / largest};
    }
}
