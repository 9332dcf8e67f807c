package org.mfg.examples.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/** The section {@code domain}, for example {@code x: {lower: 0, upper: 1, boundary: no-flux}}. */
final class DomainSection {
    private static final int MAX_AXES = 3;
    private static final Set<String> RESERVED = Set.of("t", "u", "m", "e", "pi");
    private static final List<String> KEYS = List.of(
            "lower",
            "upper",
            "boundary",
            "lower-boundary",
            "upper-boundary",
            "exit-cost",
            "lower-exit-cost",
            "upper-exit-cost");

    private DomainSection() {}

    static Domain read(Value domain) {
        Section section = domain.section();
        if (section.keys().isEmpty() || section.keys().size() > MAX_AXES) {
            throw InvalidInputException.of(
                            "domain", "have 1 to 3 axes", section.keys().size())
                    .at(domain.place());
        }
        List<Axis> axes = new ArrayList<>();
        for (String name : section.keys()) {
            Value axis = section.required(name);
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*") || RESERVED.contains(name)) {
                throw InvalidInputException.of(
                                "name of an axis", "be a word other than t, u, m, e and pi", "'" + name + "'")
                        .at(axis.place());
            }
            axes.add(axis(name, axis));
        }
        return new Domain(axes);
    }

    private static Axis axis(String name, Value value) {
        Section section = value.section();
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
            return new Axis(name, lower, upper, lowerBoundary, upperBoundary);
        } catch (InvalidInputException e) {
            throw e.at(value.place());
        }
    }

    /** The condition at one side: its own key, or that of both sides, or no flux. */
    private static Boundary boundary(Section axis, String side) {
        String key = axis.has(side + "-boundary") ? side + "-boundary" : "boundary";
        Parameter kind = Parameter.text(key, "no-flux", Range.oneOf("no-flux", "periodic", "exit"), "");
        String chosen = (String) axis.find(key).map(v -> v.as(kind)).orElse(kind.defaultValue());
        String costKey = side + "-exit-cost";
        if (axis.has(costKey) && !chosen.equals("exit")) {
            throw InvalidInputException.because(costKey, costKey + " must not be given where the side is not an exit")
                    .at(axis.required(costKey).place());
        }
        return switch (chosen) {
            case "exit" -> Boundary.exit(exitCost(axis, costKey));
            case "periodic" -> Boundary.periodic();
            default -> Boundary.noFlux();
        };
    }

    private static double exitCost(Section axis, String costKey) {
        String key = axis.has(costKey) ? costKey : "exit-cost";
        return axis.has(key) ? number(axis, key) : 0;
    }

    private static double number(Section section, String key) {
        return (Double) section.required(key).as(Parameter.real(key, 0, Range.ANY, "", ""));
    }
}
