package org.mfg.solvers.nested;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Status;

/**
 * The start on the next grid of a sequence of finer and finer ones, from what was found on those before. With three of them the density is extrapolated,
 *
 * <pre>
 *   m + q (m - m'),   q = |m - m'| / |m' - m''|, at most ½
 * </pre>
 *
 * <p>with m', m'' those of the grids before, interpolated: q is ½ for a scheme of first order and ¼ for one of second (Richardson 1911). The value function is the best response to it or, where that is further from an equilibrium, the interpolated one: a best
 * response has no kinks of interpolation and its error is F' times that of the density, which is little but where couplings are strong.
 */
final class NextGrid {
    /** Changes of a scheme of first order are halved from grid to grid; slower ones are not trusted to go on. */
    private static final double LARGEST_RATIO = 0.5;
    /** Extrapolated densities stay above so much of what they are. */
    private static final double LEAST = 0.5;

    private @Nullable Equilibrium found;
    private double[] change = new double[0];
    private double ratio;

    /** Takes the solution on the next grid; after one that has diverged, or one of more time steps alone, begins anew. */
    void add(DiscreteGame game, Equilibrium next) {
        Equilibrium before = found;
        found = next.status() == Status.DIVERGED ? null : next;
        if (before == null
                || found == null
                || before.grid().size() == next.grid().size()) {
            change = new double[0];
            ratio = 0;
            return;
        }
        double[] old = Prolongation.to(game, before).m();
        double[] changed = next.m().clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] -= old[i];
        }
        ratio = change.length == 0 ? 0 : Math.min(LARGEST_RATIO, rootMeanSquare(changed) / rootMeanSquare(change));
        change = changed;
    }

    /** The start on a finer grid than those so far; empty before there is any. */
    Optional<Guess> start(DiscreteGame finer) {
        return Optional.ofNullable(found).map(last -> start(finer, last));
    }

    private Guess start(DiscreteGame finer, Equilibrium last) {
        boolean isPlain = finer.grid().dimension() > 1
                || finer.game().isStationary()
                || finer.game().isConstrained();
        if (isPlain || !(ratio > 0)) {
            return Prolongation.to(finer, last);
        }
        double[] m = last.m().clone();
        for (int i = 0; i < m.length; i++) {
            m[i] = Math.max(LEAST * m[i], m[i] + ratio * change[i]);
        }
        Guess interpolated = Prolongation.to(finer, last.grid(), last.time(), new Guess(last.u(), m));
        double[] response = interpolated.u().clone();
        try {
            finer.backward(interpolated.m(), response);
            return residual(finer, response) < residual(finer, interpolated.u())
                    ? new Guess(response, interpolated.m())
                    : interpolated;
        } catch (NumericalFailureException failure) {
            return interpolated;
        }
    }

    /** What a value function with the crowd that plays it leaves of the agents' equation. */
    private static double residual(DiscreteGame game, double[] u) {
        double[] m = new double[u.length];
        double[] residual = new double[u.length];
        game.forward(u, m);
        game.backwardResidual(u, m, residual);
        return rootMeanSquare(residual);
    }

    private static double rootMeanSquare(double[] v) {
        double sum = 0;
        for (double vi : v) {
            sum += vi * vi;
        }
        return Math.sqrt(sum / v.length);
    }
}
