package org.mfg.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.sensitivity.Adjoint;
import org.mfg.solvers.sensitivity.Sensitivity;
import org.mfg.solvers.sensitivity.Tangent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A tangent and an adjoint at an equilibrium, one linear solve each. Compare with a step of Newton's method on the same grid: the solve's time by its iterations, which are printed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SensitivityBenchmark {

    /** A game, a parameter of it, and the nodes on each axis and time steps. */
    @Param({"tutorial viscosity 100", "tutorial-2d lambda 40", "linear-quadratic kappa 200", "hopf-cole viscosity 200"})
    public String at;

    private String name;
    private String parameter;
    private int size;
    private EquilibriumSolver solver;
    private DiscreteGame game;
    private Equilibrium equilibrium;
    private double value;
    private Quantity cost;

    /** Solves the game. */
    @Setup
    public void setUp() {
        String[] words = at.split(" ", -1);
        name = words[0];
        parameter = words[1];
        size = Integer.parseInt(words[2]);
        value = Tutorial.MFG.games().parameters(name, Map.of()).real(parameter);
        solver = Tutorial.MFG.solver("newton", Map.of("tolerance", 1e-10, "levels", 0));
        game = game(value);
        equilibrium = solver.solve(game);
        cost = Tutorial.MFG.quantity("cost", game.game());
    }

    /** Says how many steps a solve takes. */
    @TearDown(Level.Trial)
    public void tellIterations() {
        System.out.println("Newton's method takes " + equilibrium.iterations() + " iterations.");
    }

    private DiscreteGame game(double value) {
        MeanFieldGame made = Tutorial.MFG.game(name, Map.of(parameter, value));
        return Tutorial.MFG
                .discretization(Mfg.DEFAULT_DISCRETIZATION, Map.of("threads", 1))
                .discretize(made, Grid.of(made.domain(), size), made.timeGrid(size));
    }

    /** All iterations, from the stationary guess to 1e-10. */
    @Benchmark
    public Equilibrium solve() {
        return solver.solve(game);
    }

    /** With the linearisation, and the two games that the residuals are differentiated by. */
    @Benchmark
    public Tangent tangent() {
        return Sensitivity.of(game, equilibrium).tangent(value, this::game);
    }

    /** With the linearisation, and the gradient of a quantity. */
    @Benchmark
    public Adjoint adjoint() {
        return Sensitivity.of(game, equilibrium).adjoint(cost);
    }
}
