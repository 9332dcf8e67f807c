package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.InvalidInputException;
import org.mfg.app.CommandRun;
import org.mfg.solvers.Mfg;

/** The schemas against the readers that they describe, by a validator of its own. */
class SchemaTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Mfg MFG = Mfg.load();
    private static final JsonSchema GAME = schema("game");
    private static final JsonSchema SWEEP = schema("sweep");
    private static final Path TUTORIAL = Path.of("../mfg-examples/tutorial.yaml");
    private static final Path SWEEP_FILE = Path.of("../mfg-examples/sweep.yaml");

    private static JsonSchema schema(String kind) {
        CommandRun run = CommandRun.of("schema", kind);
        assertThat(run.code()).as(run.err()).isZero();
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(run.out());
    }

    static List<Path> files() throws IOException {
        return Stream.concat(ExampleFilesTest.games().stream(), Stream.of(SWEEP_FILE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyExampleIsAccepted(Path file) throws IOException {
        assertThat(complaints(Files.readString(file), file)).isEmpty();
    }

    /** Wherever a file has keys, one that nobody knows is refused by the reader and by the schema. */
    @ParameterizedTest
    @MethodSource("files")
    void aKeyThatTheReaderDoesNotKnowIsRefused(Path file) throws IOException {
        JsonNode root = YAML.readTree(file.toFile());
        for (ObjectNode map : maps("", root)) {
            map.put("surprise", 1);
            String changed = YAML.writeValueAsString(root);
            map.remove("surprise");

            assertThatThrownBy(() -> read(changed, file)).as(changed).isInstanceOf(InvalidInputException.class);
            assertThat(complaints(changed, file)).as(changed).isNotEmpty();
        }
    }

    /** All maps but those whose keys are names of the file's own, and what mfg path alone reads. */
    private static List<ObjectNode> maps(String key, JsonNode node) {
        List<ObjectNode> maps = new ArrayList<>();
        if (node instanceof ObjectNode map
                && !List.of("viscosity", "path", "shocks").contains(key)) {
            maps.add(map);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            maps.addAll(maps(field.getKey(), field.getValue()));
        }
        if (node.isArray()) {
            node.forEach(element -> maps.addAll(maps("", element)));
        }
        return maps;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    viscosity: 0.01             | viscosity: -0.01
                    horizon: 1                  | horizon: 0
                    horizon: 1                  | horizon: soon
                    horizon: 1                  | horizon: forever
                    hamiltonian: quadratic      | hamiltonian: quadratics
                    hamiltonian: quadratic      | hamiltonian: {name: power, beta: 1}
                    hamiltonian: quadratic      | hamilton: quadratic
                    hamiltonian: quadratic      |
                    name: power, lambda: 0.5    | name: power, lamda: 0.5
                    boundary: no-flux           | boundary: noflux
                    lower: 0, upper: 1          | lower: 0
                    nodes: 100                  | nodes: 100.5
                    steps: 100                  | steps: 0
                    x: {lower                   | t: {lower
                    newton, tolerance: 1.0e-8     | newton, tolerance: 0
                    newton, tolerance: 1.0e-8     | newton, relaxation: 0.5
                    initial-density: exp        | start: exp
                    running-cost: 0             | running-cost: [0]
                    """)
    void aTypicalMistakeInAGameIsRefused(String right, @Nullable String wrong) throws IOException {
        assertRefused(TUTORIAL, right, wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    game: tutorial            | game: tutorail
                    vary:                     | very:
                    lambda: [                 | lamda: [
                    range: [1.5, 3], count: 4 | range: [1.5, 3], log: [1, 2], count: 4
                    range: [1.5, 3]           | range: [1.5]
                    count: 4                  | count: 1
                    [0, 0.25, 0.5, 1, 2]      | []
                    [0, 0.25, 0.5, 1, 2]      | [0, 0.25, 0.25]
                    """)
    void aTypicalMistakeInASweepIsRefused(String right, @Nullable String wrong) throws IOException {
        assertRefused(SWEEP_FILE, right, wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    utility: {crra: 2}    | utility: {crr: 2}
                    utility: {crra: 2}    | utility: {crra: 2, cara: 1}
                    discount: 0.05        | rho: 0.05
                    frisch: 0.5           | elasticity: 0.5
                    budget: transfer      | budget: taxes
                    budget: transfer      | bonds: some
                    """)
    void aTypicalMistakeInAnEconomyIsRefused(String right, @Nullable String wrong) throws IOException {
        assertRefused(Path.of("../mfg-examples/games/households.yaml"), right, wrong);
    }

    /** What no example shows, in the forms that the documentation gives. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{horizon: 1, discount: 0.1}",
                "{viscosity: 0.01*(1+x)}",
                "{viscosity: {x: 0.01}}",
                "{terminal-cost: {file: costs.npz, array: g}}",
                "{terminal-couplings: [{name: power, lambda: 1}]}",
                "{ceiling: 2.5}",
                "{death: {rate: 0.1, newborn: exp(-x)}}",
                "{discretization: {name: crank-nicolson, theta: 0.6}}",
                "{domain: {x: {lower: 0, upper: 1, boundary: exit, exit-cost: 1, grading: {layers: 2}}}}",
                "{domain: {x: {lower: 0, upper: 1}, y: {lower: 0, upper: 1}, obstacles: [{box: {x: [0.4, 0.6]}}, {ball: {center: [0.7, 0.5], radius: 0.1}}], doors: [{axis: x, side: upper, opening: {y: [0.4, 0.6]}}]}}",
                "{domain: {x: {lower: 0, upper: 1}, kind: {states: [a, b], up: [1], down: [2]}}}"
            })
    void everyFormOfAFieldIsAccepted(String form) throws IOException {
        ObjectNode game = (ObjectNode) YAML.readTree(TUTORIAL.toFile());
        game.setAll((ObjectNode) YAML.readTree(form));

        assertThat(GAME.validate(game)).isEmpty();
    }

    @Test
    void anUnknownKindOfFileIsRefused() {
        CommandRun run = CommandRun.of("schema", "games");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("mfg: unknown kind of file 'games'; did you mean game? (known: game, sweep)\n");
    }

    private static void assertRefused(Path file, String right, @Nullable String wrong) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(right);
        String changed = text.replace(right, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> read(changed, file)).isInstanceOf(InvalidInputException.class);
        assertThat(complaints(changed, file)).isNotEmpty();
    }

    private static void read(String text, Path file) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (file.equals(SWEEP_FILE)) {
            SweepFile.parse(bytes, file, MFG);
        } else {
            GameFile.parse(bytes, file, MFG);
        }
    }

    private static List<String> complaints(String text, Path file) throws IOException {
        JsonSchema schema = file.equals(SWEEP_FILE) ? SWEEP : GAME;
        return schema.validate(YAML.readTree(text)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
