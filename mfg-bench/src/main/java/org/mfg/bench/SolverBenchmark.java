package org.mfg.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole solve of the tutorial by each solver with its default parameters: from the stationary guess to the tolerance, diagnostics of
 * each iteration included. Compare with {@link SweepBenchmark#linearWithFactorisation} of the same size.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SolverBenchmark {

    /** The solver's name. */
    @Param({"newton", "policy-iteration", "anderson", "picard"})
    public String solver;

    /** Nodes and time steps. */
    @Param({"100", "500"})
    public int size;

    /** Both residuals are at most this. */
    @Param({"1e-8", "1e-10"})
    public String tolerance;

    private DiscreteGame game;
    private EquilibriumSolver equilibriumSolver;

    /** Makes the game and the solver. */
    @Setup
    public void setUp() {
        game = Tutorial.on(size);
        equilibriumSolver = Tutorial.MFG.solver(solver, Map.of("tolerance", tolerance));
    }

    /** Fails where the solver does not converge: its time would say nothing. */
    @Benchmark
    public Equilibrium solve() {
        Equilibrium equilibrium = equilibriumSolver.solve(game);
        if (!equilibrium.isConverged()) {
            throw new IllegalStateException(equilibrium.toString());
        }
        return equilibrium;
    }
}
