package org.mfg.app.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.Study;

/** The parameters of the game with units and meaning, and those of discretisation and solver in a line each. */
final class ParameterTable {
    private ParameterTable() {}

    static String of(Study study) {
        Map<String, Object> values = study.parameters().asMap();
        List<List<String>> rows = study.declared().stream()
                .map(p -> List.of(
                        p.name(), Html.value(Objects.requireNonNull(values.get(p.name()))), unit(p), p.description()))
                .toList();
        String game = rows.isEmpty() ? "" : Html.table(List.of("parameter", "value", "unit", "meaning"), rows);
        return game
                + Html.table(
                        List.of("method", "name", "parameters"),
                        List.of(
                                List.of(
                                        "discretisation",
                                        study.discretization(),
                                        line(study.discretizationParameters())),
                                List.of("solver", study.solver(), line(study.solverParameters()))));
    }

    private static String unit(Parameter parameter) {
        return parameter.unit().isEmpty() ? "–" : parameter.unit();
    }

    private static String line(Parameters parameters) {
        return String.join(
                ", ",
                parameters.asMap().entrySet().stream()
                        .map(p -> p.getKey() + " " + Html.value(p.getValue()))
                        .toList());
    }
}
