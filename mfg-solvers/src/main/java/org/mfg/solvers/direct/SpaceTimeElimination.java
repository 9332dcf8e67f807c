package org.mfg.solvers.direct;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.solvers.linalg.DenseElimination;

/**
 * Solves the coupled system of a {@link StepwiseLinearization} exactly, by block elimination forward in time. What the crowd at t_j answers to a change
 * of the value there, with its past solved, is an affine map,
 *
 * <pre>
 *   μ^{j-1} = y_j - Y_j du^j,   Y_0 = 0,   Φ_j = φ_j W⁻¹
 *   Y_{j+1} = (I + B Φ_j)⁻¹ B,   B = S̃_j⁻ᵀ (C_j + Y_j) S_j⁻¹
 *   y_{j+1} = (I + B Φ_j)⁻¹ (S̃_j⁻ᵀ (y_j + b^j) - B a^j),
 * </pre>
 *
 * <p>and the end's condition is a last step with S = I and C = 0. Where it is a target instead, softness du(T) - dm(T) = a(T), it is a last system
 * (softness W + Y_nt) du^nt = y_nt + W a^nt, which determines du^nt up to a constant if the softness is 0: the one whose mean is 0. Then
 * du^j = S_j⁻¹ (du^{j+1} + Φ_j μ^j + a^j), backward. For Φ and C ≥ 0 every Y is positive semidefinite and nothing grows. No Φ⁻¹ is taken: costs that do
 * not mind the crowd and nodes without agents are no special cases.
 *
 * <p>Cost: 8/3 n³ operations a step of n nodes, but some ten n² where Φ_j = 0. Memory: n² numbers a step. That is for lines of some
 * hundred nodes and small planes. As exact as the linearisation's own slices, which in the plane are solved by iterations. An instance owns its arrays: one
 * thread at a time.
 */
public final class SpaceTimeElimination {
    private final int n;
    private final int steps;
    private final double[] weight;
    private final boolean[] isFree;
    /** Y and y, from 0 to steps + 1. */
    private final double[][] response;

    private final double[][] answer;
    private final double[][] phi;
    private final double[] augmented;
    private final double[] held;
    private final DenseElimination dense;
    /** Of a target; NaN where the end is a cost. */
    private double softness;

    /** Room for the systems of a discrete game. */
    public SpaceTimeElimination(DiscreteGame game) {
        n = game.space().size();
        steps = game.time().steps();
        weight = new double[n];
        isFree = new boolean[n];
        for (int i = 0; i < n; i++) {
            weight[i] = game.space().weight(i);
            isFree[i] = !game.space().isWall(i) && !game.space().isExit(i);
        }
        response = new double[steps + 2][Math.multiplyExact(n, n)];
        answer = new double[steps + 2][n];
        phi = new double[steps + 1][n];
        augmented = new double[Math.multiplyExact(n, 2 * n + 1)];
        held = new double[n];
        dense = new DenseElimination(n, n + 1);
    }

    /** The operations of a solution where every cost depends on the crowd. */
    public static double operations(DiscreteGame game) {
        double n = game.space().size();
        return 8.0 / 3 * n * n * n * game.time().steps();
    }

    /**
     * Solves L du = F' dm + a, L* dm = -C du + b, with the sources of {@link org.mfg.api.discrete.Linearization}: all levels, a at the last one that of the
     * end's condition and b at the first one the change of the initial density.
     *
     * @param b null for zero
     * @param du on return the change of the value, all levels
     * @param dm on return that of the density, all levels
     */
    public void solve(StepwiseLinearization l, double[] a, double @Nullable [] b, double[] du, double[] dm) {
        solve(l, new double[0], Double.NaN, a, b, du, dm);
    }

    /**
     * Solves where costs grow more with the density than the linearisation says.
     *
     * @param stiffness what is added to φ: by how much more the cost of the step that ends at a level grows, a field; empty for nothing
     * @param softness that of the target at the end, >= 0, where the mean of a is 0 and that of du will be; NaN where the end is the linearisation's
     */
    public void solve(
            StepwiseLinearization l,
            double[] stiffness,
            double softness,
            double[] a,
            double @Nullable [] b,
            double[] du,
            double[] dm) {
        this.softness = softness;
        for (int i = 0; i < n; i++) {
            answer[0][i] = b == null ? 0 : weight[i] * b[i];
        }
        for (int j = 0; j < (isTarget() ? steps : steps + 1); j++) {
            load(l, j, stiffness);
            if (j < steps) {
                propagate(l, j);
            } else {
                System.arraycopy(response[j], 0, response[j + 1], 0, n * n);
            }
            answer(l, j, a, b);
        }
        substitute(l, a, du, dm);
    }

    private boolean isTarget() {
        return !Double.isNaN(softness);
    }

    /** Writes Φ of a step. */
    private void load(StepwiseLinearization l, int j, double[] stiffness) {
        l.reaction(j, phi[j], 0);
        for (int i = 0; i < n; i++) {
            double added = j < steps && stiffness.length > 0 ? stiffness[(j + 1) * n + i] : 0;
            phi[j][i] = isFree[i] ? (phi[j][i] + added) / weight[i] : 0;
        }
    }

