package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.models.coupling.ShareCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * Two populations part though nobody minds the other kind (T. C. Schelling, "Dynamic models of segregation", 1971; as a mean field game Achdou, Bardi and
 * Cirant 2017). Who finds a share of less than 0.7 of its own kind pays for what is missing:
 *
 * <pre>
 *   H = ½ |p|²,  F_k[m] = 2 max(0, 0.7 - m_k / (m_1 + m_2)) + 0.2 (m_1 + m_2),  ν = 0.02,  T = 2
 * </pre>
 *
 * <p>The populations are an axis of states that nobody leaves. What to look at: a lean of 30 % to either side at first becomes two quarters of the
 * town with a narrow border (density-heatmap, red above blue; slices).
 */
public final class Segregation {
    private Segregation() {}

    /** Takes the folder to write to, out/gallery/segregation if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/segregation"));
    }

    /** Writes the figures; returns the share of the reds, and that of the blues, who are in the left half at the end. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("segregation")
                .domain(Domain.of(Axis.noFlux("x", 0, 1), Axis.states("population", States.populations("red", "blue"))))
                .horizon(2)
                .viscosity(0.02)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new ShareCoupling(2, 0.7, 0.2, 1e-3))
                .initialDensity(x -> 1 + (x[1] == 0 ? 0.3 : -0.3) * Math.cos(Math.PI * x[0]))
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(
                game, mfg.discretization("upwind", Map.of()), Grid.of(game.domain(), 100, 2), game.timeGrid(80));
        Equilibrium e = mfg.solver("newton", Map.of()).solve(discrete);

        Figures.write(out, discrete, e, Figure.DENSITY_HEATMAP, Figure.SLICES);
        double[] left = new double[2];
        int last = e.time().steps() * e.grid().size();
        for (int i = 0; i < e.grid().size(); i++) {
            if (e.grid().coordinate(i, 0) < 0.5) {
                left[e.grid().index(i, 1)] += 2 * e.grid().weight(i) * e.m()[last + i]; // half the people are red
            }
        }
        System.out.printf(
                "%s%nin the left half at the end: %.4f of the reds, %.4f of the blues%n", e, left[0], left[1]);
        return left;
    }
}
