package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * A return to the steady state. Firms of size x in [0, 1] grow at a cost, compete with those of their size, and discount at the rate r = 1:
 *
 * <pre>
 *   -∂t u + r u - ν ∂²u + ½ |∂u|² = m + 2 (x - 0.6)²,    ν = 0.05
 * </pre>
 *
 * <p>without end (stationary), and with a horizon T = 6 after which nothing is paid, from a crowd of small firms. What to look at: the distance to the
 * steady state falls exponentially, is small for most of the time, and rises again near the end, which is worth nothing: the turnpike (distance;
 * density-heatmap; Cardaliaguet and Porretta 2019 for discounted games).
 */
public final class SteadyState {
    private SteadyState() {}

    /** Takes the folder to write to, out/gallery/steady-state if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/steady-state"));
    }

    /**
     * Writes the figures; returns the largest distance to the steady state of a crowd that begins in it and ends with its value, and the
     * least distance of one that does neither.
     */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        MeanFieldGame forever = MeanFieldGame.builder("firms")
                .domain(Domain.interval(0, 1))
                .forever()
                .discount(1)
                .viscosity(0.05)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(1, 1))
                .runningCost((t, x) -> 2 * (x[0] - 0.6) * (x[0] - 0.6))
                .build();
        StationaryEquilibrium steady = StationaryEquilibrium.of(
                mfg.solver("newton", Map.of("tolerance", 1e-12)).solve(mfg.discretize(forever, 101, 1)));

        MeanFieldGame from = forever.toBuilder()
                .horizon(6)
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.2) * (x[0] - 0.2)))
                .build();
        DiscreteGame discrete = mfg.discretize(from, 101, 300);
        Equilibrium returning = mfg.solver("newton", Map.of()).solve(discrete);

        MeanFieldGame at = forever.toBuilder()
                .horizon(6)
                .initialDensity(x -> steady.m()[node(x)])
                .terminalCost(x -> steady.u()[node(x)])
                .build();
        Equilibrium staying = mfg.solver("newton", Map.of("tolerance", 1e-12)).solve(mfg.discretize(at, 101, 60));

        double[] distance = distances(returning, steady.m());
        double[] t = new double[distance.length];
        Arrays.setAll(t, returning.time()::time);
        new StudyFigures(out)
                .lines(
                        "distance",
                        "time t",
                        "L1 distance to the steady state",
                        List.of(Curve.data("distance", t, distance)),
                        false,
                        true);
        Figures.write(out, discrete, returning, Figure.DENSITY_HEATMAP, Figure.SLICES);
        double stays = Arrays.stream(distances(staying, steady.m())).max().orElseThrow();
        double nearest = Arrays.stream(distance).min().orElseThrow();
        System.out.printf("%s%nnearest: %.2e; who begins there stays to %.1e%n", returning, nearest, stays);
        return new double[] {stays, nearest};
    }

    private static int node(double[] x) {
        return (int) Math.round(100 * x[0]);
    }

    private static double[] distances(Equilibrium e, double[] m) {
        double[] distances = new double[e.time().levels()];
        for (int k = 0; k < e.m().length; k++) {
            int i = k % m.length;
            distances[k / m.length] += e.grid().weight(i) * Math.abs(e.m()[k] - m[i]);
        }
        return distances;
    }
}
