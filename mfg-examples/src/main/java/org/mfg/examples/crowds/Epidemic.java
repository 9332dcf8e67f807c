package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * Health as a chain of states: susceptible → infected → immune → susceptible, each at the rate k = 1.5, on a street with a hospital
 * at x = 0.85. The ill are drawn to it, all avoid crowds:
 *
 * <pre>
 *   H = ½ |p|²,  F[m] = 0.3 m,  f = 2 (x - 0.85)² for the infected, else 0,  ν = 0.01,  T = 2
 * </pre>
 *
 * <p>All begin susceptible. Jumps do not depend on place, so that the shares over time are those of the chain alone,
 *
 * <pre>
 *   P_j(t) = 1/3 (1 + 2 exp(-3kt/2) cos(√3 kt/2 - 2πj/3)),  j = 0, 1, 2.
 * </pre>
 *
 * <p>What to look at: the wave of illness (shares), and how the healthy, who know that they will be ill, lean to the hospital before they
 * are (density-heatmap).
 */
public final class Epidemic {
    private static final List<String> NAMES = List.of("susceptible", "infected", "immune");
    private static final double RATE = 1.5;

    private Epidemic() {}

    /** Takes the folder to write to, out/gallery/epidemic if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/epidemic"));
    }

    /** Writes the figures; returns the shares of the three states at the end. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("epidemic")
                .domain(Domain.of(Axis.noFlux("x", 0, 1), Axis.states("health", States.cycle(NAMES, RATE, RATE, RATE))))
                .horizon(2)
                .viscosity(0.01)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(0.3, 1))
                .runningCost((t, x) -> x[1] == 1 ? 2 * (x[0] - 0.85) * (x[0] - 0.85) : 0)
                .initialDensity(x -> x[1] == 0 ? Math.exp(-30 * (x[0] - 0.3) * (x[0] - 0.3)) : 0)
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(
                game, mfg.discretization("upwind", Map.of()), Grid.of(game.domain(), 81, 3), game.timeGrid(160));
        Equilibrium e = mfg.solver("newton", Map.of()).solve(discrete);

        double[][] shares = shares(e);
        double[] t = new double[e.time().levels()];
        Arrays.setAll(t, e.time()::time);
        List<Curve> curves = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            curves.add(Curve.data(NAMES.get(k), t, shares[k]));
        }
        new StudyFigures(out).lines("shares", "time t", "share", curves);
        Figures.write(out, discrete, e, Figure.DENSITY_HEATMAP);
        int last = e.time().steps();
        double[] atEnd = {shares[0][last], shares[1][last], shares[2][last]};
        System.out.printf("%s%nat the end: %.4f %.4f %.4f%n", e, atEnd[0], atEnd[1], atEnd[2]);
        return atEnd;
    }

    private static double[][] shares(Equilibrium e) {
        Grid grid = e.grid();
        double[][] shares = new double[3][e.time().levels()];
        for (int k = 0; k < e.m().length; k++) {
            int i = k % grid.size();
            shares[grid.index(i, 1)][k / grid.size()] += grid.weight(i) * e.m()[k];
        }
        return shares;
    }
}
