package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.models.hamiltonian.CongestionHamiltonian;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * Moving through a crowd is dear. Agents in a corridor want to be at its far end,
 *
 * <pre>
 *   H = |p|² / (2 (1 + m)^α),  F = 0,  g(x) = 2 (x - 0.9)²,  m0(x) ∝ exp(-80 (x - 0.25)²),  ν = 0.005,  T = 1
 * </pre>
 *
 * <p>where a drift a costs ½ (1 + m)^α |a|² (congestion in the sense of Lions; Achdou and Porretta 2018: one equilibrium for α up to 2). What to
 * look at: with α = 1.5 the front of the crowd, where there is room, goes ahead, and its middle stays behind: a long queue instead of a
 * group.
 */
public final class Congestion {
    private Congestion() {}

    /** Takes the folder to write to, out/gallery/congestion if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/congestion"));
    }

    /** Writes the figure; returns the mean position at the end, without congestion and with it. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        Equilibrium free = solve(mfg, 0);
        Equilibrium congested = solve(mfg, 1.5);
        new StudyFigures(out)
                .twoDensities("congestion", free.game(), List.of("without congestion", "α = 1.5"), free, congested);
        double[] mean = {mean(free), mean(congested)};
        System.out.printf("mean position at the end: %.4f, with congestion %.4f%n", mean[0], mean[1]);
        return mean;
    }

    private static Equilibrium solve(Mfg mfg, double alpha) {
        MeanFieldGame game = MeanFieldGame.builder("corridor")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.005)
                .hamiltonian(new CongestionHamiltonian(2, alpha, 1))
                .terminalCost(x -> 2 * (x[0] - 0.9) * (x[0] - 0.9))
                .initialDensity(x -> Math.exp(-80 * (x[0] - 0.25) * (x[0] - 0.25)))
                .build();
        return mfg.solver("newton", Map.of()).solve(mfg.discretize(game, 161, 80));
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
