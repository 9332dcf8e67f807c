package org.mfg.app.yaml;

import static org.mfg.app.yaml.Shapes.anyOf;
import static org.mfg.app.yaml.Shapes.choice;
import static org.mfg.app.yaml.Shapes.described;
import static org.mfg.app.yaml.Shapes.given;
import static org.mfg.app.yaml.Shapes.list;
import static org.mfg.app.yaml.Shapes.map;
import static org.mfg.app.yaml.Shapes.named;
import static org.mfg.app.yaml.Shapes.number;
import static org.mfg.app.yaml.Shapes.object;
import static org.mfg.app.yaml.Shapes.oneOf;
import static org.mfg.app.yaml.Shapes.text;
import static org.mfg.app.yaml.Shapes.when;

import java.util.Map;

/** The part of the {@link GameSchema} about where a game is played: {@link DomainSection}. */
final class DomainSchema {
    private DomainSchema() {}

    static Map<String, Object> domain() {
        Map<String, Object> shape = named(axis());
        shape.put(
                "propertyNames",
                map(
                        "pattern",
                        "^(" + DomainSection.AXIS_PATTERN + ")$",
                        "not",
                        oneOf(DomainSection.RESERVED.stream().sorted().toList())));
        shape.put("properties", map(DomainSection.OBSTACLES, list(obstacle()), DomainSection.DOORS, list(door())));
        shape.put("maxProperties", DomainSection.MAX_AXES + 2);
        return described(shape, "one to three axes by name, the slowest first; perhaps obstacles and doors");
    }

    /** A field in a file. */
    static Map<String, Object> data() {
        return object(
                DataField.KEYS,
                map("file", text("a .npz, .npy or .csv file beside this one"), "array", text("of the file")),
                "file");
    }

    private static Map<String, Object> axis() {
        return when(given("states"), states(), positions());
    }

    private static Map<String, Object> positions() {
        Map<String, Object> side = oneOf(DomainSection.BOUNDARIES.choices());
        Map<String, Object> cost = number("what agents pay who leave");
        return object(
                DomainSection.KEYS,
                map(
                        "lower", number("where the axis begins"),
                        "upper", number("where it ends"),
                        "boundary", side,
                        "lower-boundary", side,
                        "upper-boundary", side,
                        "exit-cost", cost,
                        "lower-exit-cost", cost,
                        "upper-exit-cost", cost,
                        "grading", grading()),
                "lower",
                "upper");
    }

    private static Map<String, Object> grading() {
        return choice(
                GradingSection.KINDS,
                map(
                        "power", number("nodes crowd at the lower end"),
                        "layers", number("nodes crowd at both ends"),
                        "places",
                                described(
                                        list(number("")), "places of nodes, spread between them by a monotone cubic")));
    }

    private static Map<String, Object> states() {
        Map<String, Object> name = anyOf(text(""), number(""), map("type", "boolean"));
        return object(
                StatesAxis.KEYS,
                map(
                        "states", list(name, 2),
                        "rates", described(list(list(number(""))), "a row from each state, a rate to each"),
                        "up", described(list(number("")), "from each state to the next"),
                        "down", described(list(number("")), "from each state to the one before")),
                "states");
    }

    private static Map<String, Object> obstacle() {
        Map<String, Object> ball =
                object(ObstacleList.BALL, map("center", list(number("")), "radius", number("")), "center", "radius");
        return choice(
                ObstacleList.KINDS,
                map("box", extent(), "ball", ball, "mask", text("a picture, dark pixels are walls, or an array")));
    }

    private static Map<String, Object> door() {
        return object(
                DoorList.KEYS,
                map(
                        "name", text("for files and figures"),
                        "axis", text("the axis to which the wall is orthogonal"),
                        "side", Shapes.of(DoorList.SIDE),
                        "opening", extent(),
                        "exit-cost", number("what agents pay who leave here")),
                "axis",
                "side",
                "opening");
    }

    private static Map<String, Object> extent() {
        Map<String, Object> range = list(number(""), 2);
        range.put("maxItems", 2);
        return described(named(range), "a range for each axis, such as {x: [0.4, 0.6]}");
    }
}
