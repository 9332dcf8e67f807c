package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.PowerHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * A crowd without beginning or end: agents mind what they pay on average in the long run, ρ (Achdou and Capuzzo-Dolcetta, "Mean field games:
 * numerical methods", SIAM J. Numer. Anal. 48 (2010)). On the periodic unit square, with ν = 0.1,
 *
 * <pre>
 *   ρ - ν Δu + |∇u|² = m² - sin 2πx - sin 2πy - cos 4πx          - ν Δm - div(2 m ∇u) = 0
 * </pre>
 *
 * <p>What to look at: the crowd sits in the two valleys of the cost at y = 1/4, in balance of drift (arrows) and noise.
 */
public final class ErgodicTorus {
    private ErgodicTorus() {}

    /** Takes the folder to write to, out/gallery/ergodic-torus if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/ergodic-torus"));
    }

    /** Writes the figure; returns the ergodic constant ρ. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("ergodic torus")
                .domain(Domain.of(Axis.periodic("x", 0, 1), Axis.periodic("y", 0, 1)))
                .forever()
                .viscosity(0.1)
                .hamiltonian(new PowerHamiltonian(2, 2)) // 2 |p|²/2
                .coupling(new PowerCoupling(1, 2))
                .runningCost((t, x) ->
                        -Math.sin(2 * Math.PI * x[0]) - Math.sin(2 * Math.PI * x[1]) - Math.cos(4 * Math.PI * x[0]))
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(
                game, mfg.discretization("crank-nicolson", Map.of()), Grid.of(game.domain(), 48, 48), game.timeGrid(1));
        Equilibrium equilibrium = mfg.solver("newton", Map.of()).solve(discrete);

        Figures.write(out, discrete, equilibrium, Figure.STATIONARY);
        double constant = StationaryEquilibrium.of(equilibrium).constant();
        System.out.printf("%s%nwhat an agent pays on average: %.5f%n", equilibrium, constant);
        return new double[] {constant};
    }
}
