package org.mfg.app.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mfg.api.spi.Parameter;
import org.mfg.app.study.GridChoice;

/**
 * The section {@code path} of a game file, which {@code mfg path} alone looks at: how the parameters of an economy move.
 *
 * @param shocks as {@code mfg path --shock} takes them, in their order
 * @param until the end of the path, as text; null where it is not given
 * @param steps the time steps, as text; null where they are not given
 * @param timeGrading how they grow, as text; null where that is not given
 */
public record PathSection(
        List<String> shocks,
        @Nullable String until,
        @Nullable String steps,
        @Nullable String timeGrading) {
    static final String KEY = "path";

    private static final Pattern DATA = Pattern.compile("\\.(csv|npz)(\\s*,|$)");
    private static final String SHOCKS = "shocks";
    private static final String UNTIL = "until";
    private static final String STEPS = "steps";
    static final List<String> KEYS = List.of(SHOCKS, UNTIL, STEPS, GridChoice.TIME_GRADING);

    /** Copies the shocks. */
    public PathSection {
        shocks = List.copyOf(shocks);
    }

    /**
     * Reads the section of a file; empty where it has none.
     *
     * @param until declares the end of a path
     * @param steps declares the number of its time steps
     * @param timeGrading declares how they grow
     * @throws org.mfg.api.InvalidInputException if anything in it is not valid; the message tells file, line and what is allowed
     */
    public static Optional<PathSection> read(Path file, Parameter until, Parameter steps, Parameter timeGrading) {
        Section root = Document.parse(Document.bytes(file, "game file"), file).section();
        return root.find(KEY).map(value -> read(file, value.section(), until, steps, timeGrading));
    }

    private static PathSection read(
            Path file, Section section, Parameter until, Parameter steps, Parameter timeGrading) {
        section.allowOnly("key of path", KEYS);
        List<String> shocks = new ArrayList<>();
        section.find(SHOCKS).map(Value::section).ifPresent(named -> {
            for (String name : named.keys()) {
                shocks.add(name + "=" + text(named.required(name), file));
            }
        });
        return new PathSection(
                shocks,
                text(section, UNTIL, until),
                text(section, STEPS, steps),
                text(section, GridChoice.TIME_GRADING, timeGrading));
    }

    /** A data file is looked for beside the game file. */
    private static String text(Value shock, Path file) {
        String text = shock.text();
        return DATA.matcher(text).find() ? file.resolveSibling(text).toString() : text;
    }

    private static @Nullable String text(Section section, String key, Parameter parameter) {
        return section.find(key).map(value -> value.as(parameter).toString()).orElse(null);
    }
}
