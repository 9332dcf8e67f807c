package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/**
 * The section {@code domain}: the axes, for example {@code x: {lower: 0, upper: 1, boundary: no-flux, grading: {power: 3}}}, and perhaps {@code
 * obstacles} and {@code doors}; the last axis may be one of {@linkplain StatesAxis states}.
 */
final class DomainSection {
    static final int MAX_AXES = 3;
    static final Set<String> RESERVED = Set.of("t", "u", "m", "e", "pi");
    static final String OBSTACLES = "obstacles";
    static final String DOORS = "doors";
    static final List<String> KEYS = List.of(
            "lower",
            "upper",
            "boundary",
            "lower-boundary",
            "upper-boundary",
            "exit-cost",
            "lower-exit-cost",
            "upper-exit-cost",
            "grading");

    static final String AXIS_PATTERN = "[A-Za-z][A-Za-z0-9_]*";
    static final Range BOUNDARIES = Range.oneOf("no-flux", "state-constraint", "periodic", "exit");

    private DomainSection() {}

    static Domain read(Value domain) {
        Section section = domain.section();
        List<String> names = section.keys().stream()
                .filter(key -> !key.equals(OBSTACLES) && !key.equals(DOORS))
                .toList();
        if (names.isEmpty() || names.size() > MAX_AXES) {
            throw InvalidInputException.of("domain", "have 1 to 3 axes", names.size())
                    .at(domain.place());
        }
        List<Axis> axes = new ArrayList<>();
        for (String name : names) {
            Value axis = section.required(name);
            if (!name.matches(AXIS_PATTERN) || RESERVED.contains(name)) {
                throw InvalidInputException.of(
                                "name of an axis", "be a word other than t, u, m, e and pi", "'" + name + "'")
                        .at(axis.place());
            }
            axes.add(axis(name, axis));
        }
        DoorList.addTo(axes, section.list(DOORS));
        try {
            return new Domain(axes, ObstacleList.read(axes, section.list(OBSTACLES)));
        } catch (InvalidInputException e) {
            boolean ofDoors = e.field().equals(DOORS) && section.has(DOORS);
            Value about = ofDoors ? section.required(DOORS) : domain;
            throw ofDoors || e.field().equals("domain") ? e.at(about.place()) : e;
        }
    }

    /** The places of what a grid may find wrong with obstacles and doors, by field name. */
    static Map<String, String> places(Value domain) {
        Map<String, String> places = new HashMap<>();
        Section section = domain.section();
        section.find(OBSTACLES).ifPresent(value -> {
            for (String field : List.of(OBSTACLES, "obstacle", "mask")) {
                places.put(field, value.place());
            }
        });
        section.find(DOORS).ifPresent(value -> places.put("door", value.place()));
        return places;
    }

    private static Axis axis(String name, Value value) {
        Section section = value.section();
        if (section.has("states")) {
            return StatesAxis.read(name, section);
        }
        section.allowOnly("key of axis " + name, KEYS);
        double lower = number(section, "lower");
        double upper = number(section, "upper");
        Boundary lowerBoundary = boundary(section, "lower");
        Boundary upperBoundary = boundary(section, "upper");
        boolean anExit = lowerBoundary.kind() == Boundary.Kind.EXIT || upperBoundary.kind() == Boundary.Kind.EXIT;
        if (section.has("exit-cost") && !anExit) {
            throw InvalidInputException.because("exit-cost", "exit-cost must not be given where no side is an exit")
                    .at(section.required("exit-cost").place());
        }
        try {
            Axis axis = new Axis(name, lower, upper, lowerBoundary, upperBoundary);
            return section.has("grading") ? axis.graded(GradingSection.read(section.required("grading"))) : axis;
        } catch (InvalidInputException e) {
            throw e.at(value.place());
        }
    }

    /** The condition at one side: its own key, or that of both sides, or no flux. */
    private static Boundary boundary(Section axis, String side) {
        String key = axis.has(side + "-boundary") ? side + "-boundary" : "boundary";
        Parameter kind = Parameter.text(key, "no-flux", BOUNDARIES, "");
        String chosen = (String) axis.find(key).map(v -> v.as(kind)).orElse(kind.defaultValue());
        String costKey = side + "-exit-cost";
        if (axis.has(costKey) && !chosen.equals("exit")) {
            throw InvalidInputException.because(costKey, costKey + " must not be given where the side is not an exit")
                    .at(axis.required(costKey).place());
        }
        return switch (chosen) {
            case "exit" -> Boundary.exit(exitCost(axis, costKey));
            case "periodic" -> Boundary.periodic();
            case "state-constraint" -> Boundary.stateConstraint();
            default -> Boundary.noFlux();
        };
    }

    private static double exitCost(Section axis, String costKey) {
        String key = axis.has(costKey) ? costKey : "exit-cost";
        return axis.has(key) ? number(axis, key) : 0;
    }

    private static double number(Section section, String key) {
        return section.required(key).number(key);
    }
}
