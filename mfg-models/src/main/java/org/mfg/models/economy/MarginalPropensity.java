package org.mfg.models.economy;

import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.FeynmanKac;
import org.mfg.api.grid.Grid;

/**
 * The marginal propensity to consume over a period τ: by how much what a household expects to consume until then grows with its wealth (Achdou, Han, Lasry,
 * Lions and Moll 2022, section 3.4),
 *
 * <pre>
 *   MPC(a, z) = ∂C/∂a,   C(a, z) = E[ ∫_0^τ c(a_t, z_t) dt | a_0 = a, z_0 = z ].
 * </pre>
 *
 * <p>C is found by {@link FeynmanKac} in 1000 implicit steps, and wealth, the first coordinate of a position, by one-sided differences to the next node: that
 * above for a unit gained, that below for one lost. At the last node, which has none above, a gain counts as at the node before it; who is at the borrowing limit
 * has nothing to lose.
 */
public final class MarginalPropensity {
    /** Why those of two grids are not the same thing with another error: near the limit C goes as the root of wealth, and a cell's difference is that of a cell. */
    static final String OF_THE_GRID = "is that of a windfall of one cell";

    private static final int STEPS = 1000;

    private final CrossSection crowd;
    private final double[] ofGain;
    private final double[] ofLoss;

    private MarginalPropensity(CrossSection crowd, double[] ofGain, double[] ofLoss) {
        this.crowd = crowd;
        this.ofGain = ofGain;
        this.ofLoss = ofLoss;
    }

    /**
     * That of the households of a stationary game.
     *
     * @param consumption c, per unit of time
     * @param period τ > 0
     */
    public static MarginalPropensity of(
            DiscreteGame game, Equilibrium equilibrium, AgentQuantity consumption, double period) {
        CrossSection crowd = CrossSection.last(game, equilibrium);
        Grid grid = game.grid();
        double[] c = crowd.values(consumption);
        double[] gathered = FeynmanKac.gathered(game, equilibrium, c, period, STEPS);
        double[] ofGain = new double[c.length];
        double[] ofLoss = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            int above = grid.neighbour(i, 1);
            int below = grid.neighbour(i, 0);
            ofLoss[i] = below < 0 ? Double.NaN : (gathered[i] - gathered[below]) / grid.distance(i, 0);
            ofGain[i] = above < 0 ? ofLoss[i] : (gathered[above] - gathered[i]) / grid.distance(i, 1);
        }
        return new MarginalPropensity(crowd, ofGain, ofLoss);
    }

    /** Of a unit gained, at the nodes. */
    public double[] ofGain() {
        return ofGain.clone();
    }

    /** Of a unit lost, at the nodes; NaN at the borrowing limit. */
    public double[] ofLoss() {
        return ofLoss.clone();
    }

    /** The mean, where everybody gains the same. */
    public double meanOfGain() {
        return mean(ofGain);
    }

    /** The mean, where all who are above the borrowing limit lose the same. */
    public double meanOfLoss() {
        return mean(ofLoss);
    }

    private double mean(double[] mpc) {
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < mpc.length; i++) {
            if (!Double.isNaN(mpc[i])) {
                sum += crowd.mass(i) * mpc[i];
                mass += crowd.mass(i);
            }
        }
        return sum / mass;
    }
}
