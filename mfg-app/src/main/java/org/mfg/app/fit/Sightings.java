package org.mfg.app.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.PositionObservations;

/** Collects what was seen at times and places of a game, and refuses those that it does not have. */
final class Sightings {
    /** A part of a length by which a number may be beyond its end, as rounding leaves it. */
    private static final double ROUNDING = 1e-9;

    private final Domain domain;
    private final boolean isStationary;
    private final double horizon;
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    private final List<Long> agents = new ArrayList<>();

    Sightings(DiscreteGame game) {
        domain = game.game().domain();
        isStationary = game.game().isStationary();
        horizon = isStationary ? 0 : game.time().horizon();
    }

    /** A density; what is not a number, or is in an obstacle, was not observed. */
    void addDensity(double time, double[] place, double value, double error) {
        require(time, place);
        if (Double.isInfinite(value)) {
            throw InvalidInputException.of("m of the data", "be finite, or not a number where nothing was seen", value);
        }
        if (!Double.isNaN(value) && !domain.isObstructed(place)) {
            times.add(time);
            places.add(place);
            values.add(value);
            errors.add(error);
        }
    }

    /** A position; one that is not a number was not observed. */
    void addPosition(long agent, double time, double[] place) {
        for (double x : place) {
            if (Double.isNaN(x)) {
                return;
            }
        }
        require(time, place);
        if (domain.isObstructed(place)) {
            throw InvalidInputException.of(
                    "positions of the data", "be outside of the obstacles", Arrays.toString(place));
        }
        agents.add(agent);
        times.add(time);
        places.add(place);
    }

    private void require(double time, double[] place) {
        if (!isStationary) {
            require("t", 0, horizon, time);
        }
        for (int k = 0; k < place.length; k++) {
            Axis axis = domain.axis(k);
            require(axis.name(), axis.lower(), axis.upper(), place[k]);
        }
    }

    private static void require(String name, double lower, double upper, double given) {
        double beyond = ROUNDING * (upper - lower);
        if (!(given >= lower - beyond && given <= upper + beyond)) {
            throw InvalidInputException.of(name + " of the data", "be from " + lower + " to " + upper, given);
        }
    }

    /** The densities; with errors if one was given for each, without if for none. */
    DensityObservations densities() {
        DensityObservations observed =
                new DensityObservations(array(times), places.toArray(new double[0][]), array(values));
        boolean hasErrors = errors.stream().anyMatch(e -> !Double.isNaN(e));
        return hasErrors ? observed.withErrors(array(errors)) : observed;
    }

    /** The positions. */
    PositionObservations positions() {
        return new PositionObservations(
                agents.stream().mapToLong(Long::longValue).toArray(), array(times), places.toArray(new double[0][]));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
