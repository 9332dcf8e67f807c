package org.mfg.examples.firststeps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * The tutorial: a crowd that starts around 0.3 wants to be at 0.7 at the end, and avoids itself on the way. On [0, 1] with
 * reflecting ends, T = 1 and ν = 0.01,
 *
 * <pre>
 *   -∂t u - ν ∂²u + ½ |∂u|² = ½ m          u(T, x) = ½ (x - 0.7)²
 *    ∂t m - ν ∂²m - div(m ∂u) = 0          m(0, x) ∝ exp(-50 (x - 0.3)²)
 * </pre>
 *
 * <p>(Lasry and Lions 2007, with a local coupling.) What to look at: the crowd spreads first, since each leaves the others, and
 * then goes right (density-3d, slices); the residual falls by Newton's method to 1e-8 in a handful of iterations (convergence).
 */
public final class Tutorial {
    private Tutorial() {}

    /** Takes the folder to write to, out/gallery/tutorial if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/tutorial"));
    }

    /** Writes every figure there is of this game; returns the mean position at the end. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("tutorial")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(0.5, 1))
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)))
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(game, 100, 100); // nodes, time steps
        Equilibrium equilibrium = mfg.solver("newton", Map.of()).solve(discrete);

        Figures.write(out, discrete, equilibrium, Figure.of(discrete));
        double mean = mean(equilibrium);
        System.out.printf("%s%nmean position at the end: %.4f%n", equilibrium, mean);
        return new double[] {mean};
    }

    /** Σ w x m(T): fields are flat arrays, the last time level at their end, and the grid has the weights. */
    private static double mean(Equilibrium equilibrium) {
        Grid grid = equilibrium.grid();
        int last = equilibrium.time().steps() * grid.size();
        double mean = 0;
        for (int i = 0; i < grid.size(); i++) {
            mean += grid.weight(i) * grid.coordinate(i, 0) * equilibrium.m()[last + i];
        }
        return mean;
    }
}
