package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.grid.TimeGrid;

/** The transposes of the changes of {@link Costs}: what weights on the costs are as weights on the density that the costs depend on. */
final class CostsTransposed {
    private final Costs costs;
    private final DiscreteCoupling[] couplings;
    private final DiscreteCoupling[] terminalCouplings;
    private final Mesh mesh;
    private final TimeGrid time;
    private final double[] costWeights;
    private final double[] change;

    CostsTransposed(Costs costs, Mesh mesh, TimeGrid time) {
        this.costs = costs;
        couplings = costs.couplings();
        terminalCouplings = costs.terminalCouplings();
        this.mesh = mesh;
        this.time = time;
        costWeights = new double[time.levels() * mesh.size];
        change = new double[costWeights.length];
    }

    /**
     * Adds Δt F'[m]ᵀ v + G'[m]ᵀ v_T to dm. The derivatives of local couplings are those that {@link Costs#linearize} has found.
     *
     * @param v the weights of the running costs, a field that is 0 at levels and nodes that have none
     * @param end a field whose last level has the weights of the terminal costs
     */
    void add(double[] m, double[] v, double[] end, double[] dm) {
        int n = mesh.size;
        for (int j = 0; j < time.levels(); j++) {
            costs.addLocalChange(j, v, dm, j * n);
        }
        for (DiscreteCoupling coupling : couplings) {
            if (!coupling.isLocal()) {
                addNonlocal(coupling, m, v, dm);
            }
        }
        addTerminal(m, end, dm);
    }

    /** A coupling's own adjoint is one for the weights ω w: F'ᵀ v = ω w F'*(v/(ω w)). */
    private void addNonlocal(DiscreteCoupling coupling, double[] m, double[] v, double[] dm) {
        int n = mesh.size;
        for (int i = 0; i < v.length; i++) {
            costWeights[i] = v[i] * mesh.inverseWeight[i % n] / costs.levelWeight(i / n);
        }
        Arrays.fill(change, 0);
        coupling.addAdjoint(m, costWeights, 0, time.steps(), change);
        for (int i = 0; i < v.length; i++) {
            dm[i] += time.stepTo(i / n) * costs.levelWeight(i / n) * mesh.weight[i % n] * change[i];
        }
    }

    private void addTerminal(double[] m, double[] end, double[] dm) {
        int at = time.steps() * mesh.size;
        Arrays.fill(costWeights, 0);
        for (int i = 0; i < mesh.size; i++) {
            costWeights[at + i] = end[at + i] * mesh.inverseWeight[i];
        }
        Arrays.fill(change, 0);
        for (DiscreteCoupling coupling : terminalCouplings) {
            coupling.addAdjoint(m, costWeights, time.steps(), time.steps(), change);
        }
        for (int i = 0; i < mesh.size; i++) {
            dm[at + i] += mesh.weight[i] * change[at + i];
        }
    }
}
