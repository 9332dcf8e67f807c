package org.mfg.solvers.path;

import java.util.List;
import java.util.Map;

/**
 * The economy to first order near a steady state.
 *
 * @param aggregates how aggregates answer to prices and shocks
 * @param prices how prices answer to each shock in equilibrium, by shock and price: steps x steps, row-major, the row being the time of the price
 * @param path the prices to first order, by price and step
 * @param seconds what all columns of the Jacobian of the aggregates took
 */
public record LinearResponse(
        SequenceJacobian aggregates, Map<String, List<double[]>> prices, List<double[]> path, double seconds) {}
