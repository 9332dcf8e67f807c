package org.mfg.app.yaml;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Door;
import org.mfg.api.grid.Region;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/** The list {@code doors}: {@code {name: front, axis: x, side: upper, opening: {y: [0.4, 0.6]}, exit-cost: 0}}. */
final class DoorList {
    static final List<String> KEYS = List.of("name", "axis", "side", "opening", "exit-cost");
    static final Parameter SIDE = Parameter.text("side", "upper", Range.oneOf("lower", "upper"), "");

    private DoorList() {}

    /** Puts the doors into the sides of the axes. */
    static void addTo(List<Axis> axes, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            add(axes, values.get(i), "door " + (i + 1));
        }
    }

    private static void add(List<Axis> axes, Value value, String defaultName) {
        Section section = value.section();
        section.allowOnly("key of a door", KEYS);
        List<String> names = axes.stream().map(Axis::name).toList();
        Parameter axisName = Parameter.text("axis", names.get(0), Range.oneOf(names.toArray(new String[0])), "");
        String name = (String) section.required("axis").as(axisName);
        boolean isUpper = section.required("side").as(SIDE).equals("upper");
        List<String> others = names.stream().filter(n -> !n.equals(name)).toList();
        Region opening = Extent.read(section.required("opening"), axes, others);
        double cost = section.find("exit-cost").map(v -> v.number("exit-cost")).orElse(0.0);
        Door door = new Door(section.find("name").map(Value::text).orElse(defaultName), opening, cost);
        int k = names.indexOf(name);
        try {
            axes.set(k, withDoor(axes.get(k), isUpper, door));
        } catch (InvalidInputException e) {
            throw e.at(value.place());
        }
    }

    private static Axis withDoor(Axis axis, boolean isUpper, Door door) {
        Boundary lower = isUpper ? axis.lowerBoundary() : axis.lowerBoundary().withDoor(door);
        Boundary upper = isUpper ? axis.upperBoundary().withDoor(door) : axis.upperBoundary();
        return new Axis(axis.name(), axis.lower(), axis.upper(), lower, upper, axis.states(), axis.grading());
    }
}
