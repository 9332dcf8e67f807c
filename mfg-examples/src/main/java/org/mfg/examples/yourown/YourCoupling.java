package org.mfg.examples.yourown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * A coupling of your own: a place has a capacity, below which a crowd costs nothing,
 *
 * <pre>
 *   F[m] = 4 max(0, m - 1.5)²
 * </pre>
 *
 * <p>A function of the density at one's own place is a {@link LocalCoupling}: one method is enough (the derivative, here a formula too, has a
 * default by a difference), and it is checked before the first solve. What to look at: where there would be a peak, the crowd is cut off just above the capacity
 * and fills the places around it (capacity).
 */
public final class YourCoupling {
    private YourCoupling() {}

    /** The coupling. */
    record Capacity(double strength, double capacity) implements LocalCoupling {
        @Override
        public double value(double t, double[] x, double m) {
            double excess = Math.max(0, m - capacity);
            return strength * excess * excess;
        }

        @Override
        public double densityDerivative(double t, double[] x, double m) {
            return 2 * strength * Math.max(0, m - capacity);
        }
    }

    /** Takes the folder to write to, out/gallery/your-coupling if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/your-coupling"));
    }

    /** Writes the figure; returns the largest densities at T/2 of a crowd without coupling and with it. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        Equilibrium free = solve(mfg, new PowerCoupling(0, 1));
        Equilibrium limited = solve(mfg, new Capacity(4, 1.5));
        new StudyFigures(out)
                .twoDensities("capacity", free.game(), List.of("no coupling", "capacity 1.5"), free, limited);
        double[] peaks = {peak(free), peak(limited)};
        System.out.printf("largest density at T/2: %.4f, with a capacity %.4f%n", peaks[0], peaks[1]);
        return peaks;
    }

    private static Equilibrium solve(Mfg mfg, Coupling coupling) {
        MeanFieldGame game = MeanFieldGame.builder("capacity")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.02)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(coupling)
                .runningCost((t, x) -> 3 * (x[0] - 0.5) * (x[0] - 0.5))
                .initialDensity(x -> 1)
                .build();
        return mfg.solver("newton", Map.of("tolerance", 1e-10)).solve(mfg.discretize(game, 101, 100));
    }

    private static double peak(Equilibrium e) {
        int half = e.time().steps() / 2 * e.grid().size();
        return Arrays.stream(e.m(), half, half + e.grid().size()).max().orElseThrow();
    }
}
