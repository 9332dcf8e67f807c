package org.mfg.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Parameters;
import org.mfg.models.game.TutorialGame;
import org.mfg.solvers.upwind.UpwindDiscretization;
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

/** One backward and one forward sweep of the tutorial: the unit in which the cost of a solver is counted. */
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
    private double[] u;
    private double[] m;
    private double[] response;

    /** Starts from the first best response, so that the sweeps meet an ordinary crowd. */
    @Setup
    public void setUp() {
        TutorialGame tutorial = new TutorialGame();
        MeanFieldGame continuous = tutorial.create(Parameters.of("game tutorial", tutorial.parameters(), Map.of()));
        game = new UpwindDiscretization()
                .discretize(continuous, Grid.of(continuous.domain(), size), new TimeGrid(continuous.horizon(), size));
        u = new double[game.size()];
        m = new double[game.size()];
        response = new double[game.size()];
        Arrays.fill(m, 1);
        game.backward(m, u);
        game.forward(u, m);
    }

    /** Backward from the same density with the previous value function as guess, then forward. */
    @Benchmark
    public double[] backwardAndForward() {
        game.backward(m, u);
        game.forward(u, response);
        return response;
    }
}
