package org.mfg.solvers.coupled;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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
 * Bᵀ in that of M, and the eigenvalues are the same. Where they are {@linkplain SymmetricSystem symmetric}, by conjugate gradients.
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
    /** What is left may be so much more than GMRES says. */
    private static final double ENOUGH = 2;

    private final Linearization linearization;
    private final Gmres gmres;
    private final @Nullable SymmetricSystem symmetric;
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
        gmres = gmres(game);
        size = game.size();
        isCoupled = game.game().isCoupled();
        symmetric = SymmetricSystem.of(game, linearization, tolerance);
    }

    /** Where time steps are solved by iterations, cycles of five digits ask for products that are less exact; elsewhere one cycle takes fewer steps. */
    private static Gmres gmres(DiscreteGame game) {
        return game.game().domain().positionAxes() == 1
                ? Gmres.sketched(MEMORY, Parallel.of(game))
                : Gmres.inSinglePrecision(MEMORY, Parallel.of(game), new WorkFields());
    }

    @Override
    public void solve(double[] a, double[] b, double[] du, double[] dm) {
        begin();
        if (!isCoupled) {
            linearization.backward(dm, a, du);
            linearization.forward(du, b, dm);
            return;
        }
        if (symmetric != null && symmetric.solve(a, b, du, dm)) {
            return;
        }
        double[] own = new double[size];
        double[] rhs = new double[size];
        linearization.forward(new double[size], b, own);
        linearization.backward(own, a, rhs);
        Arrays.fill(dm, 0);
        krylov(
                (v, y) -> {
                    linearization.forward(v, null, dm);
                    linearization.backward(dm, null, y);
                    subtractFrom(v, y);
                },
                rhs,
                du);
        add(own, dm);
    }

    /** Solves Lᵀ p + Cᵀ q = g, -F'ᵀ p + L*ᵀ q = h; fails as {@link #solve} does. */
    @Override
    public void solveTransposed(double[] g, double[] h, double[] p, double[] q) {
        begin();
        if (symmetric != null && symmetric.solveTransposed(g, h, p, q)) {
            return;
        }
        double[] own = new double[size];
        double[] rhs = new double[size];
        double[] byDensity = new double[size];
        linearization.forwardTransposed(h, rhs, own);
        add(g, rhs);
        Arrays.fill(p, 0);
        Arrays.fill(q, 0);
        krylov(
                (v, image) -> {
                    linearization.backwardTransposed(v, byDensity, p);
                    linearization.forwardTransposed(byDensity, image, q);
                    subtractFrom(v, image);
                },
                rhs,
                new double[size]);
        add(own, q);
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
        return sweeps + (symmetric == null ? 0 : symmetric.sweeps());
    }

    private void begin() {
        if (tolerance < INNER) {
            linearization.solveExactly();
        }
        sweeps++;
    }

    /** Solves for x. Unless that is 0, the operator is applied to x last, which leaves the other unknown where it works. */
    private void krylov(LinearOperator operator, double[] rhs, double[] x) {
        LinearOperator inexact = LinearOperator.inexact(linearization::setTolerance, operator);
        Arrays.fill(x, 0);
        double[] left = rhs.clone();
        double[] part = new double[size];
        double whole = length(rhs);
        double length = whole;
        for (int k = 0; k < MOST_SOLVES && length > ENOUGH * tolerance * whole; k++) {
            sweeps += 1
                    + gmres.solve(inexact, left, part, tolerance * whole / length, MOST_STEPS)
                            .steps();
            linearization.setTolerance(0);
            add(part, x);
            operator.apply(x, left);
            subtractFrom(rhs, left);
            length = length(left);
        }
        if (!(length <= FAILURE * tolerance * whole)) {
            throw new NumericalFailureException("the coupled linear equations were not solved (a residual of "
                    + (float) (length / whole)
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
