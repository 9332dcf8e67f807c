package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * The linearised equations of {@link StationaryGame}, with s the source:
 *
 * <pre>
 *   ergodic, Δt = 1:   A du^0 + Σ w m du^0 = F'dm + s^0 + s^1 - Σ w dm u^0,    du^1 = du^0 + s^1 - Σ w (m du^0 + dm u^0)
 *   discounted:        S du^0 = Δt F'dm + s^0 + s^1,                           du^1 = s^1
 *   Fokker-Planck:     Δt A_mᵀ W dm^1 = -C du^0 + W (s^0 + s^1), Σ w dm^1 = 0,  dm^0 = dm^1 + s^0
 * </pre>
 *
 * <p>where agents die with A_m + ηI, a regular matrix, in the place of A_m in the last line, and τ = 1/η.
 */
final class StationaryLinearization implements Linearization {
    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final ParallelAssembly mixing;
    private final double mixingTime;
    private final Costs costs;
    private final boolean isErgodic;
    private final boolean dependsOnDensity;
    private final TimeGrid time;
    private final double dt;
    private final RecurrentSystems systems;
    /** Of Fokker-Planck in m: those of the ergodic equation where the Hamiltonian does not depend on m and nobody dies. */
    private final SliceSystems densitySystems;

    private final SliceSystems discountedSystems;
    private final PolicyChange policyChange;
    private final double[] densitySlope;
    private boolean isForwardReady;
    private double[] u;
    private double[] m;
    private @Nullable StationaryTransposes transposes;

