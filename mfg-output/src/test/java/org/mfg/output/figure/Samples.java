package org.mfg.output.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

/** Equilibria made of formulas, to draw without solving. */
final class Samples {
    private Samples() {}

    /** All figures of an equilibrium. */
    static List<Path> write(Path folder, Equilibrium equilibrium) throws IOException {
        return write(folder, equilibrium, Figure.of(game(equilibrium)));
    }

    /** Some figures of an equilibrium, as that of some game on its grid. */
    static List<Path> write(Path folder, Equilibrium equilibrium, Set<Figure> which) throws IOException {
        MeanFieldGame game = builder(equilibrium).build();
        if (which.contains(Figure.STATIONARY)) {
            game = game.toBuilder().forever().build();
        } else if (which.contains(Figure.PRESSURE_HEATMAP)) {
            game = game.toBuilder().ceiling((t, x) -> 9).build();
        }
        return Figures.write(folder, discretize(game, equilibrium), equilibrium, which);
    }

    /** Some game on the grid of an equilibrium, with H = |p|²/2. */
    static DiscreteGame game(Equilibrium equilibrium) {
        return discretize(builder(equilibrium).build(), equilibrium);
    }

    private static MeanFieldGameBuilder builder(Equilibrium equilibrium) {
        return MeanFieldGame.builder("sample")
                .domain(equilibrium.grid().domain())
                .horizon(equilibrium.time().horizon())
                .viscosity(1)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(x -> 1);
    }

    private static DiscreteGame discretize(MeanFieldGame game, Equilibrium equilibrium) {
        return new UpwindDiscretization().discretize(game, equilibrium.grid(), equilibrium.time());
    }

    /** A Gaussian that walks from 0.3 to 0.7 and spreads, and a paraboloid; Newton-like convergence. */
    static Equilibrium walk(int nodes, int steps) {
        return of(nodes, steps, Samples::gaussian, Samples::paraboloid, quadraticHistory());
    }

    /** The given functions of (t, x) on [0, 1] x [0, 1]. */
    static Equilibrium of(
            int nodes, int steps, DoubleBinaryOperator m, DoubleBinaryOperator u, List<Iteration> history) {
        return on(Domain.interval(0, 1), nodes, steps, m, u, history);
    }

    /** The given functions of (t, x) for t in [0, 1] and x in a domain of one axis. */
    static Equilibrium on(
            Domain domain,
            int nodes,
            int steps,
            DoubleBinaryOperator m,
            DoubleBinaryOperator u,
            List<Iteration> history) {
        Grid grid = Grid.of(domain, nodes);
        TimeGrid time = new TimeGrid(1, steps);
        double[] mm = new double[time.levels() * nodes];
        double[] uu = new double[mm.length];
        for (int k = 0; k < mm.length; k++) {
            double t = time.time(k / nodes);
            double x = grid.coordinate(k % nodes, 0);
            mm[k] = m.applyAsDouble(t, x);
            uu[k] = u.applyAsDouble(t, x);
        }
        return new Equilibrium(game(domain), grid, time, uu, mm, Status.CONVERGED, "made up", history);
    }

    static double gaussian(double t, double x) {
        double deviation = 0.1 + 0.14 * t;
        double z = (x - 0.3 - 0.4 * t) / deviation;
        return Math.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI));
    }

    static double paraboloid(double t, double x) {
        return (0.5 + 0.6 * (1 - t)) * (x - 0.7) * (x - 0.7) + 0.25 * (1 - t) * (1 - x * t);
    }

    /** Seven steps of Newton's method; the exploitability ends at exactly 0. */
    static List<Iteration> quadraticHistory() {
        double[] residuals = {2.1, 0.6, 0.11, 8e-3, 3e-5, 2e-9, 3e-15};
        List<Iteration> history = new ArrayList<>();
        for (int k = 0; k < residuals.length; k++) {
            double r = residuals[k];
            double gain = k == residuals.length - 1 ? 0 : 0.08 * r * r;
            history.add(iteration(k, r, 0.4 * r, k == 0 ? Double.NaN : 0.7 * r, gain));
        }
        return history;
    }

    /** The slow decay of a damped iteration, with a ripple. */
    static List<Iteration> slowHistory(int iterations) {
        List<Iteration> history = new ArrayList<>();
        for (int k = 0; k <= iterations; k++) {
            double r = Math.exp(-0.008 * k) * (1 + 0.4 * Math.sin(0.05 * k)) / (1 + 0.1 * k);
            history.add(iteration(k, r, 0.2 * r / (1 + 0.01 * k), 1.5 * r, 0.05 * r * r));
        }
        return history;
    }

    /** The text of an SVG file without its embedded images, whose characters spell anything. */
    static String drawing(Path svg) throws IOException {
        return Files.readString(svg).replaceAll("base64,[^\"]*", "");
    }

    static Iteration iteration(int index, double hjb, double fp, double defect, double exploitability) {
        return new Iteration(index, hjb, fp, defect, exploitability, 1e-16, 0, 1, 1, 0.01 * index);
    }

    /** A game to have made-up fields of. */
    static MeanFieldGame game(Domain domain) {
        return MeanFieldGame.builder("made up")
                .domain(domain)
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(x -> 1)
                .build();
    }
}
