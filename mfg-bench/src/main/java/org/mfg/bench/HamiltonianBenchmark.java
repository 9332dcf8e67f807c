package org.mfg.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
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
 * What a Hamiltonian written by a user costs against the packaged one: the tutorial solved with H = |p|²/2, packaged, and
 * written again pointwise with no more than the interface asks for, as a axiswise, a radial and a general Hamiltonian.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HamiltonianBenchmark {

    /** Who wrote it, and against which interface. */
    @Param({"packaged", "axiswise", "radial", "general"})
    public String hamiltonian;

    private DiscreteGame game;
    private EquilibriumSolver solver;

    /** Makes the game. */
    @Setup
    public void setUp() {
        Hamiltonian h = switch (hamiltonian) {
            case "packaged" -> new QuadraticHamiltonian(1);
            case "axiswise" -> new UserAxiswise();
            case "radial" -> new UserRadial();
            default -> new UserGeneral();
        };
        game = Tutorial.with(h, 100);
        solver = Tutorial.MFG.solver("newton", Map.of("tolerance", 1e-10));
    }

    /** A whole solve on 100 nodes and 100 steps. */
    @Benchmark
    public Equilibrium solve() {
        return solver.solve(game);
    }

    private static final class UserAxiswise implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return 0.5 * p * p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return p;
        }
    }

    private static final class UserRadial implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r;
        }
    }

    private static final class UserGeneral implements Hamiltonian {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return 0.5 * p[0] * p[0];
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = p[0];
        }
    }
}
