package org.mfg.solvers.planning;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;

/** Where the ascent begins. */
final class FirstPlan {
    /** A first toll takes no place for emptier than this part of the mean density. */
    private static final double THIN = 0.1;

    private static final double SHORTER = 0.25;
    private static final int MOST_TRIALS = 10;

    private final DiscreteGame game;
    private final double[] target;
    private final FlowLinks links;
    private final DualGain gain;
    private final int n;
    private final int last;

    FirstPlan(DiscreteGame game, double[] target, FlowLinks links, DualGain gain) {
        this.game = game;
        this.target = target;
        this.links = links;
        this.gain = gain;
        n = target.length;
        last = game.size() - n;
    }

    /**
     * Makes a plan without a guess: a crowd that fades from the first density to the last is believed in, and the toll is the potential of a flow between them, or a part of it that is better than none.
     *
     * @param none on return the plan without a toll
     * @param plan on return the one with it
     * @return the better of the two
     */
    Plan cold(Plan none, Plan plan) {
        fade(none.belief);
        none.followToll();
        double[] toll = toll(none.m);
        double part = 1;
        for (int k = 0; k < MOST_TRIALS; k++) {
            System.arraycopy(none.belief, 0, plan.belief, 0, plan.belief.length);
            System.arraycopy(none.u, 0, plan.u, 0, plan.u.length);
            for (int i = 0; i < n; i++) {
                plan.u[last + i] = part * toll[i];
            }
            plan.followToll();
            if (gain.of(none, plan) > 0) {
                return plan;
            }
            part *= SHORTER;
        }
        return none;
    }

    private void fade(double[] belief) {
        double[] m0 = game.initialDensity();
        for (int k = 0; k < belief.length; k++) {
            double t = game.time().time(k / n) / game.time().horizon();
            belief[k] = (1 - t) * m0[k % n] + t * target[k % n];
        }
    }

    /** The potential whose gradient, as a drift all the time, takes the crowd from where it ends without a toll to the target: to the first order in how far that is. */
    private double[] toll(double[] m) {
        double volume = 0;
        for (int i = 0; i < n; i++) {
            volume += game.space().weight(i);
        }
        double[] mean = new double[n];
        double[] toll = new double[n];
        for (int i = 0; i < n; i++) {
            mean[i] = Math.max(THIN / volume, 0.5 * (m[i] + target[i]));
            toll[i] = game.space().weight(i) * (m[last + i] - target[i]);
        }
        links.spread(mean, game.time().horizon());
        links.solve(toll, toll, 0);
        return toll;
    }

    /** Makes a plan of a guess. */
    void warm(Guess guess, Plan plan) {
        System.arraycopy(guess.u(), 0, plan.u, 0, plan.u.length);
        fade(plan.belief);
        for (int k = n; k < last; k++) {
            plan.belief[k] = guess.m()[k] > 0 ? guess.m()[k] : plan.belief[k];
        }
        plan.follow();
    }
}
