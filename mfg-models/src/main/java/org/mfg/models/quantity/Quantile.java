package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/**
 * The coordinate q below which a share p of the crowd is at a time, F(q) = p F(end), F the integral of the marginal density, linear between nodes. With a change dm
 * of that density q moves by dq = (p dF(end) - dF(q))/m(q).
 *
 * @param name its name
 * @param at the time
 * @param axis which coordinate, on an axis with ends
 * @param share p, above 0 and below 1
 */
record Quantile(String name, Snapshot at, int axis, double share) implements Quantity {

    /**
     * Where the quantile is.
     *
     * @param cell the node below
     * @param part of the way to the next, from 0 to 1
     * @param density there
     */
    private record Place(int cell, double part, double density) {}

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        double[] x = game.grid().coordinates(axis);
        Place place = place(x, marginal(game.grid(), at.of(game, m)));
        return x[place.cell] + place.part * (x[place.cell + 1] - x[place.cell]);
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        Grid grid = game.grid();
        double[] x = grid.coordinates(axis);
        Place place = place(x, marginal(grid, at.of(game, m)));
        double[] byMarginal = new double[x.length];
        for (int i = 0; i + 1 < x.length; i++) {
            double width = x[i + 1] - x[i];
            double part = i < place.cell ? 1 : i == place.cell ? place.part : 0;
            byMarginal[i] += width * (0.5 * share - part * (1 - 0.5 * part)) / place.density;
            byMarginal[i + 1] += width * (0.5 * share - 0.5 * part * part) / place.density;
        }
        double[] byDensity = new double[grid.size()];
        for (int i = 0; i < byDensity.length; i++) {
            byDensity[i] = grid.weight(i) / grid.cellWidth(i, axis) * byMarginal[grid.index(i, axis)];
        }
        return Optional.of(new Gradient(new double[m.length], at.transposed(game, byDensity)));
    }

    private double[] marginal(Grid grid, double[] density) {
        double[] marginal = new double[grid.nodes(axis)];
        for (int i = 0; i < density.length; i++) {
            marginal[grid.index(i, axis)] += grid.weight(i) * density[i] / grid.cellWidth(i, axis);
        }
        return marginal;
    }

    private Place place(double[] x, double[] marginal) {
        double all = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            all += mass(x, marginal, i);
        }
        double left = share * all;
        int cell = 0;
        while (cell + 2 < x.length && mass(x, marginal, cell) < left) {
            left -= mass(x, marginal, cell++);
        }
        double slope = marginal[cell + 1] - marginal[cell];
        double needed = left / (x[cell + 1] - x[cell]);
        double root = Math.sqrt(Math.max(0, marginal[cell] * marginal[cell] + 2 * slope * needed));
        double part = 2 * needed / (marginal[cell] + root);
        return new Place(cell, part, marginal[cell] + part * slope);
    }

    private static double mass(double[] x, double[] marginal, int cell) {
        return 0.5 * (x[cell + 1] - x[cell]) * (marginal[cell] + marginal[cell + 1]);
    }
}
