package org.mfg.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
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

    private DiscreteGame game;
    private Linearization linearization;
    private double[] u;
    private double[] m;
    private double[] response;
    private double[] du;
    private double[] dm;

    /** Starts from the first best response, so that the sweeps meet an ordinary crowd. */
    @Setup
    public void setUp() {
        game = Tutorial.on(size);
        u = new double[game.size()];
        m = new double[game.size()];
        response = new double[game.size()];
        dm = new double[game.size()];
        Arrays.fill(m, 1);
        game.backward(m, u);
        game.forward(u, m);
        du = u.clone();
        linearization = game.linearize(u, m);
    }

    /** Backward from the same density with the previous value function as guess, then forward. */
    @Benchmark
    public double[] nonlinear() {
        game.backward(m, u);
        game.forward(u, response);
        return response;
    }

    /** A linearised sweep with factors at hand. */
    @Benchmark
    public double[] linear() {
        linearization.forward(du, null, dm);
        linearization.backward(dm, null, du);
        return du;
    }

    /** Linearise, factorise every slice, and one sweep. */
    @Benchmark
    public double[] linearWithFactorisation() {
        linearization = game.linearize(u, m);
        return linear();
    }
}
