package org.mfg.examples.firststeps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * The tutorial on the unit square: only the domain, the costs and the densities change; the solver is the same.
 *
 * <pre>
 *   H = ½ |p|²,  F[m] = ½ m,  g(x) = ½ |x - (0.7, 0.7)|²,  m0(x) ∝ exp(-50 |x - (0.3, 0.3)|²),  ν = 0.01,  T = 1
 * </pre>
 *
 * <p>What to look at: the crowd, at first 16 times as dense as on average, bursts apart and then goes to the upper right (density, whose
 * arrows are the optimal drift, each panel with its own scale); at first the value has its hill where the crowd is (value).
 */
public final class TutorialInThePlane {
    private TutorialInThePlane() {}

    /** Takes the folder to write to, out/gallery/tutorial-in-the-plane if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/tutorial-in-the-plane"));
    }

    /** Writes the figures; returns the mean of x and that of y at the end. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("tutorial in the plane")
                .domain(Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1)))
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(0.5, 1))
                .terminalCost(x -> 0.5 * squaredDistance(x, 0.7))
                .initialDensity(x -> Math.exp(-50 * squaredDistance(x, 0.3)))
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(game, 41, 40); // nodes of each axis, time steps
        Equilibrium equilibrium = mfg.solver("newton", Map.of()).solve(discrete);

        Figures.write(out, discrete, equilibrium, Figure.DENSITY, Figure.VALUE, Figure.CONVERGENCE);
        double[] mean = mean(equilibrium);
        System.out.printf("%s%nmean position at the end: (%.4f, %.4f)%n", equilibrium, mean[0], mean[1]);
        return mean;
    }

    private static double squaredDistance(double[] x, double from) {
        return (x[0] - from) * (x[0] - from) + (x[1] - from) * (x[1] - from);
    }

    private static double[] mean(Equilibrium e) {
        int last = e.time().steps() * e.grid().size();
        double[] mean = new double[2];
        for (int i = 0; i < e.grid().size(); i++) {
            double mass = e.grid().weight(i) * e.m()[last + i];
            mean[0] += mass * e.grid().coordinate(i, 0);
            mean[1] += mass * e.grid().coordinate(i, 1);
        }
        return mean;
    }
}
