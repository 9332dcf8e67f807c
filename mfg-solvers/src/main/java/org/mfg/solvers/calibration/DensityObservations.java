package org.mfg.solvers.calibration;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.solvers.sensitivity.ClearedTangent;

/** Densities that were observed at times and places; those of a game are interpolated linearly to them. */
public final class DensityObservations implements Observations {
    private final double[] times;
    private final double[][] places;
    private final double[] values;
    private final Errors errors;

    /**
     * @param times the time of each observation; not used in a stationary game
     * @param places the position of each
     * @param values the density observed, finite
     */
    public DensityObservations(double[] times, double[][] places, double[] values) {
        this(times, places, values, Errors.ALIKE);
    }

    private DensityObservations(double[] times, double[][] places, double[] values, Errors errors) {
        if (times.length != values.length || places.length != values.length || values.length == 0) {
            throw InvalidInputException.of(
                    "observations", "be at least one, each with a time and a place", values.length);
        }
        this.times = times.clone();
        this.places = places.clone();
        this.values = values.clone();
        this.errors = errors;
    }

    /** The same with the standard deviations of their errors, each > 0. */
    public DensityObservations withErrors(double[] deviations) {
        return new DensityObservations(times, places, values, Errors.known(deviations, values.length));
    }

    /** The times. */
    public double[] times() {
        return times.clone();
    }

    /** The positions. */
    public double[][] places() {
        return Arrays.stream(places).map(double[]::clone).toArray(double[][]::new);
    }

    /** The densities observed. */
    public double[] values() {
        return values.clone();
    }

    /** The standard deviations of their errors; none where they are not known. */
    public double[] deviations() {
        return errors.deviations().clone();
    }

    /** What the equilibrium with the density m predicts for them. */
    public double[] predicted(DiscreteGame game, double[] m) {
        return weights(game).of(m);
    }

    /** How the observations depend on a game's density. */
    ObservationWeights weights(DiscreteGame game) {
        return new ObservationWeights(game, times, places);
    }

    Errors errors() {
        return errors;
    }

    @Override
    public int count() {
        return values.length;
    }

    @Override
    public boolean haveKnownErrors() {
        return errors.areKnown();
    }

    @Override
    public Misfit at(Prediction here) {
        double[] residuals = errors.residuals(values, predicted(here.game(), here.m()));
        return new Misfit() {
            @Override
            public double[] residuals() {
                return residuals;
            }

            @Override
            public double[] derivatives(ClearedTangent tangent) {
                return errors.relative(tangent.of((near, du, dm) -> predicted(near, dm)));
            }
        };
    }
}
