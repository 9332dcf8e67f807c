package org.mfg.bench;

import java.util.Arrays;
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
    private Linearization linearization;
    private double[] u;
    private double[] m;
    private double[] response;
    private double[] du;
    private double[] dm;

    /** Starts from the first best response, so that the sweeps meet an ordinary crowd. */
    @Setup
    public void setUp() {
        game = Tutorial.inThePlane(size, threads);
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

    /** A linearised sweep with factors at hand: a step of Newton's Krylov method. */
    @Benchmark
    public double[] linear() {
        linearization.forward(u, null, dm);
        linearization.backward(dm, null, du);
        return du;
    }

    /** Linearise and factorise every slice. */
    @Benchmark
    public Linearization linearize() {
        linearization = game.linearize(u, m);
        return linearization;
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
