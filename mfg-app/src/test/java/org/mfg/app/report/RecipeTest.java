package org.mfg.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Source;
import org.mfg.app.study.Study;
import org.mfg.app.yaml.GameFile;
import org.mfg.solvers.Mfg;

class RecipeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"tutorial, lambda, 7", "ergodic-potential, theta, 1"})
    void theFileOfARunDescribesTheSameRun(String game, String parameter, int steps) throws IOException {
        Mfg mfg = Mfg.load();
        Study study = Study.of(
                mfg,
                mfg.games().provider(game),
                new Study.Request(
                        Map.of(parameter, 0.1 + 0.2),
                        new GridChoice(Map.of(0, 33), OptionalInt.of(steps), OptionalDouble.empty()),
                        Choice.of("upwind"),
                        new Choice("newton", Map.of("tolerance", 1e-7))));
        Path file = folder.resolve("game.yaml");
        Files.writeString(file, StudyYaml.of(study));

        Source source = GameFile.read(file, mfg);
        Study again = Study.of(
                mfg,
                source.game(),
                new Study.Request(
                        Map.of(),
                        new GridChoice(Map.of(), OptionalInt.empty(), OptionalDouble.empty()),
                        source.discretization(),
                        source.solver()));

        assertThat(again.name()).isEqualTo(game);
        assertThat(again.parameters().asMap()).isEqualTo(study.parameters().asMap());
        assertThat(again.solverParameters().asMap())
                .isEqualTo(study.solverParameters().asMap());
        assertThat(again.discreteGame().grid()).isEqualTo(study.discreteGame().grid());
        assertThat(again.discreteGame().time()).isEqualTo(study.discreteGame().time());
    }

    /** The number of YAML 1.1's type repository, https://yaml.org/type/float.html, which needs a point and the sign of an exponent. */
    @Test
    void numbersWithExponentsAreNumbersInYaml11() throws IOException {
        Mfg mfg = Mfg.load();
        Study study = Study.of(
                mfg,
                mfg.games().provider("tutorial"),
                new Study.Request(
                        Map.of("lambda", 1e10),
                        new GridChoice(Map.of(0, 33), OptionalInt.of(7), OptionalDouble.empty()),
                        Choice.of("upwind"),
                        new Choice("newton", Map.of("tolerance", 1e-7))));
        String all = StudyYaml.of(study)
                + Files.readString(Path.of("../mfg-examples/tutorial.yaml"))
                + Files.readString(Path.of("../mfg-examples/sweep.yaml"));
        List<String> exponents = Pattern.compile("(?<=[:,\\[] )[-+]?[0-9.]+[eE][-+]?[0-9]+")
                .matcher(all)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(exponents)
                .contains("1.0E+10", "1.0E-7", "1.0e-8")
                .allMatch(number -> number.matches("[-+]?([0-9][0-9_]*)?\\.[0-9.]*([eE][-+][0-9]+)?"));
    }

    @Test
    void wordsThatAShellWouldTakeApartAreQuoted() {
        Recipe recipe = Recipe.ofFile(List.of("./mfg", "run", "my game.yaml", "--terminal-cost", "x*'y'"), "");

        assertThat(recipe.html())
                .contains(
                        "./mfg run &#39;my game.yaml&#39; --terminal-cost &#39;x*&#39;\\&#39;&#39;y&#39;\\&#39;&#39;&#39;");
    }
}
