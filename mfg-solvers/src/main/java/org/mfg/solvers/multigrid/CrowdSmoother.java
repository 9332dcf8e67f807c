package org.mfg.solvers.multigrid;

import java.util.Arrays;
import org.mfg.solvers.linalg.CyclicTridiagonal;
import org.mfg.solvers.linalg.GridSystems;
import org.mfg.solvers.linalg.Jumps;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.linalg.Tridiagonal;

/**
 * The smoother: a forward and a backward sweep with a reaction and a diffusion made from the crowd,
 *
 * <pre>
 *   P_B = G*Φ⁻¹ G,   G = L + Φ B,   B = diag(s/(2Φ)) + C_τ,   s = κ √(2 C_ii Φ)
 * </pre>
 *
 * <p>C_τ is C with the conductance of each link divided by 2 max(s at its ends). It is the tangent at s of the square root of C: |iω + d + s/2 + c/(2s)|² is
 * about ω² + d² + c for each frequency ω in time and the upper half of the spectrum c in space. So P_B⁻¹H has eigenvalues up to about 1. Where
 * there is no crowd, or it does not react, P_B is H.
 */
final class CrowdSmoother {
    private static final double KAPPA = 0.35;
    /**
     * The least entry of B beside a node, as a share of its own a time step before: where a crowd leaves and takes its reaction with it, LᵀB + BᵀL
     * would turn negative and the smoother amplify. But ΦB does not grow by that.
     */
    private static final double CARRIED = 0.5;

    private final SpaceTimeSystem system;
    private final SliceSystems slices;
    private final SliceSystems forwardSlices;
    private final StencilMatrix matrix;
    private final double[] degree;
    private final double[] before;
    private final double[] reactionBefore;
    private final double[] reaction;

    CrowdSmoother(SpaceTimeSystem system, double tolerance) {
        this.system = system;
        Links links = system.links;
        slices = slices(system, tolerance);
        forwardSlices = system.isSymmetric() ? slices : slices(system, tolerance);
        matrix = new StencilMatrix(system.n, 2 * links.dimension());
        degree = new double[system.n];
        before = new double[system.n];
        reactionBefore = new double[system.n];
        reaction = new double[system.n];
    }

    private static SliceSystems slices(SpaceTimeSystem system, double tolerance) {
        Links links = system.links;
        return links.dimension() == 1
                ? onLine(links.periodic()[0], system.steps, system.n)
                : new GridSystems(system.steps, links.nodes(), links.periodic(), Jumps.NONE, tolerance, system.workers);
    }

    private static SliceSystems onLine(boolean isPeriodic, int steps, int n) {
        return isPeriodic ? new CyclicTridiagonal(steps, n) : new Tridiagonal(steps, n);
    }

    /** Factorises G of all slices. */
    void factorize() {
        Arrays.fill(before, 0);
        Arrays.fill(reactionBefore, 0);
        for (int j = 0; j < system.steps; j++) {
            react(j);
            assemble(j, system.rate);
            slices.factorize(j, matrix);
            if (!system.isSymmetric()) {
                assemble(j, system.forwardRate);
                forwardSlices.factorize(j, matrix);
            }
        }
    }

    /** Writes s of the nodes, and s/(2Φ) or what is carried on of it. */
    private void react(int j) {
        int n = system.n;
        int at = j * n;
        degrees(at);
        for (int i = 0; i < n; i++) {
            reaction[i] = KAPPA * Math.sqrt(2 * degree[i] * system.phi[at + i]);
        }
        for (int i = 0; i < n; i++) {
            double phi = system.phi[at + i];
            double own = reaction[i] / (2 * phi);
            double carried = before[i];
            double reacted = reactionBefore[i];
            for (int[] towards : system.links.neighbour()) {
                carried = Math.max(carried, before[towards[i]]);
                reacted = Math.max(reacted, reactionBefore[towards[i]]);
            }
            degree[i] = system.links.isFree()[i] ? Math.max(own, CARRIED * Math.min(carried, reacted / phi)) : 0;
        }
        System.arraycopy(degree, 0, before, 0, n);
        for (int i = 0; i < n; i++) {
            reactionBefore[i] = system.phi[at + i] * degree[i];
        }
    }

    /** Writes S + Φ B. */
    private void assemble(int j, double[][] rate) {
        int n = system.n;
        int at = j * n;
        Links links = system.links;
        boolean[] isFree = links.isFree();
        for (int i = 0; i < n; i++) {
            matrix.diagonal[i] = isFree[i] ? system.growth + system.phi[at + i] * degree[i] : 1;
        }
        for (int s = 0; s < rate.length; s++) {
            int[] towards = links.neighbour()[s];
            double[] c = system.conductance[s >> 1];
            for (int i = 0; i < n; i++) {
                int other = towards[i];
                double coefficient = 0;
                if (isFree[i] && other != i) {
                    double largest = 2 * Math.max(reaction[i], reaction[other]);
                    double conductance = c[at + ((s & 1) == 0 ? other : i)];
                    double diffusion = largest > 0 ? system.phi[at + i] * conductance / largest : 0;
                    coefficient = rate[s][at + i] + diffusion;
                }
                matrix.diagonal[i] += coefficient;
                matrix.off[s][i] = other != i && isFree[other] ? -coefficient : 0;
            }
        }
    }

    /** The diagonal of C. */
    private void degrees(int at) {
        Arrays.fill(degree, 0);
        for (int k = 0; k < system.conductance.length; k++) {
            int[] upper = system.upperEnds(k);
            double[] c = system.conductance[k];
            for (int i = 0; i < degree.length; i++) {
                if (upper[i] != i) {
                    degree[i] += c[at + i];
                    degree[upper[i]] += c[at + i];
                }
            }
        }
    }

    /** Solves P_B x = r. */
    void solve(double[] r, double[] x) {
        int n = system.n;
        int end = system.steps * n;
        System.arraycopy(r, 0, x, 0, end);
        for (int j = 0; j < system.steps; j++) {
            int at = j * n;
            if (j > 0) {
                add(x, at - n, at);
            }
            forwardSlices.solveTransposed(j, x, at);
        }
        for (int i = 0; i < end; i++) {
            x[i] *= system.phi[i];
        }
        for (int j = system.steps - 1; j >= 0; j--) {
            int at = j * n;
            if (j < system.steps - 1) {
                add(x, at + n, at);
            }
            slices.solve(j, x, at);
        }
    }

    private void add(double[] x, int from, int to) {
        for (int i = 0; i < system.n; i++) {
            x[to + i] += x[from + i];
        }
    }
}
