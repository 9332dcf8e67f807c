package org.mfg.app.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.Study;

/** A study of a game by name as a game file, every value written out. */
final class StudyYaml {
    private StudyYaml() {}

    static String of(Study study) {
        Grid grid = study.discreteGame().grid();
        String nodes = IntStream.range(0, grid.dimension())
                .mapToObj(k -> Integer.toString(grid.nodes(k)))
                .collect(Collectors.joining(", ", "[", "]"));
        return "game: " + study.name() + "\n"
                + "parameters: {" + parameters(study.parameters()) + "}\n"
                + "grid: {nodes: " + nodes + ", steps: "
                + study.discreteGame().time().steps()
                + grading(study.discreteGame().time()) + "}\n"
                + "discretization: " + part(study.discretization(), study.discretizationParameters())
                + "solver: " + part(study.solver(), study.solverParameters());
    }

    private static String grading(TimeGrid time) {
        return time.isEven() ? "" : ", time-grading: " + time.grading();
    }

    private static String part(String name, Parameters parameters) {
        String values = parameters(parameters);
        return "{name: " + name + (values.isEmpty() ? "" : ", " + values) + "}\n";
    }

    private static String parameters(Parameters parameters) {
        return parameters.asMap().entrySet().stream()
                .map(p -> p.getKey() + ": " + scalar(p))
                .collect(Collectors.joining(", "));
    }

    /** A text is quoted as JSON, which YAML reads; an exponent has a sign, or YAML 1.1 takes the number for a text. */
    private static String scalar(Map.Entry<String, Object> parameter) {
        Object value = parameter.getValue();
        return value instanceof String text
                ? '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"'
                : value.toString().replaceFirst("E(?=[0-9])", "E+");
    }
}
