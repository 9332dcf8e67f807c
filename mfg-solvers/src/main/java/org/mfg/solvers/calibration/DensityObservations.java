package org.mfg.solvers.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.SpaceTimeSamples;
import org.mfg.api.grid.Grid;
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

    @Override
    public double[] of(DiscreteGame game, double[] u, double[] m) {
        Grid grid = game.grid();
        boolean isStationary = game.game().isStationary();
        List<double[]> coordinates =
                IntStream.range(0, grid.dimension()).mapToObj(grid::coordinates).toList();
        int n = grid.size();
        double[] levels = isStationary
                ? new double[] {0}
                : IntStream.range(0, game.time().levels())
                        .mapToDouble(game.time()::time)
                        .toArray();
        double[] field = isStationary ? Arrays.copyOfRange(m, n, 2 * n) : m;
        SpaceTimeSamples density = SpaceTimeSamples.of(grid.domain(), levels, coordinates, field);
        double[] found = new double[values.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = density.at(isStationary ? 0 : times[i], places[i]);
        }
        return found;
    }
}
