package org.mfg.app.agents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.agents.AgentSample;
import org.mfg.solvers.agents.AgentSimulation;
import org.mfg.solvers.agents.Comparison;
import org.mfg.solvers.agents.LongRun;

/**
 * Agents against the equilibrium that they play: the distance of their density to m at the times 0, T/4, T/2, 3T/4 and T,
 * their mean cost against the one expected, and how the distance at the end falls with their number.
 *
 * @param setting what was asked
 * @param equilibrium what they play
 * @param time for how long and in which steps
 * @param sample what became of them
 * @param comparisons one for each of the sample's levels
 * @param convergence the mean distance at the end of groups of agents, small groups first
 * @param expectedCost Σ w m0 u(0); of an ergodic game ρ, which the mean cost per unit of time should be
 * @param seconds the time the simulation took
 */
public record AgentStudy(
        Setting setting,
        Equilibrium equilibrium,
        TimeGrid time,
        AgentSample sample,
        List<Comparison> comparisons,
        List<GroupSize> convergence,
        double expectedCost,
        double seconds) {
    private static final int QUARTERS = 4;
    private static final int PATHS = 40;

    /** A stationary crowd stays where it is: more paths would cover it. */
    private static final int STATIONARY_PATHS = 5;

    private static final int GROWTH = 4;
    private static final int SMALLEST_GROUP = 50;
    private static final int MAX_GROUPS = 64;

    /**
     * What is asked of agents.
     *
     * @param agents how many, >= 1
     * @param seed of the random numbers
     * @param stepsPerLevel the steps to a time step, >= 1
     * @param duration for how long agents of a stationary game walk, > 0; if absent, as long as {@link LongRun} says
     */
    public record Setting(int agents, long seed, int stepsPerLevel, OptionalDouble duration) {}

    /**
     * Groups of a number of agents.
     *
     * @param agents the agents of a group
     * @param wasserstein the mean over groups of the distance W1 at the end, the largest of all axes
     * @param l1 the mean over groups of the L1 distance at the end
     */
    public record GroupSize(int agents, double wasserstein, double l1) {}

    /** Simulates and measures. */
    public static AgentStudy of(DiscreteGame game, Equilibrium equilibrium, Setting setting) {
        long start = System.nanoTime();
        TimeGrid time = time(game, equilibrium, setting);
        int paths = game.game().isStationary() ? STATIONARY_PATHS : PATHS;
        AgentSample sample = simulation(game, equilibrium, time, setting.stepsPerLevel())
                .run(setting.agents(), setting.seed(), levels(time.steps()), paths);
        double seconds = (System.nanoTime() - start) * 1e-9;
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < sample.levels().length; k++) {
            comparisons.add(compare(sample, k, 0, sample.agents(), equilibrium));
        }
        double expected = expectedCost(game, equilibrium);
        return new AgentStudy(
                setting, equilibrium, time, sample, comparisons, convergence(sample, equilibrium), expected, seconds);
    }

    private static TimeGrid time(DiscreteGame game, Equilibrium e, Setting setting) {
        if (!game.game().isStationary()) {
            return game.time();
        }
        OptionalDouble duration = setting.duration();
        return duration.isPresent()
                ? LongRun.time(game, e.u(), e.m(), duration.getAsDouble())
                : LongRun.time(game, e.u(), e.m());
    }

    private static AgentSimulation simulation(DiscreteGame game, Equilibrium e, TimeGrid time, int stepsPerLevel) {
        return game.game().isStationary()
                ? AgentSimulation.stationary(game, e.u(), e.m(), time, stepsPerLevel)
                : new AgentSimulation(game, e.u(), e.m(), stepsPerLevel);
    }

    private static int[] levels(int steps) {
        int[] levels = new int[QUARTERS + 1];
        for (int q = 0; q <= QUARTERS; q++) {
            levels[q] = (int) Math.round((double) q * steps / QUARTERS);
        }
        return Arrays.stream(levels).distinct().toArray();
    }

    private static double expectedCost(DiscreteGame game, Equilibrium equilibrium) {
        if (game.game().isErgodic()) {
            return StationaryEquilibrium.of(equilibrium).constant();
        }
        double cost = 0;
        for (int i = 0; i < game.grid().size(); i++) {
            cost += game.grid().weight(i) * equilibrium.m()[i] * equilibrium.u()[i];
        }
        return cost;
    }

    /** Some agents at the k-th level of the sample against the density there; a stationary one is the same at its two levels. */
    private static Comparison compare(AgentSample sample, int k, int first, int count, Equilibrium e) {
        int level = Math.min(sample.levels()[k], e.time().steps());
        int offset = level * e.grid().size();
        return Comparison.of(e.grid(), sample.positions(k), first, count, e.m(), offset);
    }

    private static List<GroupSize> convergence(AgentSample sample, Equilibrium equilibrium) {
        List<GroupSize> sizes = new ArrayList<>();
        for (int size = sample.agents(); size >= Math.min(SMALLEST_GROUP, sample.agents()); size /= GROWTH) {
            sizes.add(0, groups(sample, equilibrium, size));
        }
        return sizes;
    }

    private static GroupSize groups(AgentSample sample, Equilibrium equilibrium, int size) {
        int groups = Math.min(MAX_GROUPS, sample.agents() / size);
        int last = sample.levels().length - 1;
        double wasserstein = 0;
        double l1 = 0;
        for (int g = 0; g < groups; g++) {
            Comparison c = compare(sample, last, g * size, size, equilibrium);
            wasserstein += Arrays.stream(c.wasserstein()).max().orElse(0) / groups;
            l1 += c.l1() / groups;
        }
        return new GroupSize(size, wasserstein, l1);
    }
}
