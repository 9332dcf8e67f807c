package org.mfg.solvers.finitedifferences;

import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.TimeGrid;

/**
 * The cost V' that the density at a node has there, f(t, x) + Σ F(t, x, m), and in the last step (g(x) + Σ G(T, x, m))/Δt more: the derivative of the potential
 * V of a game with local couplings.
 */
final class CrowdCosts {
    private static final double SMALLEST_SAMPLE = 1e-3;
    private static final double SAMPLE_FACTOR = 10;

    private final Mesh mesh;
    private final TimeGrid time;
    private final LocalCoupling[] couplings;
    private final LocalCoupling[] terminalCouplings;
    /** Costs that do not depend on the crowd; empty for none. */
    private final double[] given;

    /** Of the couplings alone: V' up to what does not depend on the crowd. */
    CrowdCosts(LocalCoupling[] couplings, LocalCoupling[] terminalCouplings, TimeGrid time, Mesh mesh) {
        this(couplings, terminalCouplings, time, mesh, new double[0]);
    }

    private CrowdCosts(
            LocalCoupling[] couplings, LocalCoupling[] terminalCouplings, TimeGrid time, Mesh mesh, double[] given) {
        this.couplings = couplings;
        this.terminalCouplings = terminalCouplings;
        this.mesh = mesh;
        this.time = time;
        this.given = given;
    }

    /** With the costs that a game gives. */
    CrowdCosts with(MeanFieldGame game) {
        int n = mesh.size;
        double[] all = new double[time.levels() * n];
        for (int j = 1; j < time.levels(); j++) {
            for (int i = 0; i < n; i++) {
                all[j * n + i] = game.runningCost().at(time.time(j), mesh.position[i].clone());
            }
        }
        for (int i = 0; i < n; i++) {
            all[time.steps() * n + i] += game.terminalCost().at(mesh.position[i].clone()) / time.stepTo(time.steps());
        }
        return new CrowdCosts(couplings, terminalCouplings, time, mesh, all);
    }

    /** V'(m) at a level from 1 on and a node. */
    double value(int level, int node, double m) {
        double t = time.time(level);
        double sum = given.length == 0 ? 0 : given[level * mesh.size + node];
        for (LocalCoupling coupling : couplings) {
            sum += coupling.value(t, mesh.position[node], m);
        }
        if (level == time.steps()) {
            for (LocalCoupling coupling : terminalCouplings) {
                sum += coupling.value(t, mesh.position[node], m) / time.stepTo(time.steps());
            }
        }
        return sum;
    }

    /** The time of a level. */
    double time(int level) {
        return time.time(level);
    }

    /** Whether no coupling falls with the density, as far as a sample of densities tells at the first and the last level. */
    boolean isAversion() {
        for (int level = 1; level <= time.steps(); level += Math.max(1, time.steps() - 1)) {
            for (int i = 0; i < mesh.size; i++) {
                for (double m = SMALLEST_SAMPLE; m <= 1 / SMALLEST_SAMPLE; m *= SAMPLE_FACTOR) {
                    if (slope(level, i, m) < 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** V''(m). */
    double slope(int level, int node, double m) {
        return runningSlope(level, node, m) + (level == time.steps() ? endSlope(node, m) : 0);
    }

    /** Σ F'(m). */
    double runningSlope(int level, int node, double m) {
        double sum = 0;
        for (LocalCoupling coupling : couplings) {
            sum += coupling.densityDerivative(time.time(level), mesh.position[node], m);
        }
        return sum;
    }

    /** Σ G'(m)/Δt. */
    double endSlope(int node, double m) {
        double sum = 0;
        for (LocalCoupling coupling : terminalCouplings) {
            sum += coupling.densityDerivative(time.horizon(), mesh.position[node], m);
        }
        return sum / time.stepTo(time.steps());
    }
}
