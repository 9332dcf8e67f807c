package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * One time slice of the scheme: the residual of the Hamilton-Jacobi-Bellman equation and its Jacobian S = I + Δt A(u, m),
 * A v = η v - ν Δ_h v - Λv + Σ_s ∂g/∂q_s D_s v, where agents die at the rate η. At exits and walls the rows of S are those of the identity, but for what dies there.
 *
 * <p>Hamiltonian and diffusion are taken at the time of the slice of m, which is a level of a field.
 *
 * <p>Works on the nodes from ... to - 1 that it is asked for, in blocks whose differences q stay in the first cache. An
 * instance owns its work arrays: one thread at a time.
 *
 * <p>An off-diagonal of S is never positive and its rows sum to 1 + ηΔt, or more beside an exit's column: an M-matrix.
 */
final class SliceAssembly {
    private static final int BLOCK = 256;

    private final Mesh mesh;
    private final NumericalHamiltonian hamiltonian;
    private final Momenta momenta;
    private final TimeGrid time;
    private final IntToDoubleFunction steps;
    private final double deathRate;
    /** Δt and ηΔt of the slice. */
    private double dt;

    private double dying;

    private final int sides;
    private final int positionSides;
    /** By side and node of the block; what belongs to an axis of states stays 0. */
    private final double[][] q;

    private final double[][] slope;
    /** The diffusion of the block, by side and node, where it moves. */
    private final double[][] moved;

    /** Of g, then of the steps to the neighbours on one side. */
    private final double[] value;

    private final double[] node;
    private final double[] nodeSlope;
    private final double[] hessian;

    /**
     * @param steps the time step of the equation whose densities are those of a level; that of the grid but for the long steps of stationary games
     * @param deathRate η
     */
    SliceAssembly(
            Mesh mesh, NumericalHamiltonian hamiltonian, TimeGrid time, IntToDoubleFunction steps, double deathRate) {
        this(mesh, hamiltonian, mesh::differences, time, steps, deathRate);
    }

    /** For momenta that need not be the differences of u: then these are given in its place. */
    SliceAssembly(
            Mesh mesh,
            NumericalHamiltonian hamiltonian,
            Momenta momenta,
            TimeGrid time,
            IntToDoubleFunction steps,
            double deathRate) {
        this.mesh = mesh;
        this.hamiltonian = hamiltonian;
        this.momenta = momenta;
        this.time = time;
        this.steps = steps;
        this.deathRate = deathRate;
        sides = mesh.sides;
        positionSides = mesh.positionSides;
        int width = mesh.momentumSides;
        q = new double[width][BLOCK];
        slope = new double[width][BLOCK];
        moved = new double[mesh.moving == null ? 0 : sides][BLOCK];
        value = new double[BLOCK];
        node = new double[width];
        nodeSlope = new double[width];
        hessian = new double[width * width];
    }

    /** 1 + ηΔt of the first step, what the rows of S sum to. */
    double rowSum() {
        return 1 + steps.applyAsDouble(1) * deathRate;
    }

    /** Whether the Hessian of the numerical Hamiltonian has entries off its diagonal. */
    boolean couplesSides() {
        return hamiltonian.couplesSides();
    }

