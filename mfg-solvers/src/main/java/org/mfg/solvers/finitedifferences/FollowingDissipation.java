package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * A dissipation for each node that follows the iterate: the largest drift over a box of momenta,
 *
 * <pre>
 *   α_k(x) = c max { |H_{p_k}(t, x, p, m)| : |p_l| <= P_l for every axis l },   t from 0 to T, m = 0 and the largest of the start
 * </pre>
 *
 * <p>sampled, at five times of a game that ends. While all one-sided differences lie in the box, so do the momenta between them, and the scheme is monotone. P begins with
 * what the costs say ({@link MomentumBound}); the first iterate with a drift beyond α doubles P on the axes whose differences have left
 * the box, and c if none has. It never shrinks: so it changes a few times in a solve and is constant from then on. Powers of two of
 * the same bound: solvers that go different ways end, as a rule, with the same scheme.
 */
final class FollowingDissipation implements Dissipation {
    private static final int SAMPLES = 5;
    /** An axis along which the costs are flat gets its slopes from the others. */
    private static final double LEAST_OF_LARGEST = 1.0 / 1024;
    /** By how much the largest P may grow at once: an iterate beyond is more likely far off. */
    private static final double MOST_AT_ONCE = 4;

    private static final double FAR = 1e12;

    private final Hamiltonian hamiltonian;
    private final double[][] positions;
    private final double[] times;
    private final double largestDensity;
    private final double[] momentum;
    private final double[][] alpha;
    private double factor = 1;

    /** @param momentum the first P, for each axis; that of states is and stays 0 */
    FollowingDissipation(MeanFieldGame game, double[] momentum, double[] m0, Mesh mesh) {
        hamiltonian = game.hamiltonian();
        positions = mesh.position;
        times = times(game);
        largestDensity = max(m0);
        double largest = max(momentum);
        this.momentum = new double[momentum.length];
        for (int k = 0; k < mesh.positionSides / 2; k++) {
            this.momentum[k] = largest > 0 ? Math.max(momentum[k], LEAST_OF_LARGEST * largest) : 1;
        }
        alpha = new double[mesh.size][momentum.length];
        sample();
    }

    private static double[] times(MeanFieldGame game) {
        if (game.isStationary()) {
            return new double[] {0};
        }
        double[] times = new double[SAMPLES];
        for (int j = 0; j < SAMPLES; j++) {
            times[j] = game.timeGrid(SAMPLES - 1).time(j);
        }
        return times;
    }

    @Override
    public double[] at(int node) {
        return alpha[node];
    }

    @Override
    public RuntimeException tooSmall(int axis, double[] x, double[] q, double speed) {
        return new Exceeded(axis, x, q, speed);
    }

    /** A drift more than α: not a failure yet. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int axis;
        private final double[] x;
        private final double[] q;
        private final double speed;

        Exceeded(int axis, double[] x, double[] q, double speed) {
            super("the dissipation is too small", null, false, false);
            this.axis = axis;
            this.x = x;
            this.q = q.clone();
            this.speed = speed;
        }

        /** The failure that it is where nothing can be done. */
        NumericalFailureException asFailure() {
            return new NumericalFailureException("the drift on axis " + (axis + 1) + " at " + Arrays.toString(x)
                    + " grew to " + (float) speed + ", faster than the dissipation of the Lax-Friedrichs scheme can"
                    + " follow: give the discretisation a max-speed");
        }
    }

    /** Grows, if it can, so that it is nearer to what was exceeded. Not while others read it. */
    boolean follow(Exceeded exceeded) {
        double most = MOST_AT_ONCE * max(momentum);
        boolean hasGrown = false;
        for (int k = 0; k < momentum.length; k++) {
            double q = Math.max(Math.abs(exceeded.q[2 * k]), Math.abs(exceeded.q[2 * k + 1]));
            while (momentum[k] < q && 2 * momentum[k] <= most) {
                momentum[k] *= 2;
                hasGrown = true;
            }
        }
        if (!hasGrown) {
            factor *= 2;
        }
        if (!(factor * max(momentum) <= FAR)) {
            return false;
        }
        sample();
        return true;
    }

    /** What {@link #restore} goes back to. */
    double[] state() {
        double[] state = Arrays.copyOf(momentum, momentum.length + 1);
        state[momentum.length] = factor;
        return state;
    }

    /** Back to what it was. */
    void restore(double[] state) {
        System.arraycopy(state, 0, momentum, 0, momentum.length);
        factor = state[momentum.length];
        sample();
    }

    private void sample() {
        int d = momentum.length;
        double[] p = new double[d];
        double[] slope = new double[d];
        int samples = (int) Math.round(Math.pow(SAMPLES, d));
        double[] densities = hamiltonian.dependsOnDensity() ? new double[] {0, largestDensity} : new double[] {0};
        for (int i = 0; i < alpha.length; i++) {
            Arrays.fill(alpha[i], 0);
            for (int sample = 0; sample < samples; sample++) {
                int rest = sample;
                for (int k = 0; k < d; k++) {
                    p[k] = momentum[k] * (2.0 * (rest % SAMPLES) / (SAMPLES - 1) - 1);
                    rest /= SAMPLES;
                }
                for (double m : densities) {
                    raise(alpha[i], positions[i], p, m, slope);
                }
            }
        }
    }

    private void raise(double[] alpha, double[] x, double[] p, double m, double[] slope) {
        for (double t : times) {
            hamiltonian.momentumGradient(t, x, p, m, slope);
            for (int k = 0; k < slope.length; k++) {
                alpha[k] = Math.max(alpha[k], factor * Math.abs(slope[k]));
            }
        }
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
