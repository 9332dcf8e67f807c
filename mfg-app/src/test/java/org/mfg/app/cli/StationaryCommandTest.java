package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class StationaryCommandTest {
    @TempDir
    Path folder;

    @Test
    void anErgodicGameHasItsConstantAndFieldsOfSpaceAlone() throws IOException {
        CommandRun run = run("run", "ergodic-potential", "--nx", "50", "--discretization", "crank-nicolson");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("grid +50 nodes\\n")
                .containsPattern("ergodic constant +-0\\.823.* \\(exact: -0\\.82399354\\)");
        assertThat(Files.readAllLines(folder.resolve("density.csv")))
                .hasSize(51)
                .startsWith("x,m");
        assertThat(Files.readAllLines(folder.resolve("value.csv"))).hasSize(51).startsWith("x,u");
        assertThat(folder.resolve("summary.json"))
                .content()
                .contains("\"ergodic-constant\" : -0.823", "\"discount\" : 0.0");
        assertThat(folder.resolve("stationary.png")).isNotEmptyFile();
        assertThat(folder.resolve("index.html")).content().contains("ergodic constant", "on 0 ≤ x ≤ 1 (periodic)");
    }

    @Test
    void aRunIsRepeatedFromItsSummary() {
        run("run", "discounted-potential", "--nx", "40", "--no-figures");
        Path again = folder.resolve("again");
        CommandRun run = CommandRun.of(
                "rerun", folder.resolve("summary.json").toString(), "--no-figures", "--out", again.toString());

        assertThat(run.code()).isZero();
        assertThat(again.resolve("value.csv")).hasSameTextualContentAs(folder.resolve("value.csv"));
    }

    @Test
    void aFileWithADiscountIsAStationaryGame() throws IOException {
        Path file = file("horizon: forever", "");
        CommandRun ergodic = run("run", file.toString());
        assertThat(ergodic.err()).isEmpty();
        assertThat(ergodic.code()).isZero();
        assertThat(ergodic.out()).contains("ergodic constant");
        assertThat(Files.readAllLines(folder.resolve("density.csv")))
                .hasSize(145)
                .startsWith("x,y,m");

        CommandRun discounted = run("run", file.toString(), "--discount", "0.5", "--no-figures");
        assertThat(discounted.code()).isZero();
        assertThat(discounted.out()).doesNotContain("ergodic constant");
    }

    @Test
    void thePlannerIsComparedByAverageCostsAndFieldsOfSpaceAlone() throws IOException {
        Path file = file("horizon: forever", "");
        CommandRun run = run("price-of-anarchy", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("game's average cost +-?\\d.*CONVERGED")
                .containsPattern("planner's average cost +-?\\d.*CONVERGED")
                .containsPattern("excess +0\\.\\d+");
        assertThat(folder.resolve("planner.npz"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("rho.npy")
                .doesNotContain("t.npy");

        assertThat(run("price-of-anarchy", "ergodic-potential", "--nx", "40").code())
                .isZero();
        assertThat(folder.resolve("price-of-anarchy.png")).isNotEmptyFile();
    }

    @Test
    void agentsWalkForAsLongAsTheyAreTold() {
        CommandRun run = run("simulate", "ergodic-potential", "--nx", "40", "--agents", "500", "--duration", "0.5");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^0\\.500 ")
                .containsPattern("agents' average cost +-0\\.\\d+ \\+- 0\\.\\d+\\nergodic constant +-0\\.7");
        assertThat(folder.resolve("agents-paths.png")).isNotEmptyFile();
    }

    @Test
    void aReportHasACurveForEachState() {
        assertThat(run("run", "huggett", "--nx", "100", "--no-figures").code()).isZero();
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("\"states\":[\"low\",\"high\"]", "jumps between the states of income")
                .doesNotContain("id=\"time\"");
    }

    @Test
    void agentsHaveStates() {
        CommandRun run = run("simulate", "segregation", "--nx", "41", "--nt", "20", "--agents", "500");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("W1 of x", "TV of population");
        assertThat(folder.resolve("agents.csv")).content().startsWith("t,w1-x,tv-population,l1");
    }

    @Test
    void whatBelongsToAnEndIsRefusedByNameAndLine() throws IOException {
        assertThat(run("run", file("horizon: forever", "terminal-cost: x").toString())
                        .err())
                .contains("terminal-cost must not be given where the horizon is forever: a stationary game has no end")
                .contains("game.yaml:6");
        assertThat(run("run", "ergodic-potential", "--nt", "5").err())
                .contains("time steps must be 1 for a stationary game, was 5");
        assertThat(run("run", "ergodic-potential", "--figures", "density-3d").err())
                .contains("figure density-3d must be drawn of a game with a horizon, was a stationary one");
        assertThat(run("run", "tutorial", "--figures", "stationary").err())
                .contains("figure stationary must be drawn of a game that is stationary");
        assertThat(run("simulate", "tutorial", "--duration", "5").err())
                .contains("duration must not be given: game tutorial has a horizon (--duration)");
        assertThat(run("price-of-anarchy", "discounted-potential").err())
                .contains("discount must be 0 for mean field control of a stationary game, was 1");
    }

    private CommandRun run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--out";
        all[args.length + 1] = folder.toString();
        return CommandRun.of(all);
    }

    private Path file(String length, String more) throws IOException {
        Path file = folder.resolve("game.yaml");
        Files.writeString(file, """
                domain: {x: {lower: 0, upper: 1, boundary: periodic}, y: {lower: 0, upper: 1}}
                %s
                viscosity: 0.2
                hamiltonian: {name: power, beta: 1.5}
                couplings: [{name: power, lambda: 1, gamma: 2}]
                %s
                running-cost: -sin(2*pi*x) - cos(pi*y)
                grid: {nodes: 12}
                """.formatted(length, more));
        return file;
    }
}
