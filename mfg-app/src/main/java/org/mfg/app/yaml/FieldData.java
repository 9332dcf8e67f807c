package org.mfg.app.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.SpaceSamples;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.game.SpaceTimeSamples;
import org.mfg.api.grid.Domain;

/**
 * What a file of data says.
 *
 * @param times the times; empty for a field that does not change
 * @param coordinates the coordinates of each axis
 * @param values row-major, time slowest
 */
@SuppressWarnings("ArrayRecordComponent") // a parcel from a reader to the function, never compared
record FieldData(double[] times, List<double[]> coordinates, double[] values) {

    /** The function, multilinear between the nodes. */
    SpaceTimeFunction on(Domain domain) {
        if (times.length > 0) {
            return SpaceTimeSamples.of(domain, times, coordinates, values);
        }
        SpaceSamples samples = SpaceSamples.of(domain, coordinates, values);
        return (t, x) -> samples.at(x);
    }

    /** Checks that no value is negative; the message names the first that is, with its node: then none between them is. */
    void requireNonnegative() {
        IntStream.range(0, values.length).filter(i -> values[i] < 0).findFirst().ifPresent(i -> {
            throw InvalidInputException.of("data", "be >= 0 everywhere", values[i] + " at node " + node(i));
        });
    }

    /** The numbers of a node along the axes, the level of time first where there are levels. */
    private String node(int flat) {
        int[] counts = Stream.concat(times.length > 0 ? Stream.of(times) : Stream.empty(), coordinates.stream())
                .mapToInt(axis -> axis.length)
                .toArray();
        int[] index = new int[counts.length];
        int rest = flat;
        for (int k = counts.length - 1; k >= 0; k--) {
            index[k] = rest % counts[k];
            rest /= counts[k];
        }
        return Arrays.toString(index);
    }
}
