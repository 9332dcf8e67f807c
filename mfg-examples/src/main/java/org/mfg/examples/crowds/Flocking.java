package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.models.coupling.MeanCost;
import org.mfg.models.coupling.MeanCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * Birds align (Nourian, Caines and Malhamé 2011): a bird's state is its velocity v,
 * and it pays for steering and for flying otherwise than the mean of the flock,
 *
 * <pre>
 *   H = ½ |p|²,  F[m](t, v) = ½ κ |v - μ(t)|²,  μ(t) = ∫ v m(t, v) dv,  κ = 2,  ν = 0.1,  T = 2
 * </pre>
 *
 * <p>from two groups, N((±1.5, 0), 0.4²). The optimal drift is -η (v - μ), η = ω tanh(ω (T - t)), ω = √κ, so that the variance of v_x ends at
 *
 * <pre>
 *   (0.4² + 1.5²) / cosh²(ωT) + 2ν tanh(ωT)/ω.
 * </pre>
 *
 * <p>What to look at: the groups meet at the mean, and noise keeps the flock from being of one mind (density).
 */
public final class Flocking {
    private Flocking() {}

    /** Takes the folder to write to, out/gallery/flocking if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/flocking"));
    }

    /** Writes the figure; returns the variance of v_x at the end. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("flocking")
                .domain(Domain.of(Axis.noFlux("vx", -3.2, 3.2), Axis.noFlux("vy", -2, 2)))
                .horizon(2)
                .viscosity(0.1)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(towardsTheMean(2))
                .initialDensity(v -> group(v, -1.5) + group(v, 1.5))
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(
                game,
                mfg.discretization("crank-nicolson", Map.of()),
                Grid.of(game.domain(), 65, 41),
                game.timeGrid(40));
        Equilibrium e = mfg.solver("newton", Map.of()).solve(discrete);

        Figures.write(out, discrete, e, Figure.DENSITY);
        int last = e.time().steps() * e.grid().size();
        double variance = 0;
        for (int i = 0; i < e.grid().size(); i++) {
            double v = e.grid().coordinate(i, 0);
            variance += e.grid().weight(i) * v * v * e.m()[last + i]; // the mean is 0
        }
        System.out.printf("%s%nvariance of vx at the end: %.5f%n", e, variance);
        return new double[] {variance};
    }

    private static double group(double[] v, double mean) {
        return Math.exp(-((v[0] - mean) * (v[0] - mean) + v[1] * v[1]) / (2 * 0.4 * 0.4));
    }

    private static Coupling towardsTheMean(double kappa) {
        return new MeanCoupling(new MeanCost() {
            @Override
            public double value(double t, double[] v, double[] mean) {
                double dx = v[0] - mean[0];
                double dy = v[1] - mean[1];
                return 0.5 * kappa * (dx * dx + dy * dy);
            }

            @Override
            public void meanGradient(double t, double[] v, double[] mean, double[] gradient) {
                gradient[0] = -kappa * (v[0] - mean[0]);
                gradient[1] = -kappa * (v[1] - mean[1]);
            }
        });
    }
}
