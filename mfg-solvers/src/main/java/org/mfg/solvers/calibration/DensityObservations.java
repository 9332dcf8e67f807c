package org.mfg.solvers.calibration;

import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.solvers.sensitivity.Observation;

/** Densities that were observed at times and places; those of a game are interpolated linearly to them. */
public final class DensityObservations implements Observation {
    private final double[] times;
    private final double[][] places;
    private final double[] values;

    /**
     * @param times the time of each observation; not used in a stationary game
     * @param places the position of each
     * @param values the density observed, finite
     */
    public DensityObservations(double[] times, double[][] places, double[] values) {
        if (times.length != values.length || places.length != values.length || values.length == 0) {
            throw InvalidInputException.of(
                    "observations", "be at least one, each with a time and a place", values.length);
        }
        this.times = times.clone();
        this.places = places.clone();
        this.values = values.clone();
    }

    /** The densities observed. */
    public double[] values() {
        return values.clone();
    }

    /** How the observations depend on a game's density. */
    ObservationWeights weights(DiscreteGame game) {
        return new ObservationWeights(game, times, places);
    }

    @Override
    public double[] of(DiscreteGame game, double[] u, double[] m) {
        return weights(game).of(m);
    }
}
