package org.mfg.solvers.deflation;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;

/**
 * The factor that keeps Newton's method away from known equilibria (Farrell, Birkisson and Funke 2015, with power 2 and shift 1),
 *
 * <pre>
 *   D(m) = Π_i (1/d_i² + 1),   d_i = ‖m - m_i‖/‖m_i‖   in L² over space and time.
 * </pre>
 *
 * <p>Distances are those of the crowds: the value function is the best response to them.
 */
final class Deflation {
    private final DiscreteGame game;
    private final List<double[]> known = new ArrayList<>();

    Deflation(DiscreteGame game) {
        this.game = game;
    }

    void add(double[] m) {
        known.add(m);
    }

    /** The distance to the nearest known crowd, relative to that; infinite where none is known. */
    double distance(double[] m) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] mi : known) {
            least = Math.min(least, Math.sqrt(square(m, mi)));
        }
        return least;
    }

    /** D(m). */
    double factor(double[] m) {
        double factor = 1;
        for (double[] mi : known) {
            factor *= 1 + 1 / square(m, mi);
        }
        return factor;
    }

    /** The derivative of log D along dm. */
    double logSlope(double[] m, double[] dm) {
        double sum = 0;
        for (double[] mi : known) {
            double square = square(m, mi);
            double change = 0;
            for (int i = 0; i < m.length; i++) {
                change += 2 * weight(i) * (m[i] - mi[i]) * dm[i];
            }
            sum -= change / norm(mi) / (square * (square + 1));
        }
        return sum;
    }

    private double square(double[] m, double[] mi) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += weight(i) * (m[i] - mi[i]) * (m[i] - mi[i]);
        }
        return sum / norm(mi);
    }

    private double norm(double[] mi) {
        double sum = 0;
        for (int i = 0; i < mi.length; i++) {
            sum += weight(i) * mi[i] * mi[i];
        }
        return sum;
    }

    private double weight(int entry) {
        return game.space().weight(entry % game.space().size());
    }
}
