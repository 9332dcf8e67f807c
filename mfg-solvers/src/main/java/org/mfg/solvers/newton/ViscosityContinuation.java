package org.mfg.solvers.newton;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.MfgException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.SolveLog;

/**
 * Follows the equilibrium from a larger viscosity down to the game's own, or from one that is added to its diffusion, which may be 0, down to none: first up by factors of four until Newton's method
 * succeeds from the stationary guess, then down again, each equilibrium the start of the next, by smaller factors where
 * it stalls. Intermediate games are solved roughly; the last iterate of each is recorded
 * as one of the game's own.
 */
final class ViscosityContinuation {
    private static final double LARGEST_FACTOR = 4;
    private static final double SMALLEST_FACTOR = 1.1;
    private static final int RUNGS_UP = 6;
    private static final int STEPS_A_RUNG = 40;
    private static final int TIMES = 5;
    /** Without a diffusion of its own, a game begins with so much, for the length 1 and the time 1: the scheme has more on any grid. */
    private static final double LEAST = 2.5e-5;
    /** An intermediate game is solved once its residual has fallen by this. */
    private static final double REDUCTION = 1e-3;

    private final DiscreteGame game;
    private final KrylovSettings krylov;
    private final SolveLog log;
    private int sweeps;
    /** What was skipped, each once, and why the last one was. */
    private final Set<String> skipped = new LinkedHashSet<>();

    private String reason = "";

    ViscosityContinuation(DiscreteGame game, KrylovSettings krylov, SolveLog log) {
        this.game = game;
        this.krylov = krylov;
        this.log = log;
    }

    /** Whether there is a diffusion to enlarge, or a time in which one that is added would act. */
    static boolean isPossible(DiscreteGame game) {
        return least(game) > 0;
    }

    /** The viscosity from which the ladder goes up. */
    private static double least(DiscreteGame game) {
        double own = scale(game);
        if (own > 0 || game.game().isStationary()) {
            return own;
        }
        double length = 0;
        Grid grid = game.grid();
        for (int k = 0; k < grid.domain().positionAxes(); k++) {
            length = Math.max(length, grid.domain().axis(k).length());
        }
        return LEAST * length * length / game.time().horizon();
    }

    /** The largest diffusion of the game, ν where it is the same everywhere; one that changes with time is sampled at a few times. */
    private static double scale(DiscreteGame game) {
        if (!game.game().diffusion().dependsOnTime()) {
            return scale(game, 0);
        }
        double largest = 0;
        for (int j = 0; j < TIMES; j++) {
            largest = Math.max(largest, scale(game, game.time().horizon() * j / (TIMES - 1)));
        }
        return largest;
    }

    private static double scale(DiscreteGame game, double t) {
        Grid grid = game.grid();
        double[] x = new double[grid.dimension()];
        double largest = 0;
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            for (int k = 0; k < grid.domain().positionAxes(); k++) {
                largest = Math.max(largest, game.game().diffusion().at(t, x, k));
            }
        }
        return largest;
    }

    /** Leads the iterate to a better start at the game's own viscosity; returns whether the solve is over. What was skipped is noted. */
    boolean lead(NewtonIterate iterate) {
        try {
            return upAndDown(iterate);
        } finally {
            if (!skipped.isEmpty()) {
                log.note("Larger viscosities were skipped (" + String.join(", ", skipped) + "): " + reason + ".");
            }
        }
    }

    private boolean upAndDown(NewtonIterate iterate) {
        double target = least(game);
        double viscosity = target;
        double[] stalledAt = iterate.u().clone();
        double stalledNorm = iterate.residualNorm();
        double[] u = new double[0];
        boolean solved = false;
        for (int rung = 0; rung < RUNGS_UP && !solved && !log.isCancelled(); rung++) {
            viscosity *= LARGEST_FACTOR;
            double[] start = solvedFromRest(viscosity);
            solved = start.length > 0;
            u = start;
        }
        if (solved) {
            log.note("Newton's method stalled and began again, from viscosity " + text(viscosity) + " down.");
        }
        double factor = LARGEST_FACTOR;
        while (solved && viscosity > target && !log.isCancelled()) {
            double next = Math.max(target, viscosity / factor);
            double[] trial = u.clone();
            if (next == target ? solve(game, trial) : solvedAt(next, trial)) {
                u = trial;
                viscosity = next;
                factor = Math.min(LARGEST_FACTOR, factor * factor);
                iterate.restartFrom(u);
                if (iterate.record(log, target / viscosity, sweeps)) {
                    return true;
                }
                sweeps = 0;
            } else {
                factor = Math.sqrt(factor);
                solved = factor >= SMALLEST_FACTOR;
            }
        }
        if (solved && viscosity <= target) {
            return false;
        }
        if (iterate.residualNorm() > stalledNorm) {
            iterate.restartFrom(stalledAt);
            iterate.record(log, 0, sweeps);
        }
        if (log.isCancelled()) {
            log.cancel();
        } else {
            log.stop(Status.STALLED, "Newton's method stalls, and so does its continuation in the viscosity");
        }
        return true;
    }

    /** The value function at a larger viscosity, from the stationary guess; empty where there is none. */
    private double[] solvedFromRest(double viscosity) {
        try {
            DiscreteGame easier = withViscosity(viscosity);
            double[] u = Guess.stationary(easier).u();
            return solve(easier, u) ? u : new double[0];
        } catch (InvalidInputException | NumericalFailureException cannot) {
            note(viscosity, cannot);
            return new double[0];
        }
    }

    /** Solves at a larger viscosity, from u and into u. */
    private boolean solvedAt(double viscosity, double[] u) {
        try {
            return solve(withViscosity(viscosity), u);
        } catch (InvalidInputException | NumericalFailureException cannot) {
            note(viscosity, cannot);
            return false;
        }
    }

    /** What the game's data refuse at a larger viscosity they accept at its own: that rung is skipped. */
    private void note(double viscosity, MfgException cannot) {
        skipped.add(text(viscosity));
        reason = String.valueOf(cannot.getMessage());
    }

    private static String text(double viscosity) {
        return String.format(Locale.ROOT, "%.3g", viscosity);
    }

    private DiscreteGame withViscosity(double viscosity) {
        Diffusion diffusion = game.game().diffusion().plus(viscosity - scale(game));
        MeanFieldGame easier = game.game().toBuilder().diffusion(diffusion).build();
        return game.discretization().discretize(easier, game.grid(), game.time());
    }

    /** Solves an intermediate game roughly, from u and into u. */
    private boolean solve(DiscreteGame easier, double[] u) {
        NewtonIterate iterate = NewtonIterate.of(easier, u, krylov, log.fields());
        double goal = REDUCTION * iterate.residualNorm();
        for (int k = 0; k < STEPS_A_RUNG && iterate.residualNorm() > goal && !log.isCancelled(); k++) {
            boolean advanced = iterate.advance(0, Double.POSITIVE_INFINITY);
            sweeps += iterate.sweeps();
            if (!advanced) {
                return false;
            }
        }
        System.arraycopy(iterate.u(), 0, u, 0, u.length);
        return iterate.residualNorm() <= goal;
    }
}
