package org.mfg.models.economy;

/** What a household earns where the second coordinate of its position is z: the number of a state, or a productivity that diffuses. */
interface Earnings {

    /** The income at z, > 0. */
    double at(double z);

    /** The drift of z, per unit of time; 0 where z is a state. */
    default double drift(double z) {
        return 0;
    }

    /** Incomes by the number of the state. */
    static Earnings of(double... incomes) {
        double[] byState = incomes.clone();
        return z -> byState[(int) z];
    }
}
