package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.DriftQuadraticHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * A Hamiltonian that depends on time, and a symmetry. On a circle agents avoid each other in a wind b(t) that swells and falls,
 *
 * <pre>
 *   H(t, p) = ½ p² - b(t) p,  b(t) = 0.4 (1 - cos 2πt),  F[m] = 0.5 m,  g = 0,  ν = 0.02,  T = 1
 * </pre>
 *
 * <p>Seen from a balloon in the wind there is none: the equilibrium is that without wind, carried by B(t) = ∫ b, and the crowd's centre, the
 * phase of ∫ exp(2πix) m dx, ends at 1/4 + B(1) = 0.65. What to look at: the crowd drifts along the curve of B while it spreads
 * (density-heatmap).
 */
public final class WindInTime {
    private WindInTime() {}

    /** Takes the folder to write to, out/gallery/wind-in-time if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/wind-in-time"));
    }

    /** Writes the figure; returns the crowd's centre at the end, and by how much it is less narrow than without wind. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        DiscreteGame windy = discretize(mfg, 0.4);
        Equilibrium e = mfg.solver("newton", Map.of()).solve(windy);
        Equilibrium calm = mfg.solver("newton", Map.of()).solve(discretize(mfg, 0));

        Figures.write(out, windy, e, Figure.DENSITY_HEATMAP, Figure.VALUE_HEATMAP);
        double[] mode = firstMode(e);
        double[] calmMode = firstMode(calm);
        System.out.printf(
                "%s%ncentre at the end: %.5f; narrowness %.5f, without wind %.5f%n", e, mode[0], mode[1], calmMode[1]);
        return new double[] {mode[0], calmMode[1] - mode[1]};
    }

    private static DiscreteGame discretize(Mfg mfg, double strength) {
        MeanFieldGame game = MeanFieldGame.builder("wind")
                .domain(Domain.of(Axis.periodic("x", 0, 1)))
                .horizon(1)
                .viscosity(0.02)
                .hamiltonian(new DriftQuadraticHamiltonian((t, x) -> strength * (1 - Math.cos(2 * Math.PI * t))))
                .coupling(new PowerCoupling(0.5, 1))
                .initialDensity(x -> Math.exp(3 * Math.cos(2 * Math.PI * (x[0] - 0.25))))
                .build();
        return mfg.discretize(
                game, mfg.discretization("crank-nicolson", Map.of()), Grid.of(game.domain(), 100), game.timeGrid(100));
    }

    /** Phase, in units of the circle, and modulus of ∫ exp(2πix) m(T, x) dx. */
    private static double[] firstMode(Equilibrium e) {
        int last = e.time().steps() * e.grid().size();
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < e.grid().size(); i++) {
            double mass = e.grid().weight(i) * e.m()[last + i];
            cosine += mass * Math.cos(2 * Math.PI * e.grid().coordinate(i, 0));
            sine += mass * Math.sin(2 * Math.PI * e.grid().coordinate(i, 0));
        }
        double phase = Math.atan2(sine, cosine) / (2 * Math.PI);
        return new double[] {phase < 0 ? phase + 1 : phase, Math.hypot(cosine, sine)};
    }
}
