package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.quantity.Quantity;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.deflation.EquilibriumSearch;
import org.mfg.solvers.deflation.FoundEquilibrium;

/**
 * A crowd on a ring that attracts itself, with one pleasant place, for ever:
 *
 * <pre>
 *   ρ - ν u″ + ½ u′² = c m + A cos 2πx,   ν = ½,  c = -12,  A = ½
 * </pre>
 *
 * <p>has three equilibria: everybody in the valley at ½, everybody on the hill at 0 since all others are there, and nearly evenly spread. Newton's method with what is known
 * divided out finds all three from one start (Farrell, Birkisson and Funke 2015). With m = φ² they are the states of a nonlinear Schrödinger equation, 2ν² φ″ = (c φ² + A cos
 * 2πx - ρ) φ. What to look at: of the three only the crowd in the valley returns where it was when all play best responses (equilibria).
 */
public final class SeveralEquilibria {
    private static final int NODES = 200;

    private SeveralEquilibria() {}

    /** Takes the folder to write to, out/gallery/several-equilibria if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/several-equilibria"));
    }

    /** Writes the figure; returns ρ of the three equilibria, the smallest first, and how many of them are stable. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("ring")
                .domain(Domain.of(Axis.periodic("x", 0, 1)))
                .forever()
                .viscosity(0.5)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(-12, 1))
                .runningCost((t, x) -> 0.5 * Math.cos(2 * Math.PI * x[0]))
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(
                game, mfg.discretization("crank-nicolson", Map.of()), Grid.of(game.domain(), NODES), game.timeGrid(1));
        Quantity rho = mfg.quantity("rho", game);
        List<FoundEquilibrium> found = new ArrayList<>(
                new EquilibriumSearch(discrete, mfg.solver("newton", Map.of("levels", 1)), 1, 10).run(Monitor.NONE));
        found.sort(Comparator.comparingDouble(f -> rho(rho, discrete, f)));

        List<Curve> curves = new ArrayList<>();
        double[] numbers = new double[found.size() + 1];
        for (int k = 0; k < found.size(); k++) {
            FoundEquilibrium f = found.get(k);
            numbers[k] = rho(rho, discrete, f);
            numbers[found.size()] += f.bestResponses().isStable() ? 1 : 0;
            String stability = f.bestResponses().isStable() ? "stable" : "unstable";
            String label = String.format(Locale.ROOT, "ρ = %.3f, %s", numbers[k], stability);
            curves.add(Curve.level(label, discrete.grid(), f.equilibrium().m(), NODES));
        }
        new StudyFigures(out).lines("equilibria", "position x", "density m(x)", curves);
        return numbers;
    }

    private static double rho(Quantity rho, DiscreteGame game, FoundEquilibrium f) {
        return rho.value(game, f.equilibrium().u(), f.equilibrium().m());
    }
}
