package org.mfg.app.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.app.verify.GridSequence.Level;

/**
 * Solves one game on a sequence of grids with Δt proportional to h. Errors are, for the exact solution (u*, m*) and with the
 * grid's weights w,
 *
 * <pre>
 *   u:  max_t Σ w m* |u - u*|      where agents are: the value elsewhere is nobody's
 *   m:  max_t Σ w |m - m*|.
 * </pre>
 *
 * <p>and of an ergodic game |ρ - ρ*| besides.
 *
 * <p>Without an exact solution each grid is compared with the next finer one, at common nodes; for errors of order p these
 * differences fall with the same order (Richardson 1911). Crowds with an atom at a state constraint are compared by {@link Transport},
 * since their densities converge in no norm.
 */
public final class Verification {
    /** The coarsest grid has this part of the intervals asked for. Differences of grids need finer ones to be as telling. */
    private static final int EXACT_PART = 4;

    private static final int RICHARDSON_PART = 2;

    /** What an observed order may lack, as a part of the expected one. */
    private static final double EXACT_MARGIN = 0.1;

    /** The last difference shows the order of the last grid but one, not of the finest. */
    private static final double RICHARDSON_MARGIN = 0.2;

    private final String name;
    private final MeanFieldGame game;
    private final int order;
    private final GridSequence grids;
    private final List<Equilibrium> solutions = new ArrayList<>();

    private Verification(String name, MeanFieldGame game, int order, GridSequence grids) {
        this.name = name;
        this.game = game;
        this.order = order;
        this.grids = grids;
    }

    /**
     * The convergence of value function and density.
     *
     * @param name what to call the game in tables
     * @param asked the game on the grid asked for: the coarsest grid has a fourth of its intervals, or half of them where
     *     grids are compared with each other
     * @param doublings how often to double the grid, at least 2
     * @return two convergences, three of an ergodic game, or none if the game has no equilibrium on one of the grids or the solve was cancelled
     */
    public static List<Convergence> of(
            String name, DiscreteGame asked, EquilibriumSolver solver, int doublings, Monitor monitor) {
        int part = asked.game().exactSolution().isPresent() ? EXACT_PART : RICHARDSON_PART;
        Verification verification = new Verification(
                name, asked.game(), asked.discretization().order(), GridSequence.around(asked, part, doublings));
        for (Level level : verification.grids.levels()) {
            DiscreteGame refined = asked.discretization().discretize(asked.game(), level.grid(), level.time());
            Equilibrium equilibrium = solver.solve(refined, null, monitor);
            if (!equilibrium.isConverged()) {
                return List.of();
            }
            verification.solutions.add(equilibrium);
        }
        return asked.game().exactSolution().map(verification::against).orElseGet(verification::againstFiner);
    }

    private List<Convergence> against(ExactSolution exact) {
        int count = solutions.size();
        double[] value = new double[count];
        double[] density = new double[count];
        for (int l = 0; l < count; l++) {
            Level level = grids.levels().get(l);
            double[] u = level.sampled(exact::value);
            double[] m = level.sampled(exact::density);
            Distance distance = new Distance(level.grid(), level.time(), m);
            value[l] = distance.ofValues(solutions.get(l).u(), u);
            density[l] = distance.ofDensities(solutions.get(l).m(), m);
        }
        double[] x = new double[game.domain().dimension()];
        grids.levels().get(0).grid().position(0, x);
        double constant = exact.value(0, x) - exact.value(game.timeGrid(1).horizon(), x);
        double[] constants = constants();
        for (int l = 0; l < count; l++) {
            constants[l] = Math.abs(constants[l] - constant);
        }
        return all(value, density, "L1", constants, "", EXACT_MARGIN);
    }

    private List<Convergence> againstFiner() {
        int count = solutions.size() - 1;
        boolean hasAtoms = Transport.isNeeded(game);
        double[] value = new double[count];
        double[] density = new double[count];
        for (int l = 0; l < count; l++) {
            Level coarse = grids.levels().get(l);
            Level fine = grids.levels().get(l + 1);
            double[] m = restricted(coarse, fine, solutions.get(l + 1).m());
            Distance distance = new Distance(coarse.grid(), coarse.time(), m);
            value[l] = distance.ofValues(
                    solutions.get(l).u(),
                    restricted(coarse, fine, solutions.get(l + 1).u()));
            density[l] = hasAtoms
                    ? Transport.distance(solutions.get(l), solutions.get(l + 1))
                    : distance.ofDensities(solutions.get(l).m(), m);
        }
        double[] constants = constants();
        for (int l = 0; l < count; l++) {
            constants[l] = Math.abs(constants[l] - constants[l + 1]);
        }
        String against = ", to the next grid";
        List<Convergence> all = all(value, density, hasAtoms ? "W1" : "L1", constants, against, RICHARDSON_MARGIN);
        if (hasAtoms) {
            double[] atoms = new double[count];
            for (int l = 0; l < count; l++) {
                atoms[l] = Math.abs(Transport.atoms(solutions.get(l)) - Transport.atoms(solutions.get(l + 1)));
            }
            double[] used = Arrays.copyOf(grids.intervals(), count);
            double margin = RICHARDSON_MARGIN * Transport.ATOM_ORDER;
            all.add(new Convergence(
                    name, "mass at the end", "absolute" + against, used, atoms, Transport.ATOM_ORDER, margin));
        }
        return all;
    }

    /** The ergodic constant on each grid; NaN where there is none. */
    private double[] constants() {
        return solutions.stream()
                .mapToDouble(e -> game.isErgodic() ? StationaryEquilibrium.of(e).constant() : Double.NaN)
                .toArray();
    }

    private List<Convergence> all(
            double[] value, double[] density, String norm, double[] constant, String against, double margin) {
        double[] used = Arrays.copyOf(grids.intervals(), value.length);
        List<Convergence> all = new ArrayList<>();
        all.add(new Convergence(name, "u", "L1(m)" + against, used, value, order, margin * order));
        all.add(new Convergence(name, "m", norm + against, used, density, order, margin * order));
        if (game.isErgodic()) {
            double[] errors = Arrays.copyOf(constant, value.length);
            all.add(new Convergence(name, "rho", "absolute" + against, used, errors, order, margin * order));
        }
        return all;
    }

    private static double[] restricted(Level coarse, Level fine, double[] field) {
        int n = coarse.grid().size();
        double[] values = new double[n * coarse.time().levels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field[GridSequence.onFiner(coarse, fine, i / n, i % n)];
        }
        return values;
    }
}
