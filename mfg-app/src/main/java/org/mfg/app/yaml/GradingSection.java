package org.mfg.app.yaml;

import java.util.List;
import org.mfg.api.grid.Grading;

/** How the nodes of an axis are spread: {@code {power: 3}}, {@code {layers: 2}}, or {@code {places: [0, 0.1, 0.3, 1]}}. */
final class GradingSection {
    static final List<String> KINDS = List.of("power", "layers", "places");

    private GradingSection() {}

    static Grading read(Value value) {
        Section section = value.section();
        section.allowOnly("grading", KINDS);
        if (section.keys().size() != 1) {
            throw value.mustBe("be one of power, layers and places");
        }
        String kind = section.keys().iterator().next();
        Value given = section.required(kind);
        return given.placing(() -> switch (kind) {
            case "power" -> Grading.power(given.number(kind));
            case "layers" -> Grading.layers(given.number(kind));
            default ->
                Grading.through(
                        given.list().stream().mapToDouble(v -> v.number(kind)).toArray());
        });
    }
}
