package org.mfg.app.yaml;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.study.GridChoice;

/**
 * The section {@code grid: {nodes: 100, steps: 100, time-grading: 20}}; nodes may be a list, one number for each axis.
 *
 * @param nodes the nodes of each axis, or one number for all
 * @param steps the time steps
 * @param timeGrading about how many times longer the last of them is than the first
 */
record GridSection(int[] nodes, int steps, double timeGrading) {
    private static final int MOST = 1 << 28;
    static final Parameter NODES =
            Parameter.integer("nodes", 100, Range.between(Grid.MIN_NODES, MOST), "the nodes of an axis");
    /** An axis of two states has two. */
    static final Parameter NODES_OF_AXIS =
            Parameter.integer("nodes", 100, Range.between(2, MOST), "the nodes of one axis");

    static final Parameter STEPS = Parameter.integer("steps", 100, Range.between(1, MOST), "the time steps");
    static final Parameter TIME_GRADING = Parameter.real(
            GridChoice.TIME_GRADING,
            1,
            Range.above(0),
            "",
            "how many times longer the last time step is than the first");

    static final List<String> KEYS = List.of(NODES.name(), STEPS.name(), TIME_GRADING.name());

    /**
     * @param section the section, or null where there is none
     * @param byDefault what holds for what is not given
     */
    static GridSection read(@Nullable Value section, GridSection byDefault) {
        if (section == null) {
            return byDefault;
        }
        Section keys = section.section();
        keys.allowOnly("key of grid", KEYS);
        int[] nodes = keys.find("nodes").map(GridSection::nodes).orElse(byDefault.nodes);
        int steps = keys.find("steps").map(v -> count(v, STEPS)).orElse(byDefault.steps);
        double timeGrading = keys.find(GridChoice.TIME_GRADING)
                .map(v -> (Double) v.as(TIME_GRADING))
                .orElse(byDefault.timeGrading);
        return new GridSection(nodes, steps, timeGrading);
    }

    private static int[] nodes(Value value) {
        if (!value.isList()) {
            return new int[] {count(value, NODES)};
        }
        if (value.list().isEmpty()) {
            throw value.mustBe("be a number or a list of one number for each axis");
        }
        return value.list().stream().mapToInt(v -> count(v, NODES_OF_AXIS)).toArray();
    }

    private static int count(Value value, Parameter parameter) {
        return ((Long) value.as(parameter)).intValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GridSection g
                && Arrays.equals(nodes, g.nodes)
                && steps == g.steps
                && timeGrading == g.timeGrading;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(nodes) + steps) + Double.hashCode(timeGrading);
    }
}
