package org.mfg.bench;

import java.util.concurrent.TimeUnit;
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
 * Forward-backward sweeps of the tutorial, the units in which the cost of a solver is counted: nonlinear ones (a step of
 * Picard's iteration) and linear ones (a Krylov step of Newton's method).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SweepBenchmark {

    /** Nodes and time steps. */
    @Param({"100", "500"})
    public int size;

    private Sweeps sweeps;

    /** Makes the game. */
    @Setup
    public void setUp() {
        sweeps = new Sweeps(Tutorial.on(size));
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

    /** Linearise, factorise every slice, and one sweep. */
    @Benchmark
    public double[] linearWithFactorisation() {
        sweeps.linearize();
        return sweeps.linear();
    }
}
