package org.mfg.models.economy;

import java.util.Arrays;
import java.util.Comparator;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.spi.Statistics.Lorenz;

/**
 * How a quantity, such as wealth, is distributed over a crowd: the values at the nodes, in order, and the shares μ of the crowd that have them. A point mass
 * at a borrowing limit is one of them; all statistics are those of this discrete distribution, without interpolation.
 */
public final class Distribution {
    private final String of;
    private final double[] values;
    /** The share of the crowd that has at most each value. */
    private final double[] atMost;

    private final double mean;

    private Distribution(String of, double[] values, double[] masses) {
        this.of = of;
        this.values = values;
        double total = Arrays.stream(masses).sum();
        atMost = new double[masses.length];
        double below = 0;
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            below += masses[i] / total;
            atMost[i] = below;
            sum += values[i] * masses[i] / total;
        }
        mean = sum;
    }

    /** The distribution of a quantity. */
    public static Distribution of(CrossSection crowd, AgentQuantity quantity) {
        int n = crowd.grid().size();
        double[] value = crowd.values(quantity);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> value[i]));
        double[] values = new double[n];
        double[] masses = new double[n];
        int count = 0;
        for (int i : order) {
            if (count == 0 || value[i] > values[count - 1]) {
                values[count++] = value[i];
            }
            masses[count - 1] += crowd.mass(i);
        }
        return new Distribution(quantity.name(), Arrays.copyOf(values, count), Arrays.copyOf(masses, count));
    }

    /** The mean. */
    public double mean() {
        return mean;
    }

    /**
     * The least value that a share p of the crowd does not exceed.
     *
     * @param p from 0 to 1; 0.5 for the median
     */
    public double quantile(double p) {
        int i = 0;
        while (i + 1 < values.length && atMost[i] < p) {
            i++;
        }
        return values[i];
    }

    /** The Gini coefficient Σ_ij |a_i - a_j| μ_i μ_j / (2 mean); above 1 perhaps where some owe. NaN without a mean above 0. */
    public double gini() {
        double sum = 0;
        for (int i = 0; i + 1 < values.length; i++) {
            sum += atMost[i] * (1 - atMost[i]) * (values[i + 1] - values[i]);
        }
        return mean > 0 ? sum / mean : Double.NaN;
    }

    /**
     * What the richest have together, as a share of all: 1 - L(1 - p), L the {@linkplain #lorenz Lorenz curve}.
     *
     * @param p the share of the crowd that they are, from 0 to 1
     */
    public double topShare(double p) {
        double below = 0;
        double had = 0;
        for (int i = 0; i < values.length && atMost[i] < 1 - p; i++) {
            had += values[i] * (atMost[i] - below);
            below = atMost[i];
        }
        return 1 - (had + quantile(1 - p) * (1 - p - below)) / mean;
    }

    /** The Lorenz curve: straight between the shares of those who have at most each of the values. */
    public Lorenz lorenz() {
        double[] population = new double[values.length + 1];
        double[] share = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            population[i + 1] = atMost[i];
            share[i + 1] = share[i] + values[i] * (atMost[i] - population[i]) / mean;
        }
        return new Lorenz(of, population, share);
    }
}
