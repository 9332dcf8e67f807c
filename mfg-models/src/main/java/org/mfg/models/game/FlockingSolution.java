package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.ExactSolution;

/**
 * The equilibrium of the flocking game in the whole plane, in closed form. The mean v̄ stays, since the feedback -a (v - v̄) has mean
 * 0. With r = sqrt(κ) and s = T - t the time that is left, an agent faces the linear-quadratic regulator
 *
 * <pre>
 *   u = ½ a |v - v̄|² + 2ν log cosh(r s),     a = r tanh(r s),
 * </pre>
 *
 * <p>and each group stays normal: its mean comes nearer to v̄ by the factor q = cosh(r s)/cosh(r T), and its variance on each axis is
 *
 * <pre>
 *   q² σ0² + 2ν cosh²(r s) (tanh(r T) - tanh(r s))/r.
 * </pre>
 *
 * @param viscosity ν
 * @param horizon T
 * @param rate r > 0
 * @param groups the initial mean velocities of the groups, which are equally large
 * @param deviation0 σ0, of each group on each axis
 */
record FlockingSolution(double viscosity, double horizon, double rate, List<double[]> groups, double deviation0)
        implements ExactSolution {

    /** The mean velocity v̄ on an axis. */
    double mean(int axis) {
        return groups.stream().mapToDouble(group -> group[axis]).average().orElseThrow();
    }

    /** The mean velocity of a group on an axis. */
    double mean(int group, int axis, double t) {
        return mean(axis) + shrinkage(t) * (groups.get(group)[axis] - mean(axis));
    }

    /** The standard deviation of each group on each axis. */
    double deviation(double t) {
        double s = horizon - t;
        double noise = Math.sinh(rate * t) * Math.cosh(rate * s) / Math.cosh(rate * horizon);
        double start = shrinkage(t) * deviation0;
        return Math.sqrt(start * start + 2 * viscosity * noise / rate);
    }

    private double shrinkage(double t) {
        return Math.cosh(rate * (horizon - t)) / Math.cosh(rate * horizon);
    }

    @Override
    public double value(double t, double[] x) {
        double s = horizon - t;
        double square = 0;
        for (int k = 0; k < x.length; k++) {
            square += (x[k] - mean(k)) * (x[k] - mean(k));
        }
        return 0.5 * rate * Math.tanh(rate * s) * square + x.length * viscosity * Math.log(Math.cosh(rate * s));
    }

    @Override
    public double density(double t, double[] x) {
        double deviation = deviation(t);
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            double product = 1;
            for (int k = 0; k < x.length; k++) {
                product *= Normal.density(x[k], mean(g, k, t), deviation);
            }
            sum += product;
        }
        return sum / groups.size();
    }
}
