package org.mfg.solvers.path;

import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.spi.Market;
import org.mfg.solvers.linalg.DenseElimination;

/**
 * The Jacobian of the conditions of a market at all steps to its prices at all steps, at a steady state, and its inverse:
 *
 * <pre>
 *   dE_c(t) = Σ_s J_{c,k}(t, s) dπ_k(s),   J_{c,k} = Σ_o ∂E_c/∂X_o J_{o,k} + ∂E_c/∂π_k I.
 * </pre>
 */
final class ExcessJacobian {
    private final Market market;
    private final SteadyState steady;
    private final SequenceJacobian aggregates;
    private final MarketSlopes slopes;
    private final int steps;
    private final int size;
    private final double[] inverse;

    private ExcessJacobian(
            Market market, SteadyState steady, SequenceJacobian aggregates, MarketSlopes slopes, int steps) {
        this.market = market;
        this.steady = steady;
        this.aggregates = aggregates;
        this.slopes = slopes;
        this.steps = steps;
        size = market.prices().size() * steps;
        inverse = inverse();
    }

    /** @param aggregates the Jacobians to prices, and to shocks */
    static ExcessJacobian at(Market market, SteadyState steady, SequenceJacobian aggregates, int steps) {
        double[] resting = market.count(steady.parameters(), CrossSection.last(steady.game(), steady.equilibrium()));
        MarketSlopes slopes = new MarketSlopes(market, steady.parameters(), resting);
        return new ExcessJacobian(market, steady, aggregates, slopes, steps);
    }

    /** J⁻¹, row-major: rows by price and step, columns by condition and step. */
    private double[] inverse() {
        int width = 2 * size;
        double[] both = new double[size * width];
        for (int k = 0; k < market.prices().size(); k++) {
            double[][] block = toInput(market.prices().get(k));
            for (int c = 0; c < block.length; c++) {
                for (int t = 0; t < steps; t++) {
                    System.arraycopy(block[c], t * steps, both, (c * steps + t) * width + k * steps, steps);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            both[i * width + size + i] = 1;
        }
        new DenseElimination(size, size).solve(both);
        double[] result = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(both, i * width + size, result, i * size, size);
        }
        return result;
    }

    /** The Jacobians of the conditions to an input, by condition, steps x steps. */
    double[][] toInput(String input) {
        double[] direct = slopes.byParameter(input, MarketSlopes.scale(market, steady.parameters(), input));
        double[][] jacobian = new double[direct.length][steps * steps];
        for (int o = 0; o < aggregates.outputs().size(); o++) {
            double[] slope = slopes.byAggregate(o);
            double[] ofAggregate = aggregates.of(aggregates.outputs().get(o), input);
            for (int c = 0; c < direct.length; c++) {
                for (int i = 0; i < ofAggregate.length && slope[c] != 0; i++) {
                    jacobian[c][i] += slope[c] * ofAggregate[i];
                }
            }
        }
        for (int c = 0; c < direct.length; c++) {
            for (int t = 0; t < steps; t++) {
                jacobian[c][t * steps + t] += direct[c];
            }
        }
        return jacobian;
    }

    /** What the conditions answer to the crowd that is there at first, by condition and step. */
    double[] fromStart() {
        double[] excess = new double[size];
        for (int o = 0; o < aggregates.outputs().size(); o++) {
            double[] slope = slopes.byAggregate(o);
            double[] answer = aggregates.fromStart().get(o);
            for (int i = 0; i < size; i++) {
                excess[i] += slope[i / steps] * answer[i % steps];
            }
        }
        return excess;
    }

    /** J⁻¹ e. */
    double[] solve(double[] e) {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += inverse[i * size + k] * e[k];
            }
            x[i] = sum;
        }
        return x;
    }

    /** Prices' answers to an input in equilibrium, -J⁻¹ J_input: by price, steps x steps. */
    double[][] response(String input) {
        double[][] j = toInput(input);
        double[][] response = new double[market.prices().size()][steps * steps];
        for (int i = 0; i < size; i++) {
            double[] out = response[i / steps];
            int row = i % steps * steps;
            for (int k = 0; k < size; k++) {
                double factor = inverse[i * size + k];
                double[] block = j[k / steps];
                int from = k % steps * steps;
                for (int s = 0; s < steps; s++) {
                    out[row + s] -= factor * block[from + s];
                }
            }
        }
        return response;
    }
}
