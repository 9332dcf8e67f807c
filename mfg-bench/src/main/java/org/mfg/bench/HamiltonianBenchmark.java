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
 * written again pointwise with no more than the interface asks for, as an axiswise, a radial and a general Hamiltonian; and what it
 * costs that a general one does not know its minimiser, with H = ½ (p - b(x))² / (1 + c m), c = 0 and 0.5.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HamiltonianBenchmark {

    /** Who wrote it, and against which interface. */
    @Param({
        "packaged",
        "axiswise",
        "radial",
        "general",
        "axiswise-drift",
        "general-drift",
        "axiswise-crowd",
        "general-crowd"
    })
    public String hamiltonian;

    /** The nodes, and the time steps. */
    @Param({"100", "400"})
    public int size;

    private DiscreteGame game;
    private EquilibriumSolver solver;

    /** Makes the game. */
    @Setup
    public void setUp() {
        Hamiltonian h = switch (hamiltonian) {
            case "packaged" -> new QuadraticHamiltonian(1);
            case "axiswise" -> new UserAxiswise();
            case "radial" -> new UserRadial();
            case "axiswise-drift" -> new Drifting(0);
            case "general-drift" -> new AnyHamiltonian(new Drifting(0));
            case "axiswise-crowd" -> new Drifting(0.5);
            case "general-crowd" -> new AnyHamiltonian(new Drifting(0.5));
            default -> new UserGeneral();
        };
        game = Tutorial.with(h, size);
        solver = Tutorial.MFG.solver("newton", Map.of("tolerance", 1e-10));
    }

    /** A whole solve. */
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

    private record Drifting(double congestion) implements AxiswiseHamiltonian {
        private static double drift(double[] x) {
            return 0.1 + 0.2 * x[0];
        }

        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            double q = p - drift(x);
            return 0.5 * q * q / (1 + congestion * m);
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return (p - drift(x)) / (1 + congestion * m);
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return drift(x);
        }

        @Override
        public boolean dependsOnDensity() {
            return congestion != 0;
        }
    }

    /** A Hamiltonian without a word on its structure. */
    private record AnyHamiltonian(Hamiltonian known) implements Hamiltonian {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return known.value(t, x, p, m);
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            known.momentumGradient(t, x, p, m, gradient);
        }

        @Override
        public boolean dependsOnDensity() {
            return known.dependsOnDensity();
        }
    }
}
