package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.app.CommandRun;

/** {@code mfg list --json} says what {@code mfg list} says. */
class ListCommandTest {

    @Test
    void everyNameAndParameterOfTheTextIsInTheJson() throws IOException {
        JsonNode kinds =
                new ObjectMapper().readTree(CommandRun.of("list", "--json").out());
        String text = CommandRun.of("list").out();

        List<String> names = new ArrayList<>();
        for (String kind : List.of("games", "hamiltonians", "couplings", "discretizations", "solvers")) {
            for (JsonNode provider : kinds.get(kind)) {
                names.add(provider.get("name").asText());
                provider.get("parameters").forEach(p -> names.add(p.get("name").asText()));
            }
        }
        kinds.get("quantities").fieldNames().forEachRemaining(names::add);
        assertThat(names).allMatch(name -> text.contains(" " + name));
        assertThat(text.lines().filter(line -> line.matches(" {6}\\S+ +(real|integer|flag|text) .*")))
                .hasSize(count(kinds));
    }

    private static int count(JsonNode kinds) {
        return kinds.findValues("parameters").stream().mapToInt(JsonNode::size).sum();
    }

    @Test
    void aRangeHasItsEnds() throws IOException {
        JsonNode solvers = new ObjectMapper()
                .readTree(CommandRun.of("list", "solvers", "--json").out());

        JsonNode newton = solvers.get("solvers").findParents("name").stream()
                .filter(p -> p.get("name").asText().equals("newton"))
                .findFirst()
                .orElseThrow();
        JsonNode tolerance = newton.get("parameters").get(0);
        assertThat(tolerance.get("name").asText()).isEqualTo("tolerance");
        assertThat(tolerance.get("above").asDouble()).isZero();
        assertThat(tolerance.get("default").asDouble()).isEqualTo(1e-8);
    }
}
