package org.mfg.app.golden;

import java.util.Map;
import java.util.Random;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.GameProvider;
import org.mfg.solvers.Mfg;

/**
 * A packaged game with its own parameters on a small grid, and fields at which to evaluate it: rough ones, with gradients of both signs,
 * that no solver had a hand in.
 */
final class PinnedGame {
    private static final int MOST_NODES_OF_AN_AXIS = 65;
    private static final int MOST_NODES = 500;
    private static final int STEPS = 12;

    private final Mfg mfg;
    private final GameProvider provider;
    private final String scheme;

    PinnedGame(Mfg mfg, String game, String scheme) {
        this.mfg = mfg;
        this.scheme = scheme;
        provider = mfg.games().provider(game);
    }

    GameProvider provider() {
        return provider;
    }

    DiscreteGame discrete() {
        return discrete(mfg.game(provider.name(), Map.of()));
    }

    DiscreteGame discrete(MeanFieldGame game) {
        int steps = game.isStationary() ? 1 : STEPS;
        return mfg.discretization(scheme, Map.of("threads", 1)).discretize(game, grid(game), game.timeGrid(steps));
    }

    /** Every second node of the game's own grid, until there are few: walls and doors stay on nodes. */
    private Grid grid(MeanFieldGame game) {
        int[] nodes = provider.defaultNodes().clone();
        Grid grid = Grid.of(game.domain(), nodes);
        while (grid.size() > MOST_NODES || largest(nodes) > MOST_NODES_OF_AN_AXIS) {
            for (int k = 0; k < nodes.length; k++) {
                boolean hasStates = nodes.length > 1 && k == game.domain().statesAxis();
                nodes[k] = hasStates ? nodes[k] : (nodes[k] - 1) / 2 + 1;
            }
            grid = Grid.of(game.domain(), nodes);
        }
        return grid;
    }

    private static int largest(int[] nodes) {
        int largest = 0;
        for (int n : nodes) {
            largest = Math.max(largest, n);
        }
        return largest;
    }

    /** A value function that rises over each axis, in waves and with noise. */
    static double[] value(DiscreteGame game) {
        Random random = new Random(11);
        Grid grid = game.grid();
        double[] u = new double[game.size()];
        for (int at = 0; at < u.length; at++) {
            double t = at / grid.size() / (double) (game.time().levels() - 1);
            for (int k = 0; k < grid.dimension(); k++) {
                double s = grid.index(at % grid.size(), k) / (double) (grid.nodes(k) - 1);
                u[at] += 2 * s + 0.3 * waves(s + 0.2 * t + 0.1 * k);
            }
            u[at] += 0.03 * random.nextDouble();
        }
        return u;
    }

    /** Two smooth waves on [0, 1], of polynomials: sines differ in their last digit from machine to machine. */
    private static double waves(double s) {
        double phase = 3 * s - Math.floor(3 * s);
        return 16 * phase * phase * (1 - phase) * (1 - phase) * (2 * phase - 1) * 4;
    }

    /** A density of mass about 1 at every level, 0 where nobody can be. */
    static double[] density(DiscreteGame game) {
        Random random = new Random(13);
        Grid grid = game.grid();
        double volume = 0;
        for (int i = 0; i < grid.size(); i++) {
            volume += grid.weight(i);
        }
        double[] m = new double[game.size()];
        for (int at = 0; at < m.length; at++) {
            int i = at % grid.size();
            double density = (0.5 + random.nextDouble()) / volume;
            m[at] = grid.isWall(i) || grid.isExit(i) ? 0 : density;
        }
        return m;
    }

    /** A field of numbers between -1 and 1, 0 where nobody can be. */
    static double[] direction(DiscreteGame game, long seed) {
        Random random = new Random(seed);
        Grid grid = game.grid();
        double[] v = new double[game.size()];
        for (int at = 0; at < v.length; at++) {
            int i = at % grid.size();
            double value = 2 * random.nextDouble() - 1;
            v[at] = grid.isWall(i) || grid.isExit(i) ? 0 : value;
        }
        return v;
    }
}
