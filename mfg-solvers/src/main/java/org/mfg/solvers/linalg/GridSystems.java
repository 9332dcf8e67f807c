package org.mfg.solvers.linalg;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.parallel.Workers;

/**
 * Systems on grids of two and three axes, the last of which may be one of states, by BiCGStab with modified incomplete factors. Constants, and the sum of the
 * entries in the transposed system, are exact to round-off whatever the tolerance where the matrix has unit row sums.
 *
 * <p>Memory: (2d + 2) numbers a node and slice, and one for each distance of jumps that are not all to neighbours, allocated when a slice is first factorised.
 */
public final class GridSystems implements SliceSystems {
    private final TwistedOrdering order;
    private double tolerance;
    private final Workers workers;
    private final ModifiedIncompleteLu[] factors;
    private final PreconditionedOperator operator;
    private final BiCgStab krylov;
    private final double[] g;
    private double[] b = new double[0];
    private int offset;
    private double[] scale = new double[0];
    private final Workers.Task gather = (thread, half) -> gather(half);
    private final Workers.Task scatter = (thread, half) -> scatter(half);

    /**
     * Room for a number of slices.
     *
     * @param nodes the nodes on each of two or three axes, the last of them those of states if there are jumps
     * @param periodic whether each axis is a ring
     * @param jumps the links between states
     * @param tolerance the length of the residual against that of the right-hand side, both preconditioned, > 0
     * @param workers the threads, of which a solve uses up to two
     */
    public GridSystems(int slices, int[] nodes, boolean[] periodic, Jumps jumps, double tolerance, Workers workers) {
        order = new TwistedOrdering(nodes, periodic, jumps);
        this.tolerance = tolerance;
        this.workers = workers;
        factors = new ModifiedIncompleteLu[slices];
        operator = new PreconditionedOperator(order, workers);
        krylov = new BiCgStab(operator, order.length);
        g = new double[order.length];
    }

    @Override
    public void factorize(int slice, StencilMatrix matrix) {
        ModifiedIncompleteLu lu = factors[slice];
        if (lu == null) {
            lu = new ModifiedIncompleteLu(order);
            factors[slice] = lu;
        }
        factorize(lu, matrix);
    }

    private void factorize(ModifiedIncompleteLu lu, StencilMatrix matrix) {
        workers.run(TwistedOrdering.HALVES, (thread, half) -> lu.load(matrix, half));
        lu.cutSeams();
        workers.run(TwistedOrdering.HALVES, (thread, half) -> lu.eliminate(half));
        lu.eliminateMiddle();
        workers.run(TwistedOrdering.HALVES, (thread, half) -> lu.invert(matrix, half));
        lu.copyMiddleScale();
        workers.run(TwistedOrdering.HALVES, (thread, half) -> lu.scaleFactors(half));
        lu.scaleRest();
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        solve(slice, b, offset, false);
    }

    @Override
    public void solveTransposed(int slice, double[] b, int offset) {
        solve(slice, b, offset, true);
    }

    @Override
    public void solveTo(double tolerance) {
        this.tolerance = tolerance;
    }

    private void solve(int slice, double[] b, int offset, boolean transposed) {
        this.b = b;
        this.offset = offset;
        scale = factors[slice].scale;
        operator.use(factors[slice], transposed);
        workers.run(TwistedOrdering.HALVES, gather);
        operator.solveLower(g);
        if (!krylov.solve(g, tolerance)) {
            forget();
            throw new NumericalFailureException(
                    "discrete", slice, 0, "the linear system of the time step was not solved");
        }
        operator.solveUpper(g);
        workers.run(TwistedOrdering.HALVES, scatter);
    }

    /** What is not finite would stay: rows are read with coefficients of 0 before they are written. */
    private void forget() {
        Arrays.fill(g, 0);
        operator.forget();
    }

    /** The rows of the first half follow each other as in the grid. */
    private void gather(int half) {
        if (half == 0) {
            int at = order.begin(0);
            multiply(b, offset, scale, at, g, at, order.endRow(0) * order.width);
            return;
        }
        for (int row = order.firstRow(half); row < order.endRow(half); row++) {
            int at = order.row(row);
            multiply(b, offset + row * order.width, scale, at, g, at, order.width);
        }
    }

    private void scatter(int half) {
        if (half == 0) {
            int at = order.begin(0);
            multiply(g, at, scale, at, b, offset, order.endRow(0) * order.width);
            return;
        }
        for (int row = order.firstRow(half); row < order.endRow(half); row++) {
            int at = order.row(row);
            multiply(g, at, scale, at, b, offset + row * order.width, order.width);
        }
    }

    private static void multiply(double[] x, int xAt, double[] y, int yAt, double[] out, int outAt, int count) {
        for (int i = 0; i < count; i++) {
            out[outAt + i] = x[xAt + i] * y[yAt + i];
        }
    }
}
