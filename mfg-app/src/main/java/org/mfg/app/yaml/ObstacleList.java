package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Region;

/**
 * The list {@code obstacles}: {@code box: {x: [0.4, 0.6], y: [0, 0.3]}}, {@code ball: {center: [0.7, 0.5], radius: 0.1}} or
 * {@code mask: walls.png}, see {@link MaskFile}.
 */
final class ObstacleList {
    static final List<String> KINDS = List.of("box", "ball", "mask");
    static final List<String> BALL = List.of("center", "radius");

    private ObstacleList() {}

    static List<Region> read(List<Axis> axes, List<Value> values) {
        List<Region> obstacles = new ArrayList<>();
        for (Value value : values) {
            obstacles.add(obstacle(axes, value));
        }
        return obstacles;
    }

    private static Region obstacle(List<Axis> axes, Value value) {
        Section section = value.section();
        section.allowOnly("kind of obstacle", KINDS);
        if (section.keys().size() != 1) {
            throw value.mustBe("have one of box, ball and mask");
        }
        String kind = section.keys().iterator().next();
        Value shape = section.required(kind);
        return switch (kind) {
            case "box" -> Extent.read(shape, axes, axes.stream().map(Axis::name).toList());
            case "ball" -> ball(axes, shape);
            default -> MaskFile.read(shape, axes);
        };
    }

    private static Region ball(List<Axis> axes, Value value) {
        Section section = value.section();
        section.allowOnly("key of a ball", BALL);
        double[] center = section.required("center").numbers(axes.size(), "be a list of a number for each of the axes");
        Value radius = section.required("radius");
        try {
            return Region.ball(center, radius.number("radius"));
        } catch (InvalidInputException e) {
            throw e.at(radius.place());
        }
    }
}
