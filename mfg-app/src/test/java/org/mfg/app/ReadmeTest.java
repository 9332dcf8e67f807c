package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it stands there. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path PLUGIN = Path.of("..", "mfg-examples", "plugin-example", "src", "main", "java");

    @TempDir
    Path folder;

    @Test
    void itsYamlIsTheTutorial() throws IOException {
        Path file = folder.resolve("my-game.yaml");
        Files.writeString(file, blocks("yaml").get(0));

        solve(file.toString(), "mine");
        solve("tutorial", "tutorial");

        // Not bit for bit: the formula has a square where the packaged game has a product.
        assertThat(numbers("mine")).usingComparatorWithPrecision(1e-11).containsExactly(numbers("tutorial"));
        assertThat(folder.resolve("mine/summary.json")).content().contains("\"my-game\"");
    }

    private double[] numbers(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("density.csv")).stream()
                .skip(1)
                .flatMap(line -> Arrays.stream(line.split(",")))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The example has a second derivative besides, for which there is a default. */
    @Test
    void itsPluginIsTheExample() throws IOException {
        String example;
        try (var files = Files.walk(PLUGIN)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(withoutComments(Files.readString(file)));
            }
            example = all.toString();
        }

        assertThat(blocks("java").stream().filter(block -> block.startsWith("public final class")))
                .hasSize(2)
                .allSatisfy(block ->
                        assertThat(example).contains(withoutComments(block.substring(0, block.lastIndexOf('}')))));
    }

    private void solve(String game, String name) {
        CommandRun run = CommandRun.of(
                "run",
                game,
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve(name).toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    private static String withoutComments(String java) {
        return java.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "").replaceAll("\\s+", " ");
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(blocks::add);
        return blocks;
    }
}
