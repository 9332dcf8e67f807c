package org.mfg.solvers.agents;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** What became of simulated agents: positions at some time levels, whole paths of a few, and what each has paid. */
public final class AgentSample {
    private final int dimension;
    private final int agents;
    private final int[] levels;
    private final double[][] positions;
    private final double[][] paths;
    private final double[] costs;

    AgentSample(int dimension, int agents, int[] levels, int paths, int levelCount) {
        this.dimension = dimension;
        this.agents = agents;
        this.levels = levels.clone();
        positions = new double[levels.length][agents * dimension];
        this.paths = new double[paths][levelCount * dimension];
        costs = new double[agents];
        for (double[] p : positions) {
            Arrays.fill(p, Double.NaN);
        }
        for (double[] p : this.paths) {
            Arrays.fill(p, Double.NaN);
        }
    }

    /** Remembers where an agent is at a time level, if that is asked for. */
    void record(int agent, int level, double[] x) {
        int k = Arrays.binarySearch(levels, level);
        if (k >= 0) {
            System.arraycopy(x, 0, positions[k], agent * dimension, dimension);
        }
        if (agent < paths.length) {
            System.arraycopy(x, 0, paths[agent], level * dimension, dimension);
        }
    }

    void setCost(int agent, double cost) {
        costs[agent] = cost;
    }

    /** The number of agents. */
    public int agents() {
        return agents;
    }

    /** The time levels at which positions are known. */
    public int[] levels() {
        return levels.clone();
    }

    /** The positions at the k-th of {@link #levels}, d entries an agent, NaN for those who have left. Not a copy. */
    public double[] positions(int k) {
        return positions[k];
    }

    /** The paths of the first few agents: d entries a time level, NaN once they have left. Not copies. */
    public double[][] paths() {
        return paths;
    }

    /** The mean cost. */
    public double meanCost() {
        return statistics().getMean();
    }

    /** The standard error of the mean cost, the deviation of the costs over sqrt(N); NaN for a single agent. */
    public double standardError() {
        return agents > 1 ? statistics().getStandardDeviation() / Math.sqrt(agents) : Double.NaN;
    }

    private SummaryStatistics statistics() {
        SummaryStatistics statistics = new SummaryStatistics();
        for (double cost : costs) {
            statistics.addValue(cost);
        }
        return statistics;
    }
}
