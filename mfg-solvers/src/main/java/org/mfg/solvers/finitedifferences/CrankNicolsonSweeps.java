package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The sweeps of time steps of {@linkplain StepWeights weights} θ_j. With E_j = r u^j - ν Δ_h u^j + g(Du^j) - F_j and S_j = I + θ_jΔt A(u^j) the
 * Jacobian of u + θ_jΔt E_j,
 *
 * <pre>
 *   backward: u^j + θ_jΔt E_j = u^{j+1} - (1 - θ_j)Δt E_{j+1}
 *   forward:  S_jᵀ W λ^j = W (m^j + θ_jΔt s_j),   W m^{j+1} = (I - (1 - θ_j)Δt A_{j+1})ᵀ W λ^j + (1 - θ_j)Δt W s_{j+1},   S_j without r.
 * </pre>
 *
 * <p>The forward sweep is the transposed linearised backward sweep, so the two are adjoint exactly. λ^j is the density within
 * the step.
 */
final class CrankNicolsonSweeps {
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final Costs costs;
    private final MassSource source;
    private final int steps;
    private final StepWeights weights;
    private final double discount;

    private final SliceNewton newton;
    private final LevelGuess guess;
    private final SliceSystems exact;
    private final HalfSteps half;
    private final StencilMatrix matrix;
    private double[] cost = new double[0];
    private final double[] target;
    private final double[] mass;

    CrankNicolsonSweeps(
            GridGame game,
            ParallelAssembly assembly,
            Costs costs,
            MassSource source,
            StepWeights weights,
            SystemsFactory systems) {
        mesh = game.mesh;
        this.assembly = assembly;
        this.costs = costs;
        this.source = source;
        steps = game.steps;
        this.weights = weights;
        discount = game.game().discount();
        exact = systems.exact();
        newton = new SliceNewton(mesh, assembly, systems.linearized(1));
        guess = new LevelGuess(mesh, assembly);
        half = new HalfSteps(mesh);
        matrix = new StencilMatrix(mesh.size, mesh.sides);
        target = new double[mesh.size];
        mass = new double[mesh.size];
    }

    /** Solves for u, from a guess. */
    void backward(double[] m, double[] u) {
        int n = mesh.size;
        guess.begin(u, steps * n);
        costs.terminal(m, u);
        cost = costs.running(m);
        for (int j = steps - 1; j >= 0; j--) {
            int at = j * n;
            implicitPart(u, m, at + n, target);
            double ratio = weights.ratio(j);
            for (int i = 0; i < n; i++) {
                target[i] = u[at + n + i] - ratio * target[i];
            }
            double discounting = discount * weights.implicit(j);
            guess.make(u, at);
            newton.solve(j, u, at, (residual, jacobian) -> {
                assembly.linearize(u, at, at, m, cost, at, residual, 0, jacobian);
                Discounting.addTo(residual, 0, discounting, u, at, mesh);
                Discounting.addTo(jacobian, discounting);
                for (int i = 0; i < n; i++) {
                    residual[i] += u[at + i] - target[i];
                }
            });
        }
    }

    /** Writes θΔt E of a level. */
    private void implicitPart(double[] u, double[] m, int at, double[] out) {
        assembly.residual(u, at, at, m, cost, at, out, 0);
        Discounting.addTo(out, 0, discount * weights.implicit(at / mesh.size), u, at, mesh);
    }

    /** Writes the residual of every step, and u less the terminal cost at the last level. */
    void backwardResidual(double[] u, double[] m, double[] residual) {
        int n = mesh.size;
        costs.terminal(m, residual);
        cost = costs.running(m);
        int end = steps * n;
        for (int i = end; i < residual.length; i++) {
            residual[i] = u[i] - residual[i];
        }
        implicitPart(u, m, end, target);
        for (int at = end - n; at >= 0; at -= n) {
            double ratio = weights.ratio(at / n);
            for (int i = 0; i < n; i++) {
                residual[at + i] = u[at + i] - u[at + n + i] + ratio * target[i];
            }
            implicitPart(u, m, at, target);
            for (int i = 0; i < n; i++) {
                residual[at + i] += target[i];
            }
        }
    }

    /** Solves for m at the levels after the first. */
    void forward(double[] u, double[] m) {
        int n = mesh.size;
        half.masses(m, 0, mass, 0);
        assembly.jacobian(u, 0, m, 0, matrix);
        for (int j = 0; j < steps; j++) {
            int next = (j + 1) * n;
            step(u, m, next);
            half.densities(mass, 0, m, next);
            for (int i = next; i < next + n; i++) {
                if (!(Math.abs(m[i]) <= Double.MAX_VALUE)) {
                    throw new NumericalFailureException("Fokker-Planck", j + 1, i - next, "the density is " + m[i]);
                }
            }
        }
    }

    /** Writes m - m(the level before, one step later) at the levels after the first. */
    void forwardResidual(double[] u, double[] m, double[] residual) {
        int n = mesh.size;
        assembly.jacobian(u, 0, m, 0, matrix);
        for (int next = n; next <= steps * n; next += n) {
            half.masses(m, next - n, mass, 0);
            step(u, m, next);
            half.densities(mass, 0, residual, next);
            for (int i = next; i < next + n; i++) {
                residual[i] = m[i] - residual[i];
            }
        }
    }

    /** Takes the masses of the level before to the level that begins at {@code next}, and the matrix with them. */
    private void step(double[] u, double[] m, int next) {
        int step = next / mesh.size - 1;
        double theta = weights.of(step);
        source.add(theta, step, mass, 0);
        exact.factorize(0, matrix);
        exact.solveTransposed(0, mass, 0);
        assembly.jacobian(u, next, m, next, matrix);
        Arrays.fill(target, 0);
        half.addExplicitTransposed(weights.ratio(step), matrix, 0, mass, 0, target, 0);
        source.add(1 - theta, step + 1, target, 0);
        System.arraycopy(target, 0, mass, 0, mesh.size);
    }

    /** Writes λ of the step that begins at a level. */
    void stepDensity(double[] u, double[] m, int at, double[] out) {
        assembly.jacobian(u, at, m, at, matrix);
        half.masses(m, at, out, 0);
        source.add(weights.of(at / mesh.size), at / mesh.size, out, 0);
        exact.factorize(0, matrix);
        exact.solveTransposed(0, out, 0);
        half.densities(out, 0, out, 0);
    }
}
