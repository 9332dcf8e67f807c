package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.study.Source;
import org.mfg.app.study.WithCoupling;
import org.mfg.app.sweep.Factor;
import org.mfg.app.sweep.Interval;
import org.mfg.app.sweep.Plan;
import org.mfg.app.sweep.Settings;
import org.mfg.app.sweep.Together;
import org.mfg.app.sweep.Variation;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;

/**
 * The section {@code vary}: for each setting a list of values, {@code lambda: [0, 0.5, 1]}, or a range, {@code viscosity: {log:
 * [1e-3, 1], count: 10}} or {@code beta: {range: [1.5, 3], count: 4}}. Ranges have no count where they are sampled.
 */
final class VarySection {
    private static final String COUNT = "count";
    static final List<String> SCALES = List.of("range", "log");
    static final List<String> RANGE = List.of("range", "log", COUNT);
    static final Parameter VALUES =
            Parameter.integer(COUNT, 2, Range.between(2, Plan.MAX_RUNS), "the values of a range");

    private final Value self;
    private final Section section;
    private final @Nullable SampleSection sample;
    private final List<Value> zip;
    private final Map<String, Factor> lists = new LinkedHashMap<>();
    private final List<Interval> box = new ArrayList<>();

    /** @param zip the names of settings that move together */
    VarySection(Value self, @Nullable SampleSection sample, List<Value> zip) {
        this.sample = sample;
        this.zip = zip;
        this.self = self;
        section = self.section();
        if (section.keys().isEmpty()) {
            throw self.mustBe("have something to vary");
        }
    }

    /** @param warmStart the setting along which runs start from each other's solution */
    Plan plan(Mfg mfg, Source source, Optional<Value> warmStart) {
        checkRuns();
        self.placing(() -> {
            Settings.requireOneWay(section.keys());
            return self;
        });
        Settings settings = settings(mfg, source);
        for (String name : section.keys()) {
            Value value = section.required(name);
            read(value.placing(() -> settings.parameter(name)), value);
        }
        joinZipped();
        List<Factor> factors = new ArrayList<>();
        if (sample != null) {
            factors.add(sample.in(box));
        }
        int sampled = factors.size();
        factors.addAll(lists.values());
        OptionalInt chained = warmStart
                .map(value -> OptionalInt.of(sampled + position(value)))
                .orElse(OptionalInt.empty());
        return new Plan(List.copyOf(section.keys()), factors, chained);
    }

    /** Puts those that move together in the place of the first one. */
    private void joinZipped() {
        List<Factor> parts = new ArrayList<>();
        for (Value value : zip) {
            Factor part = lists.get(value.text());
            if (part == null) {
                throw Names.unknown("list to zip", value.text(), lists.keySet()).at(value.place());
            }
            if (parts.contains(part)) {
                throw value.mustBe("name each setting once");
            }
            parts.add(part);
        }
        if (!parts.isEmpty()) {
            lists.replace(zip.get(0).text(), zip.get(0).placing(() -> new Together(parts)));
            zip.stream().skip(1).forEach(value -> lists.remove(value.text()));
        }
    }

    private Settings settings(Mfg mfg, Source source) {
        return new Settings(
                mfg,
                source,
                chosen(Settings.SOLVER, mfg.solvers(), List.of(source.solver().name())),
                chosen(
                        Settings.DISCRETIZATION,
                        mfg.discretizations(),
                        List.of(source.discretization().name())),
                chosen(WithCoupling.COUPLING, mfg.couplings(), List.of()));
    }

    /** The solvers that the sweep uses, and so on. */
    private List<String> chosen(String name, Registry<?, ?> registry, List<String> otherwise) {
        Parameter choice = Settings.choice(name, registry);
        return section.find(name)
                .map(value -> value.list().stream()
                        .map(v -> String.valueOf(v.as(choice)))
                        .toList())
                .orElse(otherwise);
    }

    private int position(Value warmStart) {
        List<String> names = List.copyOf(lists.keySet());
        if (!names.contains(warmStart.text())) {
            throw Names.unknown("setting to start warm along", warmStart.text(), names)
                    .at(warmStart.place());
        }
        return names.indexOf(warmStart.text());
    }

    private void read(Parameter parameter, Value value) {
        if (value.isList()) {
            add(
                    parameter,
                    value,
                    value.list().stream().map(v -> v.as(parameter)).toList());
            return;
        }
        if (value.isText()) {
            throw value.mustBe("be a list of values or a range");
        }
        Section range = value.section();
        Interval interval = interval(parameter, value, range);
        if (sample == null) {
            add(parameter, value, interval.grid(count(range)));
        } else {
            range.find(COUNT).ifPresent(count -> {
                throw count.mustBe("not be given where the range is sampled");
            });
            box.add(interval);
        }
    }

    private static Interval interval(Parameter parameter, Value value, Section range) {
        range.allowOnly("key of a range", RANGE);
        List<String> scales = SCALES.stream().filter(range::has).toList();
        if (scales.size() != 1) {
            throw value.mustBe("have one of range and log");
        }
        boolean isNumber = parameter.type() == Parameter.Type.REAL || parameter.type() == Parameter.Type.INTEGER;
        if (!isNumber) {
            throw value.mustBe("be a list of values");
        }
        Value ends = range.required(scales.get(0));
        if (!ends.isList() || ends.list().size() != 2) {
            throw ends.mustBe("be a list of a lower and an upper end");
        }
        double lower = ((Number) ends.list().get(0).as(parameter)).doubleValue();
        double upper = ((Number) ends.list().get(1).as(parameter)).doubleValue();
        return ends.placing(
                () -> new Interval(parameter, lower, upper, scales.get(0).equals("log")));
    }

    private void add(Parameter parameter, Value place, List<Object> values) {
        if (values.isEmpty()) {
            throw InvalidInputException.of(parameter.name(), "have at least one value", "an empty list")
                    .at(place.place());
        }
        Set<Object> seen = new LinkedHashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw InvalidInputException.of(parameter.name(), "have different values", value + " twice")
                        .at(place.place());
            }
        }
        lists.put(parameter.name(), new Variation(parameter.name(), values));
    }

    /** Before anything is made of that size. */
    private void checkRuns() {
        long runs = sample == null ? 1 : sample.points();
        List<String> follow = zip.stream().skip(1).map(Value::text).toList();
        for (String name : section.keys()) {
            if (follow.contains(name)) {
                continue;
            }
            Value value = section.required(name);
            runs *= value.isList() ? value.list().size() : isGrid(value) ? count(value.section()) : 1;
            if (runs > Plan.MAX_RUNS) {
                throw InvalidInputException.of("vary", "make at most " + Plan.MAX_RUNS + " runs", runs + " or more")
                        .at(value.place());
            }
        }
    }

    private boolean isGrid(Value value) {
        return sample == null && !value.isText();
    }

    private static int count(Section range) {
        return ((Long) range.required(COUNT).as(VALUES)).intValue();
    }
}
