package org.mfg.app.yaml;

import static org.mfg.app.yaml.Shapes.PROPERTIES;
import static org.mfg.app.yaml.Shapes.anyOf;
import static org.mfg.app.yaml.Shapes.described;
import static org.mfg.app.yaml.Shapes.is;
import static org.mfg.app.yaml.Shapes.list;
import static org.mfg.app.yaml.Shapes.map;
import static org.mfg.app.yaml.Shapes.named;
import static org.mfg.app.yaml.Shapes.object;
import static org.mfg.app.yaml.Shapes.text;
import static org.mfg.app.yaml.Shapes.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mfg.api.spi.GameProvider;
import org.mfg.app.study.Source;
import org.mfg.app.sweep.Settings;
import org.mfg.solvers.Mfg;

/** The JSON Schema of {@linkplain SweepFile sweep files}: that of a game file, and what changes from run to run. */
public final class SweepSchema {
    private SweepSchema() {}

    /** The schema, as maps and lists. */
    public static Map<String, Object> of(Mfg mfg) {
        Map<String, Object> others = map(
                "vary",
                described(named(anyOf(values(), range())), "for each setting its values or a range"),
                "zip",
                described(list(text("")), "settings that move together"),
                "sample",
                sample(),
                "quantities",
                described(list(text("")), "a column for each, such as mean(T)"),
                "warm-start",
                text("the setting along which runs start from each other's solution"),
                SweepFile.CLEAR.name(),
                Shapes.of(SweepFile.CLEAR),
                SweepFile.ERROR_BARS.name(),
                Shapes.of(SweepFile.ERROR_BARS));
        Map<String, Object> known = object(SweepFile.KEYS, others, "vary");
        List<Map<String, Object>> rules = new ArrayList<>();
        rules.add(map(Shapes.REQUIRED, Objects.requireNonNull(known.get(Shapes.REQUIRED))));
        for (GameProvider game : mfg.games().providers()) {
            Map<String, Object> names = Shapes.oneOf(settings(mfg, game));
            rules.add(when(is("game", game.name()), map(PROPERTIES, map("vary", map("propertyNames", names)))));
        }
        return GameSchema.with(mfg, "A mean field game for many parameters, grids and solvers", others, rules);
    }

    /** What can be varied of a packaged game, whichever solver, discretisation and coupling is used. */
    private static List<String> settings(Mfg mfg, GameProvider game) {
        return Settings.names(mfg, Source.of(game));
    }

    private static Map<String, Object> values() {
        Map<String, Object> scalar = map("type", List.of("number", "string", "boolean"));
        Map<String, Object> values = list(scalar, 1);
        values.put("uniqueItems", true);
        return values;
    }

    private static Map<String, Object> range() {
        Map<String, Object> ends = list(Shapes.number(""), 2);
        ends.put("maxItems", 2);
        Map<String, Object> range = object(
                VarySection.RANGE,
                map("range", described(ends, "evenly spread"), "log", ends, "count", Shapes.of(VarySection.VALUES)));
        range.put("oneOf", VarySection.SCALES.stream().map(Shapes::given).toList());
        return range;
    }

    private static Map<String, Object> sample() {
        List<String> keys = new ArrayList<>(SampleSection.KINDS);
        keys.add(SampleSection.SEED.name());
        Map<String, Object> points = Shapes.of(SampleSection.POINTS);
        Map<String, Object> sample = object(
                keys, map("sobol", points, "random", points, SampleSection.SEED.name(), Shapes.of(SampleSection.SEED)));
        sample.put("oneOf", SampleSection.KINDS.stream().map(Shapes::given).toList());
        return described(sample, "points in the box that the ranges of vary span, in place of their product");
    }
}