    /**
     * @param assembly of the game's time step
     * @param mixing of the long time step τ, which is a mean life where agents die
     */
    StationaryLinearization(
            MeanFieldGame game,
            TimeGrid time,
            Mesh mesh,
            ParallelAssembly assembly,
            ParallelAssembly mixing,
            double mixingTime,
            Costs costs,
            SystemsFactory factory) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.mixing = mixing;
        this.mixingTime = mixingTime;
        this.costs = costs;
        isErgodic = game.isErgodic();
        dependsOnDensity = game.hamiltonian().dependsOnDensity();
        this.time = time;
        dt = time.step(0);
        systems = factory.recurrent();
        densitySystems = game.death().isPresent()
                ? factory.linearized(1)
                : dependsOnDensity ? factory.iterativeRecurrent() : systems;
        discountedSystems = factory.linearized(1);
        policyChange =
                mixing.of(0).couplesSides() ? new CoupledPolicyChange(mesh, 1) : new DiagonalPolicyChange(mesh, 1);
        densitySlope = new double[dependsOnDensity ? 2 * mesh.size : 0];
        u = new double[0];
        m = new double[0];
    }

    void at(double[] value, double[] density) {
        int n = mesh.size;
        u = value;
        m = density;
        solveTo(SystemsFactory.LOOSE);
        costs.linearize(density);
        StencilMatrix matrix = mixing.matrix(0);
        if (isErgodic) {
            mixing.jacobian(u, 0, m, n, matrix);
            systems.factorize(0, matrix);
        }
        isForwardReady = isErgodic || dependsOnDensity;
        mixing.of(0).curvature(time.horizon(), mixingTime, u, 0, m, n, policyChange);
        if (dependsOnDensity) {
            mixing.densityJacobian(u, 0, m, n, matrix);
            densitySystems.factorize(0, matrix);
            mixing.of(0).densityDerivative(u, 0, m, n, densitySlope);
        }
        if (!isErgodic) {
            assembly.jacobian(u, 0, m, n, matrix);
            discountedSystems.factorize(0, matrix);
        }
    }

    /** Factorises for Fokker-Planck, when it is asked for: a discounted value function needs other factors. */
    private void prepareForward() {
        if (!isForwardReady) {
            StencilMatrix matrix = mixing.matrix(0);
            mixing.jacobian(u, 0, m, mesh.size, matrix);
            densitySystems.factorize(0, matrix);
            isForwardReady = true;
        }
    }

    @Override
    public void backward(double @Nullable [] dm, double @Nullable [] source, double[] du) {
        int n = mesh.size;
        if (source == null) {
            Arrays.fill(du, 0);
        } else {
            System.arraycopy(source, 0, du, 0, 2 * n);
        }
        // Both sweeps and sources act on the first level; the second keeps its own source.
        for (int i = 0; i < n; i++) {
            du[i] += du[n + i];
        }
        if (dm != null) {
            addCostChange(dm, du);
        }
        for (int node : mesh.fixed) {
            du[node] = 0;
        }
        if (isErgodic) {
            solveErgodic(dm, du);
        } else {
            discountedSystems.solve(0, du, 0);
        }
        for (int node : mesh.fixed) {
            du[n + node] = 0;
        }
    }

    private void addCostChange(double[] dm, double[] du) {
        int n = mesh.size;
        costs.addLocalChange(1, dm, du, 0);
        costs.addNonlocalChange(m, dm, du);
        for (int i = 0; i < n && dependsOnDensity; i++) {
            du[i] -= dt * densitySlope[n + i] * dm[n + i];
        }
    }

    private void solveErgodic(double @Nullable [] dm, double[] du) {
        int n = mesh.size;
        double change = dm == null ? 0 : inner(dm, u);
        for (int i = 0; i < n; i++) {
            du[i] = mixingTime * (du[i] - change);
        }
        for (int node : mesh.fixed) {
            du[node] = 0;
        }
        systems.solve(0, du, 0);
        double shift = systems.mean(du, 0) / mixingTime - inner(m, du);
        for (int i = 0; i < n; i++) {
            du[i] += shift;
        }
        for (int node : mesh.fixed) {
            du[node] = 0;
        }
        double constant = inner(m, du) + change;
        for (int i = 0; i < n; i++) {
            du[n + i] += du[i] - constant;
        }
    }

    /** Σ w a b of the second level of a and the first of b. */
    private double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < mesh.size; i++) {
            sum += mesh.weight[i] * a[mesh.size + i] * b[i];
        }
        return sum;
    }

    @Override
    public void forward(double[] du, double @Nullable [] source, double[] dm) {
        prepareForward();
        int n = mesh.size;
        Arrays.fill(dm, 0);
        if (source != null) {
            for (int i = 0; i < n; i++) {
                dm[n + i] = mixingTime / dt * mesh.weight[i] * (source[i] + source[n + i]);
            }
        }
        policyChange.subtract(0, du, 0, dm, n);
        densitySystems.solveTransposed(0, dm, n);
        for (int i = 0; i < n; i++) {
            dm[n + i] *= mesh.inverseWeight[i];
            dm[i] = dm[n + i] + (source == null ? 0 : source[i]);
        }
    }

    @Override
    public void solveExactly() {
        solveTo(SystemsFactory.FOR_DERIVATIVES);
    }

    private void solveTo(double tolerance) {
        systems.solveTo(tolerance);
        densitySystems.solveTo(tolerance);
        discountedSystems.solveTo(tolerance);
    }

    @Override
    public void backwardTransposed(double[] du, double[] dm, double[] source) {
        transposes().backward(u, m, du, dm, source);
    }

    @Override
    public void forwardTransposed(double[] dm, double[] du, double[] source) {
        prepareForward();
        transposes().forward(dm, du, source);
    }

    @Override
    public void costTransposed(double[] source, double[] out) {
        transposes().costs(source, out);
    }

    private StationaryTransposes transposes() {
        if (transposes == null) {
            transposes = new StationaryTransposes(
                    mesh,
                    new CostsTransposed(costs, mesh, time),
                    dt,
                    mixingTime,
                    isErgodic ? Optional.of(systems) : Optional.empty(),
                    discountedSystems,
                    densitySystems,
                    policyChange,
                    densitySlope);
        }
        return transposes;
    }
}
