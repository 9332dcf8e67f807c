package org.mfg.output.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * A function of time and one space coordinate, at the nodes. A periodic axis is closed: the first node is repeated at
 * the upper end.
 *
 * @param noun what the function is, for example {@code density}
 * @param state the state of agents that it is about; "" where there are none
 * @param symbol its symbol, for example {@code m}
 * @param coordinate the name of the space coordinate
 * @param t the times of the levels
 * @param x the positions of the nodes
 * @param values values[j][i] at t[j] and x[i]
 */
record SpaceTimeField(
        String noun, String state, String symbol, String coordinate, double[] t, double[] x, double[][] values) {

    private static final double LEAST_PRESSURE = 1e-6;

    /** The density of an equilibrium on a line without states. */
    static SpaceTimeField density(Equilibrium equilibrium) {
        return densities(equilibrium).get(0);
    }

    /** The value function of an equilibrium on a line without states. */
    static SpaceTimeField value(Equilibrium equilibrium) {
        return values(equilibrium).get(0);
    }

    /** The density of an equilibrium on a line, one for each state, or the one where there are none. */
    static List<SpaceTimeField> densities(Equilibrium equilibrium) {
        return each("density", "m", equilibrium, equilibrium.m());
    }

    /** The value function of an equilibrium on a line, one for each state, or the one where there are none. */
    static List<SpaceTimeField> values(Equilibrium equilibrium) {
        return each("value", "u", equilibrium, equilibrium.u());
    }

    /** The pressure of the ceiling of an equilibrium on a line; 0 where it is but what a solver leaves below the ceiling, a millionth of the costs. */
    static List<SpaceTimeField> pressures(Equilibrium equilibrium) {
        double[] pressure = equilibrium.pressure().orElse(new double[equilibrium.m().length]);
        double cost = Arrays.stream(equilibrium.u()).map(Math::abs).reduce(1, Math::max);
        double least = LEAST_PRESSURE * cost / equilibrium.time().horizon();
        double[] felt = Arrays.stream(pressure).map(p -> p < least ? 0 : p).toArray();
        return each("pressure", "P", equilibrium, felt);
    }

    /** The ceiling of a game on a line, the given field on the grid of its equilibrium. */
    static List<SpaceTimeField> ceilings(Equilibrium equilibrium, double[] ceiling) {
        return each("ceiling", "m", equilibrium, ceiling);
    }

    private static List<SpaceTimeField> each(String noun, String symbol, Equilibrium equilibrium, double[] flat) {
        Domain domain = equilibrium.grid().domain();
        if (domain.statesAxis() < 0) {
            return List.of(of(noun, "", symbol, equilibrium, flat, 0));
        }
        List<String> names =
                domain.axis(domain.statesAxis()).states().orElseThrow().names();
        return IntStream.range(0, names.size())
                .mapToObj(k -> of(noun, names.get(k), symbol, equilibrium, flat, k))
                .toList();
    }

    private static SpaceTimeField of(
            String noun, String name, String symbol, Equilibrium equilibrium, double[] flat, int state) {
        Grid grid = equilibrium.grid();
        int stride = grid.stride(0);
        int nodes = grid.nodes(0);
        boolean periodic = grid.domain().axis(0).isPeriodic();
        double[] x = new double[periodic ? nodes + 1 : nodes];
        System.arraycopy(grid.coordinates(0), 0, x, 0, nodes);
        x[x.length - 1] = grid.domain().axis(0).upper();
        int levels = equilibrium.time().levels();
        double[] t = new double[levels];
        double[][] values = new double[levels][x.length];
        for (int j = 0; j < levels; j++) {
            t[j] = equilibrium.time().time(j);
            for (int i = 0; i < x.length; i++) {
                values[j][i] = flat[(j * nodes + i % nodes) * stride + state];
            }
        }
        return new SpaceTimeField(noun, name, symbol, grid.domain().axis(0).name(), t, x, values);
    }

    /** The last level at each of the given times. */
    SpaceTimeField held(TimeGrid time) {
        double[] times =
                IntStream.range(0, time.levels()).mapToDouble(time::time).toArray();
        double[][] rows = new double[times.length][];
        Arrays.fill(rows, values[last()]);
        return new SpaceTimeField(noun, state, symbol, coordinate, times, x, rows);
    }

    /** The last level. */
    int last() {
        return t.length - 1;
    }

    /** All values, level after level. */
    double[] flat() {
        double[] flat = new double[t.length * x.length];
        for (int j = 0; j < t.length; j++) {
            System.arraycopy(values[j], 0, flat, j * x.length, x.length);
        }
        return flat;
    }

    /** The linear interpolation at fractional indices of level and node. */
    double interpolate(double level, double node) {
        int j = Math.min((int) level, t.length - 2);
        int i = Math.min((int) node, x.length - 2);
        double a = level - j;
        double b = node - i;
        double lower = (1 - b) * values[j][i] + b * values[j][i + 1];
        double upper = (1 - b) * values[j + 1][i] + b * values[j + 1][i + 1];
        return (1 - a) * lower + a * upper;
    }

    /** The field at some of its levels and nodes: the ends and equally spread ones between, at most the given cells. */
    SpaceTimeField thinned(int cells) {
        int[] levels = spread(t.length, cells);
        int[] nodes = spread(x.length, cells);
        double[][] thin = new double[levels.length][nodes.length];
        for (int j = 0; j < levels.length; j++) {
            thin[j] = pick(values[levels[j]], nodes);
        }
        return new SpaceTimeField(noun, state, symbol, coordinate, pick(t, levels), pick(x, nodes), thin);
    }

    private static int[] spread(int size, int cells) {
        int count = Math.min(size - 1, cells);
        int[] indices = new int[count + 1];
        for (int k = 0; k <= count; k++) {
            indices[k] = (int) Math.round((double) k * (size - 1) / count);
        }
        return indices;
    }

    private static double[] pick(double[] from, int[] indices) {
        double[] picked = new double[indices.length];
        for (int k = 0; k < indices.length; k++) {
            picked[k] = from[indices[k]];
        }
        return picked;
    }

    /** The label of an axis of values, for example {@code density m(t, x)}. */
    String label() {
        return label("t");
    }

    /** The label of an axis of values at the given time, for example {@code density m(0, x)}. */
    String label(String time) {
        return (state.isEmpty() ? noun : noun + " of " + state + ",") + " " + call(time);
    }

    /** The label of an axis of values of a function of space alone, for example {@code density m(x)}. */
    String stationaryLabel() {
        return noun + " " + symbol + "(" + coordinate + ")";
    }

    /** The function at the given time, for example {@code m(0, x)}. */
    String call(String time) {
        return symbol + "(" + time + ", " + coordinate + ")";
    }

    /** The space axis with about the given number of intervals between ticks. */
    Axis positions(int ticks) {
        return positions(ticks, x[0], x[x.length - 1]);
    }

    /** The space axis from one place to another. */
    Axis positions(int ticks, double start, double end) {
        return Axis.linear(isLetterOfSpace() ? "position " + coordinate : coordinate, Scale.exactly(start, end, ticks));
    }

    /** Coordinates of other names are what these say, such as wealth. */
    private boolean isLetterOfSpace() {
        return coordinate.length() == 1 && "xyz".contains(coordinate);
    }

    /** The time axis with about the given number of intervals between ticks. */
    Axis times(int ticks) {
        return Axis.linear("time t", Scale.exactly(t[0], t[last()], ticks));
    }
}
