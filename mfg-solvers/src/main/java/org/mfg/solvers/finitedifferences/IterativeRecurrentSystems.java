package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;
import org.mfg.solvers.parallel.Workers;

/**
 * Recurrent systems on grids of any shape by GMRES, preconditioned by the factors P of S, one long time step: S⁻¹J = I - S⁻¹ + 1vᵀ is
 * near the identity on all that the crowd forgets in the time τ, and P⁻¹1 = 1 as S⁻¹1 = 1.
 */
final class IterativeRecurrentSystems extends RecurrentSystems {
    /** Looser than this a solution is of no use. */
    private static final double FAILURE = 1e-3;

    private static final int MAX_STEPS = 1000;
    private static final int RESTART = 100;

    private final Mesh mesh;
    private final SliceSystems factors;
    private final StencilMatrix matrix;
    private final Gmres gmres;
    private final double[] rhs;
    private final double[] x;
    private double tolerance = SystemsFactory.LOOSE;

    /** @param factors room for the preconditioner */
    IterativeRecurrentSystems(Mesh mesh, SliceSystems factors, Workers workers) {
        super(mesh);
        this.mesh = mesh;
        this.factors = factors;
        matrix = new StencilMatrix(mesh.size, mesh.sides);
        gmres = new Gmres(RESTART, workers);
        rhs = new double[mesh.size];
        x = new double[mesh.size];
    }

    /** Factorises S = I + τA. */
    @Override
    public void factorize(int slice, StencilMatrix s) {
        matrix.set(s);
        factors.factorize(slice, s);
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        System.arraycopy(b, offset, rhs, 0, rhs.length);
        factors.solve(slice, rhs, 0);
        check(gmres.solve((p, q) -> apply(slice, p, q), rhs, x, tolerance, MAX_STEPS));
        System.arraycopy(x, 0, b, offset, x.length);
    }

    @Override
    public void solveTransposed(int slice, double[] b, int offset) {
        System.arraycopy(b, offset, rhs, 0, rhs.length);
        factors.solveTransposed(slice, rhs, 0);
        check(gmres.solve((p, q) -> applyTransposed(slice, p, q), rhs, x, tolerance, MAX_STEPS));
        System.arraycopy(x, 0, b, offset, x.length);
    }

    @Override
    public void solveTo(double tolerance) {
        this.tolerance = tolerance;
    }

    /** q = P⁻¹J p = P⁻¹τA p + ⟨v, p⟩, the product without the cancellation in S - I. */
    private void apply(int slice, double[] p, double[] q) {
        double mean = mean(p, 0);
        Arrays.fill(q, 0);
        for (int side = 0; side < mesh.sides; side++) {
            double[] off = matrix.off[side];
            int[] neighbour = mesh.neighbour[side];
            for (int i = 0; i < p.length; i++) {
                q[i] += off[i] * (p[neighbour[i]] - p[i]);
            }
        }
        factors.solve(slice, q, 0);
        for (int i = 0; i < p.length; i++) {
            q[i] += mean;
        }
        keepFixed(p, q);
    }

    /** q = P⁻ᵀJᵀ p = P⁻ᵀ(τAᵀp + v Σp). */
    private void applyTransposed(int slice, double[] p, double[] q) {
        double sum = 0;
        for (double pi : p) {
            sum += pi;
        }
        Arrays.fill(q, 0);
        for (int side = 0; side < mesh.sides; side++) {
            double[] off = matrix.off[side];
            int[] neighbour = mesh.neighbour[side];
            for (int i = 0; i < p.length; i++) {
                double flow = off[i] * p[i];
                q[neighbour[i]] += flow;
                q[i] -= flow;
            }
        }
        addWeights(sum, q);
        factors.solveTransposed(slice, q, 0);
        keepFixed(p, q);
    }

    private void keepFixed(double[] p, double[] q) {
        for (int node : mesh.fixed) {
            q[node] = p[node];
        }
    }

    private static void check(Gmres.Result result) {
        if (!(result.relativeResidual() <= FAILURE)) {
            throw new NumericalFailureException(
                    "the linear system of a stationary crowd was not solved: it may be one that"
                            + " hardly mixes, for which the viscosity is too small");
        }
    }
}
