package org.mfg.solvers.deflation;

import java.util.Optional;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.grid.Grid;

/**
 * Where searches begin: the population that stays as it is, and crowds that gather in the course of time at some place, one for each state of agents, that a Halton
 * sequence chooses; with the best responses to them.
 */
final class Starts {
    /** The standard deviation of a crowd, of the length of an axis. */
    private static final double WIDTH = 0.15;

    private final DiscreteGame game;
    private final Grid grid;
    private final int axes;
    private final int states;
    private final HaltonSequenceGenerator places;

    Starts(DiscreteGame game) {
        this.game = game;
        grid = game.grid();
        axes = grid.domain().positionAxes();
        int axis = grid.domain().statesAxis();
        states = axis < 0 ? 1 : grid.nodes(axis);
        places = new HaltonSequenceGenerator(Math.min(40, axes * states));
        // Its first point is the origin.
        places.skipTo(1);
    }

    /** A start; empty where there is no best response to the crowd. The number 0 is the population that stays as it is. */
    Optional<Guess> make(int number) {
        try {
            return Optional.of(number == 0 ? Guess.stationary(game) : gathering());
        } catch (NumericalFailureException e) {
            return Optional.empty();
        }
    }

    private Guess gathering() {
        double[] place = places.nextVector();
        double[] initial = game.initialDensity();
        double[] bump = new double[initial.length];
        double[] mass = new double[states];
        double[] bumpMass = new double[states];
        for (int i = 0; i < bump.length; i++) {
            int state = i % states;
            bump[i] = grid.isWall(i) || grid.isExit(i) ? 0 : Math.exp(-0.5 * square(i, state, place));
            mass[state] += grid.weight(i) * initial[i];
            bumpMass[state] += grid.weight(i) * bump[i];
        }
        double[] m = new double[game.size()];
        int steps = game.time().steps();
        for (int j = 0; j <= steps; j++) {
            double share = game.game().isStationary() ? 1 : (double) j / steps;
            for (int i = 0; i < bump.length; i++) {
                double gathered = mass[i % states] * bump[i] / Math.max(Double.MIN_NORMAL, bumpMass[i % states]);
                m[j * bump.length + i] = (1 - share) * initial[i] + share * gathered;
            }
        }
        double[] u = new double[game.size()];
        game.backward(m, u);
        return new Guess(u, m);
    }

    /** The squared distance of a node from the place of its state, in standard deviations; the nearer way round on a ring. */
    private double square(int node, int state, double[] place) {
        double sum = 0;
        for (int k = 0; k < axes; k++) {
            double length = grid.domain().axis(k).length();
            double center = place[(state * axes + k) % place.length] * length;
            double away =
                    Math.abs(grid.coordinate(node, k) - grid.domain().axis(k).lower() - center) / length;
            away = grid.domain().axis(k).isPeriodic() ? Math.min(away, 1 - away) : away;
            sum += away * away / (WIDTH * WIDTH);
        }
        return sum;
    }
}