    /**
     * Writes the residual u - next + Δt (η u - ν Δ_h u - Λu + g(Du, m) - cost) of one slice, but for the fixed nodes.
     *
     * @param uAt where the slice of u begins
     * @param nextAt where that of the next level begins
     * @param mAt where the slice of m, and of cost, begins
     */
    void residual(
            double[] u,
            int uAt,
            int nextAt,
            double[] m,
            double[] cost,
            int mAt,
            double[] r,
            int rAt,
            int from,
            int to) {
        double t = begin(mAt);
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            momenta.read(u, uAt, at, end, q);
            diffuse(t, at, end);
            residualOfBlock(t, u, uAt, nextAt, m, cost, mAt, r, rAt, at, end);
        }
    }

    /** Writes the {@link #residual} and its {@link #jacobian}. */
    void linearize(
            double[] u,
            int uAt,
            int nextAt,
            double[] m,
            double[] cost,
            int mAt,
            double[] r,
            int rAt,
            StencilMatrix matrix,
            int from,
            int to) {
        double t = begin(mAt);
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            momenta.read(u, uAt, at, end, q);
            diffuse(t, at, end);
            residualOfBlock(t, u, uAt, nextAt, m, cost, mAt, r, rAt, at, end);
            hamiltonian.gradients(t, mesh.position, at, end, q, m, mAt, slope, node, nodeSlope);
            rows(matrix, at, end);
        }
    }

    /** That of a block whose differences and diffusion are known. */
    private void residualOfBlock(
            double t,
            double[] u,
            int uAt,
            int nextAt,
            double[] m,
            double[] cost,
            int mAt,
            double[] r,
            int rAt,
            int from,
            int to) {
        hamiltonian.values(t, mesh.position, from, to, q, m, mAt, value, node);
        for (int i = from; i < to; i++) {
            r[rAt + i] = (1 + dying) * u[uAt + i] - u[nextAt + i] + dt * (value[i - from] - cost[mAt + i]);
        }
        for (int s = 0; s < sides; s++) {
            double[] diffusion = diffusion(s);
            int shift = shift(from);
            mesh.steps(s, u, uAt, from, to, value);
            for (int i = from; i < to; i++) {
                r[rAt + i] -= dt * diffusion[i - shift] * value[i - from];
            }
        }
    }

    /** Replaces the residual at the fixed nodes by that of their condition. */
    void residualAtFixed(double[] u, int uAt, double[] r, int rAt) {
        for (int k = 0; k < mesh.fixed.length; k++) {
            r[rAt + mesh.fixed[k]] = u[uAt + mesh.fixed[k]] - mesh.fixedValue[k];
        }
    }

    /** Assembles S at the slice of u, with the densities of the slice of m. */
    void jacobian(double[] u, int uAt, double[] m, int mAt, StencilMatrix matrix, int from, int to) {
        double t = begin(mAt);
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            momenta.read(u, uAt, at, end, q);
            hamiltonian.gradients(t, mesh.position, at, end, q, m, mAt, slope, node, nodeSlope);
            diffuse(t, at, end);
            rows(matrix, at, end);
        }
    }

    /**
     * Assembles the Jacobian in m of the Fokker-Planck slice, before transposition: as {@link #jacobian} with the slope
     * ∂g/∂q + m ∂²g/∂q∂m.
     */
    void densityJacobian(double[] u, int uAt, double[] m, int mAt, StencilMatrix matrix, int from, int to) {
        double t = begin(mAt);
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            momenta.read(u, uAt, at, end, q);
            hamiltonian.gradients(t, mesh.position, at, end, q, m, mAt, slope, node, nodeSlope);
            for (int i = at; i < end; i++) {
                gather(i - at);
                double mi = m[mAt + i];
                hamiltonian.mixedDerivative(t, mesh.position[i], node, mi, nodeSlope);
                for (int s = 0; s < positionSides; s++) {
                    slope[s][i - at] += mi * nodeSlope[s];
                }
            }
            diffuse(t, at, end);
            rows(matrix, at, end);
        }
    }

    /** Evaluates a moving diffusion at the nodes of a block. */
    private void diffuse(double t, int from, int to) {
        Diffusion moving = mesh.moving;
        if (moving == null) {
            return;
        }
        for (int s = 0; s < sides; s++) {
            double[] laplacian = mesh.laplacian[s];
            double[] jumps = mesh.diffusion[s];
            for (int i = from; i < to; i++) {
                moved[s][i - from] = jumps[i];
                if (laplacian[i] > 0) {
                    double d = moving.at(t, mesh.position[i], s >> 1);
                    if (!(d >= 0 && d <= Double.MAX_VALUE)) {
                        throw new NumericalFailureException("the diffusion must be finite and >= 0, but is " + d
                                + " at t = " + t + ", " + Arrays.toString(mesh.position[i]));
                    }
                    moved[s][i - from] += d * laplacian[i];
                }
            }
        }
    }

    /** The diffusion towards a side, by node less the {@link #shift} of the block. */
    private double[] diffusion(int s) {
        return mesh.moving == null ? mesh.diffusion[s] : moved[s];
    }

    private int shift(int from) {
        return mesh.moving == null ? 0 : from;
    }

    /** Looks up the time step of the slice of m; returns its time. */
    private double begin(int mAt) {
        int level = mAt / mesh.size;
        dt = steps.applyAsDouble(level);
        dying = dt * deathRate;
        return time.time(level);
    }

    private void gather(int b) {
        for (int s = 0; s < node.length; s++) {
            node[s] = q[s][b];
        }
    }

    /** The rows of the nodes from ... to - 1, from their slopes. */
    private void rows(StencilMatrix matrix, int from, int to) {
        for (int i = from; i < to; i++) {
            matrix.diagonal[i] = 1 + dying;
        }
        for (int s = 0; s < positionSides; s++) {
            double outward = (s & 1) == 0 ? dt : -dt;
            double[] off = matrix.off[s];
            double[] diffusion = diffusion(s);
            int shift = shift(from);
            double[] inverseSpacing = mesh.inverseSpacing[s];
            double[] slopes = slope[s];
            for (int i = from; i < to; i++) {
                double c = dt * diffusion[i - shift] + outward * slopes[i - from] * inverseSpacing[i];
                off[i] = -c;
                matrix.diagonal[i] += c;
            }
        }
        for (int s = positionSides; s < sides; s++) {
            double[] off = matrix.off[s];
            double[] rate = mesh.diffusion[s];
            for (int i = from; i < to; i++) {
                double c = dt * rate[i];
                off[i] = -c;
                matrix.diagonal[i] += c;
            }
        }
    }

    /** Writes ∂g/∂m of one slice. */
    void densityDerivative(double[] u, int uAt, double[] m, int mAt, double[] out) {
        double t = begin(mAt);
        for (int at = 0; at < mesh.size; at += BLOCK) {
            int end = Math.min(mesh.size, at + BLOCK);
            momenta.read(u, uAt, at, end, q);
            for (int i = at; i < end; i++) {
                gather(i - at);
                out[mAt + i] = hamiltonian.densityDerivative(t, mesh.position[i], node, m[mAt + i]);
            }
        }
    }

    /**
     * Stores Δt w m ∂²g/∂q² of the time step whose slice of u begins at {@code uAt}.
     *
     * @param t the time at which g is taken
     * @param length Δt
     */
    void curvature(double t, double length, double[] u, int uAt, double[] m, int mAt, PolicyChange change) {
        change.begin(uAt, length);
        for (int at = 0; at < mesh.size; at += BLOCK) {
            int end = Math.min(mesh.size, at + BLOCK);
            momenta.read(u, uAt, at, end, q);
            for (int i = at; i < end; i++) {
                gather(i - at);
                double mi = m[mAt + i];
                hamiltonian.hessian(t, mesh.position[i], node, mi, hessian);
                change.store(uAt, i, mesh.weight[i] * mi, hessian);
            }
        }
    }
}
