package org.mfg.solvers.coupled;

import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.krylov.LinearOperator;
import org.mfg.solvers.parallel.Parallel;

/**
 * The coupled linear equations L du - F' dm = a, C du + L* dm = b and their transposes. With the sweeps B(dm, a) = L⁻¹(F' dm + a) and
 * M(du, b) = L*⁻¹(b - C du) of a {@link Linearization}, dm eliminated,
 *
 * <pre>
 *   du - B(M(du, 0), 0) = B(M(0, b), a)            dm = M(du, b)
 * </pre>
 *
 * <p>by GMRES: the identity and a compact operator, so that the steps hardly depend on the grid. The transpose is the same with Mᵀ in the place of B and
 * Bᵀ in that of M, and the eigenvalues are the same.
 */
public final class CoupledEquations implements LinearEquations {
    /** Of what was to be left, so much may be left where rounding or the linear systems of time steps do not allow for less. */
    private static final double FAILURE = 1e5;

    /** The linear systems of time steps are solved better than this. */
    private static final double INNER = 1e-7;

    private static final int MOST_STEPS = 1000;
    private static final int MEMORY = 200;
    /** Rounding, and linear systems of time steps that are solved by iterations, leave something to a second solve for what is left. */
    private static final int MOST_SOLVES = 3;

    private final Linearization linearization;
    private final Gmres gmres;
    private final int size;
    private final double tolerance;
    /** Where nobody feels the crowd a backward sweep and a forward one are the solution. */
    private final boolean isCoupled;

    private int sweeps;

    /**
     * Linearises a game. It may not be linearised elsewhere while this is in use.
     *
     * @param tolerance the length of the residual against that of the right-hand side, > 0
     */
    public CoupledEquations(DiscreteGame game, double[] u, double[] m, double tolerance) {
        this.tolerance = tolerance;
        linearization = game.linearize(u, m);
        gmres = Gmres.inSinglePrecision(MEMORY, Parallel.of(game), new WorkFields());
        size = game.size();
        isCoupled = game.game().isCoupled();
    }

    @Override
    public void solve(double[] a, double[] b, double[] du, double[] dm) {
        begin();
        if (!isCoupled) {
            linearization.backward(dm, a, du);
            linearization.forward(du, b, dm);
            sweeps++;
            return;
        }
        double[] rhs = new double[size];
        linearization.forward(new double[size], b, dm);
        linearization.backward(dm, a, rhs);
        krylov(
                (v, y) -> {
                    linearization.forward(v, null, dm);
                    linearization.backward(dm, null, y);
                    subtractFrom(v, y);
                },
                rhs,
                du);
        linearization.forward(du, b, dm);
        sweeps += 2;
    }

    /** Solves Lᵀ p + Cᵀ q = g, -F'ᵀ p + L*ᵀ q = h; fails as {@link #solve} does. */
    @Override
    public void solveTransposed(double[] g, double[] h, double[] p, double[] q) {
        begin();
        double[] rhs = new double[size];
        double[] byDensity = new double[size];
        double[] unused = new double[size];
        linearization.forwardTransposed(h, rhs, q);
        add(g, rhs);
        double[] y = new double[size];
        krylov(
                (v, image) -> {
                    linearization.backwardTransposed(v, byDensity, p);
                    linearization.forwardTransposed(byDensity, image, unused);
                    subtractFrom(v, image);
                },
                rhs,
                y);
        linearization.backwardTransposed(y, byDensity, p);
        linearization.forwardTransposed(byDensity, rhs, unused);
        add(unused, q);
        sweeps += 2;
    }

    /** Writes dm = M(B(dm, 0), 0): how the best response to a crowd changes with the crowd. */
    public void bestResponse(double[] dm, double[] response) {
        double[] du = new double[size];
        linearization.backward(dm, null, du);
        linearization.forward(du, null, response);
        sweeps++;
    }

    @Override
    public void costWeights(double[] p, double[] weights) {
        linearization.costTransposed(p, weights);
    }

    @Override
    public int sweeps() {
        return sweeps;
    }

    private void begin() {
        if (tolerance < INNER) {
            linearization.solveExactly();
        }
    }

    private void krylov(LinearOperator operator, double[] rhs, double[] x) {
        double[] left = rhs.clone();
        double[] part = new double[size];
        double[] image = new double[size];
        double whole = length(rhs);
        LinearOperator inexact = LinearOperator.inexact(linearization::setTolerance, operator);
        for (int k = 0; k < MOST_SOLVES && length(left) > tolerance * whole; k++) {
            sweeps += 1
                    + gmres.solve(inexact, left, part, tolerance * whole / length(left), MOST_STEPS)
                            .steps();
            linearization.setTolerance(0);
            add(part, x);
            operator.apply(x, image);
            for (int i = 0; i < size; i++) {
                left[i] = rhs[i] - image[i];
            }
        }
        if (!(length(left) <= FAILURE * tolerance * whole)) {
            throw new NumericalFailureException("the coupled linear equations were not solved (a residual of "
                    + (float) (length(left) / whole)
                    + " is left): the equilibrium may be one where branches meet, or hardly resolved on this grid");
        }
    }

    /** y ← v - y. */
    private static void subtractFrom(double[] v, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = v[i] - y[i];
        }
    }

    private static void add(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return Math.sqrt(sum);
    }
}
