package org.mfg.examples.yourown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * A Hamiltonian of your own: agents who never move faster than c,
 *
 * <pre>
 *   H(p) = c (sqrt(c² + |p|²) - c),      H_p = c p / sqrt(c² + |p|²),  |H_p| < c
 * </pre>
 *
 * <p>which for large c is ½ |p|². A function of |p| alone is a {@link RadialHamiltonian}: two methods are all there is to write, every solver and figure
 * works with it, and its derivatives are checked before the first solve. What to look at: with c = 0.3 the crowd of the tutorial is late at t = T/2 and has not
 * arrived at T (speed-limit).
 */
public final class YourHamiltonian {
    private YourHamiltonian() {}

    /** The Hamiltonian. */
    record Relativistic(double c) implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return c * r * r / (Math.sqrt(c * c + r * r) + c); // without cancellation at small r
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return c * r / Math.sqrt(c * c + r * r);
        }
    }

    /** Takes the folder to write to, out/gallery/your-hamiltonian if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/your-hamiltonian"));
    }

    /** Writes the figure; returns the mean positions at the end: by the quadratic Hamiltonian, with c = 1000, with c = 0.3. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        Equilibrium free = solve(mfg, new QuadraticHamiltonian());
        Equilibrium fast = solve(mfg, new Relativistic(1000));
        Equilibrium slow = solve(mfg, new Relativistic(0.3));
        new StudyFigures(out)
                .twoDensities("speed-limit", free.game(), List.of("no speed limit", "at most 0.3"), free, slow);
        double[] means = {mean(free), mean(fast), mean(slow)};
        System.out.printf(
                "mean position at the end: %.5f; c = 1000 %.5f; c = 0.3 %.5f%n", means[0], means[1], means[2]);
        return means;
    }

    private static Equilibrium solve(Mfg mfg, Hamiltonian hamiltonian) {
        MeanFieldGame game = MeanFieldGame.builder("speed limit")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(hamiltonian)
                .coupling(new PowerCoupling(0.2, 1))
                .terminalCost(x -> 4 * (x[0] - 0.8) * (x[0] - 0.8))
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)))
                .build();
        DiscreteGame discrete = mfg.discretize(game, 101, 100);
        return mfg.solver("newton", Map.of("tolerance", 1e-10)).solve(discrete);
    }

    private static double mean(Equilibrium e) {
        int last = e.time().steps() * e.grid().size();
        double mean = 0;
        for (int i = 0; i < e.grid().size(); i++) {
            mean += e.grid().weight(i) * e.grid().coordinate(i, 0) * e.m()[last + i];
        }
        return mean;
    }
}