    /** Writes B = S̃_j⁻ᵀ (C_j + Y_j) S_j⁻¹ into the next response: from the right by rows, from the left by those of the transposed. */
    private void propagate(StepwiseLinearization l, int j) {
        double[] b = response[j + 1];
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1;
            Arrays.fill(b, i * n, (i + 1) * n, 0);
            l.subtractPolicyChange(j, unit, 0, b, i * n);
            unit[i] = 0;
            for (int k = i * n; k < (i + 1) * n; k++) {
                b[k] = response[j][k] - b[k];
            }
            l.solveStepTransposed(j, b, i * n);
        }
        double[] transposed = augmented;
        transpose(b, transposed);
        for (int i = 0; i < n; i++) {
            l.solveDensityStep(j, transposed, i * n);
        }
        transpose(transposed, b);
        symmetrize(l, b);
    }

    /** In each step errors that are not symmetric would grow by what a large C makes of them. */
    private void symmetrize(StepwiseLinearization l, double[] b) {
        for (int i = 0; i < n && l.isSymmetric(); i++) {
            for (int k = 0; k < i; k++) {
                double mean = 0.5 * (b[i * n + k] + b[k * n + i]);
                b[i * n + k] = mean;
                b[k * n + i] = mean;
            }
        }
    }

    private void transpose(double[] from, double[] to) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                to[k * n + i] = from[i * n + k];
            }
        }
    }

    /** Makes y of a step, and Y of its B: of both (I + BΦ)⁻¹ is taken by elimination, since where C is large I - YΦ has few digits. */
    private void answer(StepwiseLinearization l, int j, double[] a, double @Nullable [] b) {
        double[] y = answer[j + 1];
        for (int i = 0; i < n; i++) {
            y[i] = answer[j][i] + (b == null || j == steps ? 0 : weight[i] * b[(j + 1) * n + i]);
            held[i] = isFree[i] ? a[j * n + i] : 0;
        }
        if (j < steps) {
            l.solveDensityStep(j, y, 0);
        }
        subtractProduct(response[j + 1], held, y);
        if (Arrays.stream(phi[j]).anyMatch(v -> v != 0)) {
            react(response[j + 1], y, phi[j]);
            symmetrize(l, response[j + 1]);
        }
    }

    /** B ← (I + B Φ)⁻¹ B, y ← (I + B Φ)⁻¹ y. */
    private void react(double[] b, double[] y, double[] phi) {
        int width = 2 * n + 1;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                augmented[i * width + k] = b[i * n + k] * phi[k];
            }
            augmented[i * width + i] += 1;
            System.arraycopy(b, i * n, augmented, i * width + n, n);
            augmented[i * width + 2 * n] = y[i];
        }
        dense.solve(augmented);
        for (int i = 0; i < n; i++) {
            System.arraycopy(augmented, i * width + n, b, i * n, n);
            y[i] = augmented[i * width + 2 * n];
        }
    }

    private void substitute(StepwiseLinearization l, double[] a, double[] du, double[] dm) {
        double[] ahead = new double[n];
        double[] mass = new double[n];
        if (isTarget()) {
            solveTarget(a, ahead);
            System.arraycopy(ahead, 0, du, steps * n, n);
        }
        for (int j = isTarget() ? steps - 1 : steps; j >= 0; j--) {
            System.arraycopy(answer[j + 1], 0, mass, 0, n);
            subtractProduct(response[j + 1], ahead, mass);
            for (int i = 0; i < n; i++) {
                du[j * n + i] = isFree[i] ? ahead[i] + phi[j][i] * mass[i] + a[j * n + i] : 0;
            }
            if (j < steps) {
                l.solveStep(j, du, j * n);
                store(mass, dm, j + 1);
            }
            System.arraycopy(du, j * n, ahead, 0, n);
        }
        store(answer[0], dm, 0);
    }

    /** Writes du(T). A matrix that only a change of the mean meets makes the system regular, and leaves the mean of the solution 0. */
    private void solveTarget(double[] a, double[] du) {
        int width = n + 1;
        double[] system = new double[n * width];
        double[] y = response[steps];
        double trace = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            trace += y[i * n + i] + softness * weight[i];
            square += weight[i] * weight[i];
        }
        double scale = trace / (n * square);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                system[i * width + k] = y[i * n + k] + scale * weight[i] * weight[k];
            }
            system[i * width + i] += isFree[i] ? softness * weight[i] : 1;
            system[i * width + n] = answer[steps][i] + weight[i] * a[steps * n + i];
        }
        new DenseElimination(n, 1).solve(system);
        for (int i = 0; i < n; i++) {
            du[i] = system[i * width + n];
        }
    }

    /** out ← out - Y x. */
    private void subtractProduct(double[] matrix, double[] x, double[] out) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += matrix[i * n + k] * x[k];
            }
            out[i] -= sum;
        }
    }

    private void store(double[] mass, double[] dm, int level) {
        for (int i = 0; i < n; i++) {
            dm[level * n + i] = isFree[i] ? mass[i] / weight[i] : 0;
        }
    }
}
