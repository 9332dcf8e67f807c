package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class ClearCommandTest {
    @TempDir
    Path folder;

    @Test
    void thePriceIsShownAndWrittenWithTheEquilibriumThere() throws IOException {
        CommandRun run = CommandRun.of("clear", "huggett", "--nx", "101", "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("interest-rate", "share at the limit", "prices tried");
        assertThat(folder.resolve("market.csv")).content().startsWith("interest-rate,excess-bonds,wealth,failure");
        assertThat(folder.resolve("market.json")).content().contains("\"prices\" : {");
        for (String file :
                new String[] {"market.png", "stationary.png", "index.html", "solution.npz", "summary.json"}) {
            assertThat(folder.resolve(file)).exists();
        }
    }

    @Test
    void theSummaryHasThePriceSoThatARerunGivesTheSame() throws IOException {
        CommandRun.of("clear", "huggett", "--nx", "61", "--no-figures", "--out", folder.toString());
        CommandRun again = CommandRun.of(
                "rerun",
                folder.resolve("summary.json").toString(),
                "--out",
                folder.resolve("again").toString());
        assertThat(again.code()).as(again.err()).isZero();
        String first = Files.readString(folder.resolve("summary.json"));
        String second = Files.readString(folder.resolve("again/summary.json"));
        assertThat(rate(second)).isEqualTo(rate(first));
    }

    @Test
    void aFileWithAGameThatHasAMarketClears() throws IOException {
        Path file = folder.resolve("economy.yaml");
        Files.writeString(file, "game: huggett\ngrid: {nodes: 101}\n");
        CommandRun run = CommandRun.of(
                "clear",
                file.toString(),
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("o").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("interest-rate");
    }

    /** What is printed and written is the solve whose excess supply is 0, and not another one from its result. */
    @Test
    void whatIsWrittenIsTheSolveThatCleared() throws IOException {
        CommandRun run = CommandRun.of("clear", "huggett", "--no-figures", "--no-report", "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("iterations      0");
        String excess = Files.readString(folder.resolve("market.json"))
                .lines()
                .filter(line -> line.contains("\"bonds\""))
                .findFirst()
                .orElseThrow();
        assertThat(Math.abs(Double.parseDouble(excess.replaceAll(".*: |,", ""))))
                .isLessThan(1e-11);
    }

    /** The poorest cannot pay 0.049 a year on 0.8: that is above what they earn. */
    @Test
    void aFirstPriceWithoutAGameIsNotTheEndOfTheSearch() {
        CommandRun run = CommandRun.of(
                "clear",
                "aiyagari",
                "--nx",
                "101",
                "--min-wealth=-0.8",
                "--max-wealth=20",
                "--interest-rate=0.049",
                "--no-figures",
                "--no-report",
                "--out",
                folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static String rate(String summary) {
        return summary.lines()
                .filter(line -> line.contains("interest-rate"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGridThatEndsWhereHouseholdsSaveIsWarnedOf() {
        CommandRun run = CommandRun.of(
                "clear",
                "aiyagari",
                "--nx",
                "101",
                "--max-wealth",
                "0.5",
                "--no-figures",
                "--no-report",
                "--out",
                folder.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("mfg: warning: ").contains("max-wealth should be larger");
    }

    /** With little to borrow everybody wants to lend: at what rate nobody does is below 0. */
    @Test
    void anInterestRateMayBeNegative() {
        CommandRun run = CommandRun.of(
                "clear",
                "huggett",
                "--nx",
                "201",
                "--min-wealth",
                "-0.05",
                "--max-wealth",
                "0.5",
                "--no-figures",
                "--no-report",
                "--out",
                folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("interest-rate +-0\\.");
    }

    @Test
    void aGameWithoutAMarketIsOneLine() {
        CommandRun run = CommandRun.of("clear", "tutorial", "--out", folder.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().trim()).isEqualTo("mfg: game tutorial has no market that could clear");
    }

    @Test
    void aGameFileMayHaveStatesAndStateConstraints() throws IOException {
        Path file = folder.resolve("two.yaml");
        Files.writeString(file, """
                domain:
                  x: {lower: 0, upper: 1, upper-boundary: state-constraint}
                  kind: {states: [low, high], up: [0.5], down: [1]}
                horizon: 1
                viscosity: 0.05
                hamiltonian: quadratic
                couplings: [{name: share, threshold: 0.6}]
                terminal-cost: (x - 0.2 - 0.5*kind)^2
                initial-density: exp(-20*(x - 0.5)^2)
                grid: {nodes: 30, steps: 20}
                """);
        CommandRun run = CommandRun.of(
                "run",
                file.toString(),
                "--no-report",
                "--out",
                folder.resolve("o").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("30 x 2 nodes", "CONVERGED");
        assertThat(folder.resolve("o/slices.png")).exists();
        assertThat(folder.resolve("o/density.csv")).content().startsWith("t,x,kind,m");
    }

    @Test
    void aNumberOfNodesThatIsNotThatOfTheStatesIsToldSo() throws IOException {
        Path file = folder.resolve("three.yaml");
        String game = """
                domain:
                  x: {lower: 0, upper: 1}
                  kind: {states: [red, blue]}
                horizon: 1
                viscosity: 0.05
                hamiltonian: quadratic
                initial-density: "1"
                """;
        Files.writeString(file, game + "grid: {nodes: [21, 3], steps: 5}\n");
        CommandRun three = CommandRun.of(
                "run", file.toString(), "--out", folder.resolve("o").toString());
        assertThat(three.err()).contains("nodes of axis kind must be the number of its states, 2, was 3");
        Files.writeString(file, game + "grid: {nodes: [21, 2], steps: 5}\n");
        CommandRun two = CommandRun.of(
                "run",
                file.toString(),
                "--no-report",
                "--out",
                folder.resolve("o").toString());
        assertThat(two.code()).as(two.err()).isZero();
    }

    @Test
    void aStationaryGameHasNoTimeInItsCosts() throws IOException {
        Path file = folder.resolve("ergodic.yaml");
        Files.writeString(file, """
                domain: {x: {lower: 0, upper: 1}}
                horizon: forever
                viscosity: 0.1
                hamiltonian: quadratic
                running-cost: x*t
                """);
        CommandRun run = CommandRun.of(
                "run", file.toString(), "--out", folder.resolve("o").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("running-cost").contains("'t'");
    }
}
