package org.mfg.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Exit;
import org.mfg.api.grid.Grid;

/**
 * The two fields of an equilibrium as a page holds them: 32-bit floats, at no more levels and nodes than a screen shows and
 * {@value #MAX_VALUES} values a field allow, so that a page stays below 8 MB. Levels and nodes are left out, never
 * averaged: each number on the page is a number of the solution. A periodic axis is closed by repeating its first node;
 * of a third axis the middle node is taken.
 */
final class FieldSamples {
    private static final int MAX_VALUES = 360_000;
    private static final int MAX_NODES_ON_LINE = 301;
    private static final int MAX_NODES_IN_PLANE = 97;
    private static final int MAX_LEVELS = 151;

    private final Grid grid;
    private final double[] times;
    private final double[] u;
    private final double[] m;
    private final int[] levels;
    private final int[][] nodes;

    /** The share of the crowd whose nodes are left blank. */
    private final double held;

    private FieldSamples(Grid grid, double[] times, double[] u, double[] m, double held) {
        this.held = held;
        this.grid = grid;
        this.times = times;
        this.u = u;
        this.m = m;
        int axes = Math.min(grid.dimension(), 2);
        int most = grid.domain().positionAxes() == 1 ? MAX_NODES_ON_LINE : MAX_NODES_IN_PLANE;
        nodes = IntStream.range(0, axes)
                .mapToObj(k -> spread(closedNodes(k), most))
                .toArray(int[][]::new);
        int inSlice = IntStream.range(0, axes).map(k -> nodes[k].length).reduce(1, Math::multiplyExact);
        levels = spread(u.length / grid.size(), Math.min(MAX_LEVELS, MAX_VALUES / inSlice));
    }

    /** The fields of a game with a horizon. */
    static FieldSamples of(Equilibrium e) {
        double[] times = IntStream.range(0, e.time().levels())
                .mapToDouble(e.time()::time)
                .toArray();
        return new FieldSamples(e.grid(), times, e.u(), e.m(), 0);
    }

    /** The fields of a stationary game, one level without a time; atoms of the crowd, which have no density, are told in words. */
    static FieldSamples of(Grid grid, StationaryEquilibrium e, List<Atom> atoms) {
        double[] m = e.m().clone();
        atoms.forEach(atom -> m[atom.node()] = Double.NaN);
        return new FieldSamples(
                grid,
                new double[0],
                e.u(),
                m,
                atoms.stream().mapToDouble(Atom::mass).sum());
    }

    /** The plots that show them, as HTML. */
    String plots() throws IOException {
        String where = grid.domain().positionAxes() == 1 ? "on-a-line" : "in-a-plane";
        if (isStationary()) {
            return Resources.text("stationary-fields-" + where + ".html");
        }
        boolean hasStates = grid.domain().statesAxis() >= 0;
        return Resources.text("fields-" + (hasStates ? "of-states" : where) + ".html");
    }

    private boolean isStationary() {
        return times.length == 0;
    }

    private int closedNodes(int axis) {
        return grid.nodes(axis) + (grid.domain().axis(axis).isPeriodic() ? 1 : 0);
    }

    /** The first, the last and equally spread indices between, at most as many as given. */
    private static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count)
                .map(k -> (int) Math.round((double) k * (size - 1) / Math.max(1, count - 1)))
                .toArray();
    }

    /** What has been left out, in a sentence. */
    String inWords() {
        String shown = IntStream.range(0, nodes.length)
                .mapToObj(k -> portion(nodes[k].length, closedNodes(k)))
                .collect(Collectors.joining(" x "));
        String shownTimes = isStationary() ? "" : portion(levels.length, times.length) + " time levels and ";
        return "The plots show " + shownTimes + shown
                + " nodes in single precision"
                + (grid.dimension() == 3 ? ", in the plane through the middle of the third axis" : "")
                + "; solution.npz has everything in double precision."
                + (held > 0
                        ? String.format(
                                Locale.ROOT,
                                " %.4g %% of all are held at a state constraint: they have no density, and are not in the plot of it.",
                                100 * held)
                        : "");
    }

    private static String portion(int shown, int all) {
        return shown == all ? "all " + all : shown + " of " + all;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("axes");
        for (int k = 0; k < nodes.length; k++) {
            axis(json, k);
        }
        json.writeEndArray();
        exits(json);
        json.writeFieldName("times");
        PageData.numbers(
                json,
                isStationary()
                        ? times
                        : IntStream.of(levels).mapToDouble(j -> times[j]).toArray(),
                false);
        json.writeObjectFieldStart("fields");
        field(json, "m", "density", m);
        field(json, "u", "value", u);
        json.writeEndObject();
    }

    private void axis(JsonGenerator json, int k) throws IOException {
        Axis axis = grid.domain().axis(k);
        double[] coordinates = grid.coordinates(k);
        json.writeStartObject();
        json.writeStringField("name", axis.name());
        json.writeStringField("lower", axis.lowerBoundary().kind().name());
        json.writeStringField("upper", axis.upperBoundary().kind().name());
        if (axis.hasStates()) {
            List<String> names = axis.states().orElseThrow().names();
            json.writeArrayFieldStart("states");
            for (int i : nodes[k]) {
                json.writeString(names.get(i));
            }
            json.writeEndArray();
        }
        json.writeFieldName("nodes");
        PageData.numbers(
                json,
                IntStream.of(nodes[k])
                        .mapToDouble(i -> i < coordinates.length ? coordinates[i] : axis.upper())
                        .toArray(),
                false);
        json.writeEndObject();
    }

    /** The values time slowest, then the second axis: a row of a plot runs along the first. */
    private void field(JsonGenerator json, String symbol, String noun, double[] field) throws IOException {
        int[] columns = nodes[0];
        int[] rows = nodes.length == 1 ? new int[] {0} : nodes[1];
        ByteBuffer floats = ByteBuffer.allocate(Float.BYTES * levels.length * rows.length * columns.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int level : levels) {
            for (int row : rows) {
                for (int column : columns) {
                    floats.putFloat(value(field, level, node(column, row)));
                }
            }
        }
        json.writeObjectFieldStart(symbol);
        json.writeStringField("noun", noun);
        json.writeFieldName("values");
        json.writeBinary(floats.array());
        json.writeEndObject();
    }

    private int node(int first, int second) {
        int node = first % grid.nodes(0) * grid.stride(0);
        if (grid.dimension() > 1) {
            node += second % grid.nodes(1) * grid.stride(1);
        }
        return grid.dimension() > 2 ? node + grid.nodes(2) / 2 * grid.stride(2) : node;
    }

    /** Missing inside obstacles, and where a float cannot hold the value. */
    private float value(double[] field, int level, int node) {
        float single = (float) field[level * grid.size() + node];
        return grid.isWall(node) || !Float.isFinite(single) ? Float.NaN : single;
    }

    /** The ends of each exit of a plane, along the side in which it is. */
    private void exits(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("exits");
        for (Exit exit : nodes.length == 2 && grid.dimension() == 2 ? grid.exits() : List.<Exit>of()) {
            double[] along = IntStream.of(exit.nodes())
                    .mapToDouble(node -> grid.coordinate(node, 1 - exit.axis()))
                    .sorted()
                    .toArray();
            json.writeStartObject();
            json.writeNumberField("axis", exit.axis());
            json.writeBooleanField("upper", exit.isUpper());
            json.writeNumberField("from", along[0]);
            json.writeNumberField("to", along[along.length - 1]);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
