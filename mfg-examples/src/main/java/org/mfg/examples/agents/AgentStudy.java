package org.mfg.examples.agents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.agents.AgentSample;
import org.mfg.solvers.agents.AgentSimulation;
import org.mfg.solvers.agents.Comparison;

/**
 * Agents against the equilibrium that they play: the distance of their density to m at the times 0, T/4, T/2, 3T/4 and T,
 * their mean cost against Σ w m0 u(0), and how the distance at the end falls with their number.
 *
 * @param setting what was asked
 * @param equilibrium what they play
 * @param sample what became of them
 * @param comparisons one for each of the sample's levels
 * @param convergence the mean distance at the end of groups of agents, small groups first
 * @param expectedCost Σ w m0 u(0)
 * @param seconds the time the simulation took
 */
public record AgentStudy(
        Setting setting,
        Equilibrium equilibrium,
        AgentSample sample,
        List<Comparison> comparisons,
        List<GroupSize> convergence,
        double expectedCost,
        double seconds) {
    private static final int QUARTERS = 4;
    private static final int PATHS = 40;
    private static final int GROWTH = 4;
    private static final int SMALLEST_GROUP = 50;
    private static final int MAX_GROUPS = 64;

    /**
     * What is asked of agents.
     *
     * @param agents how many, >= 1
     * @param seed of the random numbers
     * @param stepsPerLevel the steps to a time step of the game, >= 1
     */
    public record Setting(int agents, long seed, int stepsPerLevel) {}

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
        AgentSample sample = new AgentSimulation(game, equilibrium.u(), equilibrium.m(), setting.stepsPerLevel())
                .run(setting.agents(), setting.seed(), levels(game.time().steps()), PATHS);
        double seconds = (System.nanoTime() - start) * 1e-9;
        Grid grid = game.grid();
        int[] levels = sample.levels();
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < levels.length; k++) {
            comparisons.add(Comparison.of(
                    grid, sample.positions(k), 0, sample.agents(), equilibrium.m(), levels[k] * grid.size()));
        }
        return new AgentStudy(
                setting,
                equilibrium,
                sample,
                comparisons,
                convergence(grid, sample, equilibrium),
                expectedCost(grid, equilibrium),
                seconds);
    }

    private static int[] levels(int steps) {
        int[] levels = new int[QUARTERS + 1];
        for (int q = 0; q <= QUARTERS; q++) {
            levels[q] = (int) Math.round((double) q * steps / QUARTERS);
        }
        return Arrays.stream(levels).distinct().toArray();
    }

    private static double expectedCost(Grid grid, Equilibrium equilibrium) {
        double cost = 0;
        for (int i = 0; i < grid.size(); i++) {
            cost += grid.weight(i) * equilibrium.m()[i] * equilibrium.u()[i];
        }
        return cost;
    }

    private static List<GroupSize> convergence(Grid grid, AgentSample sample, Equilibrium equilibrium) {
        List<GroupSize> sizes = new ArrayList<>();
        for (int size = sample.agents(); size >= Math.min(SMALLEST_GROUP, sample.agents()); size /= GROWTH) {
            sizes.add(0, groups(grid, sample, equilibrium, size));
        }
        return sizes;
    }

    private static GroupSize groups(Grid grid, AgentSample sample, Equilibrium equilibrium, int size) {
        int groups = Math.min(MAX_GROUPS, sample.agents() / size);
        int last = sample.levels().length - 1;
        int offset = sample.levels()[last] * grid.size();
        double wasserstein = 0;
        double l1 = 0;
        for (int g = 0; g < groups; g++) {
            Comparison c = Comparison.of(grid, sample.positions(last), g * size, size, equilibrium.m(), offset);
            wasserstein += Arrays.stream(c.wasserstein()).max().orElse(0) / groups;
            l1 += c.l1() / groups;
        }
        return new GroupSize(size, wasserstein, l1);
    }
}
