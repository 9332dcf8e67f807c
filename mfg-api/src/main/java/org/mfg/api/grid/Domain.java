package org.mfg.api.grid;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;

/**
 * The state space: a box in one, two or three dimensions, less the obstacles that stand in it. The walls of an obstacle
 * reflect, as a no-flux side does.
 *
 * @param axes the axes, slowest first; at most three, of which the last may be one of {@linkplain States states}
 * @param obstacles the obstacles; they may overlap and reach beyond the box, but must leave it in one piece
 */
public record Domain(List<Axis> axes, List<Region> obstacles) {
    /** Names of axes that results use for time, value function and density. */
    private static final Set<String> RESERVED = Set.of("t", "u", "m");

    /** Checks the number of axes and their names. */
    public Domain {
        axes = List.copyOf(axes);
        obstacles = List.copyOf(obstacles);
        if (axes.isEmpty() || axes.size() > 3) {
            throw InvalidInputException.of("domain", "have 1 to 3 axes", axes.size());
        }
        if (axes.stream().map(Axis::name).distinct().count() < axes.size()) {
            throw InvalidInputException.of(
                    "domain",
                    "have axes of different names",
                    axes.stream().map(Axis::name).toList());
        }
        if (axes.get(0).hasStates() || axes.subList(0, axes.size() - 1).stream().anyMatch(Axis::hasStates)) {
            throw InvalidInputException.because(
                    "domain", "domain must have its axis of states last, after one or two axes of positions");
        }
        checkDoors(axes);
        for (Axis axis : axes) {
            if (RESERVED.contains(axis.name())) {
                throw InvalidInputException.of("name of an axis", "not be t, u or m", axis.name());
            }
        }
    }

    /** Figures and tables tell doors apart by their names. */
    private static void checkDoors(List<Axis> axes) {
        Set<String> names = new HashSet<>();
        axes.stream()
                .flatMap(axis -> Stream.of(axis.lowerBoundary(), axis.upperBoundary()))
                .flatMap(boundary -> boundary.doors().stream())
                .filter(door -> !names.add(door.name()))
                .findFirst()
                .ifPresent(door -> {
                    throw InvalidInputException.of("doors", "have different names", door.name() + " twice");
                });
    }

    /** A box without obstacles. */
    public Domain(List<Axis> axes) {
        this(axes, List.of());
    }

    /** The box spanned by the given axes. */
    public static Domain of(Axis... axes) {
        return new Domain(List.of(axes));
    }

    /** The interval [lower, upper] with reflecting ends; its coordinate is named x. */
    public static Domain interval(double lower, double upper) {
        return of(Axis.noFlux("x", lower, upper));
    }

    /** This domain with more obstacles. */
    public Domain withObstacles(Region... more) {
        return new Domain(
                axes, Stream.concat(obstacles.stream(), Stream.of(more)).toList());
    }

    /** Whether the position x lies in an obstacle. */
    public boolean isObstructed(double[] x) {
        return obstacles.stream().anyMatch(o -> o.contains(x));
    }

    /** Whether agents can leave anywhere. */
    public boolean hasExits() {
        return axes.stream()
                .anyMatch(a -> a.lowerBoundary().hasExit() || a.upperBoundary().hasExit());
    }

    /** The number of the axis of states, the last one; -1 where there is none. */
    public int statesAxis() {
        int last = axes.size() - 1;
        return axes.get(last).hasStates() ? last : -1;
    }

    /** The number of axes of positions. */
    public int positionAxes() {
        return statesAxis() < 0 ? dimension() : dimension() - 1;
    }

    /** The number of axes d. */
    public int dimension() {
        return axes.size();
    }

    /** Axis k, counted from 0. */
    public Axis axis(int k) {
        return axes.get(k);
    }
}
