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
        assertThat(numbers("mine")).usingComparatorWithPrecision(1e-10).containsExactly(numbers("tutorial"));
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

        assertThat(plugin())
                .hasSize(2)
                .allSatisfy(block ->
                        assertThat(example).contains(withoutComments(block.substring(0, block.lastIndexOf('}')))));
    }

    private static List<String> plugin() throws IOException {
        return blocks("java").stream()
                .filter(block -> block.startsWith("package com.example.mfg;"))
                .toList();
    }

    @Test
    void itsPluginCompilesAndKeepsItsPromises() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        for (String block : plugin()) {
            String name = block.replaceFirst("(?s).*public final class ([A-Za-z]+).*", "$1");
            Files.writeString(sources.resolve(name + ".java"), block);
        }
        Path services = Files.createDirectories(folder.resolve("resources/META-INF/services"));
        Files.writeString(
                services.resolve("org.mfg.api.spi.HamiltonianProvider"),
                "com.example.mfg.RelativisticHamiltonianProvider");
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PluginJar.build(
                PluginJar.filesUnder(sources),
                Files.createDirectories(folder.resolve("classes")),
                List.of(folder.resolve("resources")),
                plugins.resolve("plugin.jar"));

        assertThat(CommandRun.of("check", "--plugins", plugins.toString()).out())
                .startsWith("PASS  hamiltonian  relativistic  in 1D, 2D, 3D, 1D with states");
    }

    /** The sample of what is printed has every line, though perhaps not all of it. */
    @Test
    void whatItShowsOfTheFirstRunIsWhatIsPrinted() throws IOException {
        CommandRun run =
                CommandRun.of("run", "tutorial", "--no-report", "--figures", "data", "--out", folder.toString());
        List<String> shown = Files.readString(README)
                .replaceFirst("(?s).*The first prints\n\n(.*?)\n\n.*", "$1")
                .lines()
                .map(line -> line.substring(4))
                .toList();
        assertThat(shown.stream().map(ReadmeTest::label))
                .containsExactlyElementsOf(
                        run.out().lines().map(ReadmeTest::label).toList());
        assertThat(shown.subList(0, 3))
                .containsExactlyElementsOf(run.out().lines().limit(3).toList());
    }

    private static String label(String line) {
        return line.startsWith("wrote") ? "wrote" : line.replaceFirst(" {2,}.*", "");
    }

    private void solve(String game, String name) {
        CommandRun run = CommandRun.of(
                "run",
                game,
                "--no-figures",
                "--no-report",
                "--tolerance",
                "1e-12",
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
