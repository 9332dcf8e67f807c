package org.mfg.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.equilibrium.Equilibrium;
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
 * The tutorial in the plane on size x size nodes and size steps: its sweeps, as {@link SweepBenchmark} for the line, and a
 * whole solve by the default solver. Compare the numbers of threads, and 100 with 50: eight times the unknowns.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class PlaneBenchmark {

    /** Nodes on each axis and time steps. */
    @Param({"50", "100"})
    public int size;

    /** The threads of the discretisation. */
    @Param({"1", "2"})
    public int threads;

    private DiscreteGame game;
    private Sweeps sweeps;

    /** Makes the game. */
    @Setup
    public void setUp() {
        game = Tutorial.inThePlane(size, threads);
        sweeps = new Sweeps(game);
    }

    /** A step of Picard's iteration. */
    @Benchmark
    public double[] nonlinear() {
        return sweeps.nonlinear();
    }

    /** A Krylov step. */
    @Benchmark
    public double[] linear() {
        return sweeps.linear();
    }

    /** Linearise and factorise every slice. */
    @Benchmark
    public Linearization linearize() {
        return sweeps.linearize();
    }

    /** The whole solve to 1e-8, coarse grids included; fails where it does not converge. */
    @Benchmark
    public Equilibrium solve() {
        Equilibrium equilibrium = Tutorial.MFG.solver("newton", Map.of()).solve(game);
        if (!equilibrium.isConverged()) {
            throw new IllegalStateException(equilibrium.toString());
        }
        return equilibrium;
    }
}
