package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class VerifyCommandTest {
    @TempDir
    Path folder;

    @Test
    void withoutAGameEveryGameWithAnExactSolutionPasses() {
        CommandRun run = CommandRun.of("verify", "--quick", "--out", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("hopf-cole, lambda 10 +m +L1 .* pass")
                .containsPattern("linear-quadratic +u +L1\\(m\\) .* pass");
        assertThat(folder.resolve("verify.csv")).content().startsWith("game,field,norm,intervals,error,order,");
        assertThat(folder.resolve("verify-hopf-cole.png")).isNotEmptyFile();
        assertThat(folder.resolve("verify.json")).content().contains("\"result\" : \"pass\"");
    }

    @Test
    void theSecondOrderSchemeHasOrderTwoForEveryGameWithAnExactSolution() {
        CommandRun run =
                CommandRun.of("verify", "--quick", "--discretization", "crank-nicolson", "--out", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("hopf-cole, lambda 10 +m +L1 .* 2\\.00 +2 +pass");
    }

    @Test
    void aGameInAFileIsComparedWithItselfOnFinerGrids() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                name: mine
                domain: {x: {lower: 0, upper: 1, boundary: periodic}}
                horizon: 0.5
                viscosity: 0.1
                hamiltonian: quadratic
                couplings: [power]
                running-cost: cos(2*pi*x)
                initial-density: 1 + 0.5*sin(2*pi*x)
                grid: {nodes: 32, steps: 16}
                """);
        CommandRun run = CommandRun.of("verify", file.toString(), "--out", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("mine +m +L1, to the next grid +16 32 64 .* pass");
    }

    @Test
    void anOrderThatIsTooLowIsNamedAndExitsWithOne() {
        CommandRun run = CommandRun.of(
                "verify", "tutorial", "--quick", "--nx", "17", "--nt", "16", "--out", folder.toString(), "--quiet");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsPattern("mfg: tutorial: order 0\\.\\d+ of u where 1\\.00 is expected");
    }

    @Test
    void aGridWithoutAGameIsRefused() {
        CommandRun run = CommandRun.of("verify", "--nx", "30");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--nx must come with a game: mfg verify GAME --nx ...");
    }

    /** An atom has no order as a density: its cells are of other heights on each grid. */
    @Test
    void anEconomyIsVerifiedByWhatItsAtomConvergesIn() {
        CommandRun run = CommandRun.of("verify", "aiyagari", "--out", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("W1", "mass at the end").doesNotContain("FAIL");
    }

    @Test
    void publishedNumbersAreComputedWithoutAGame() {
        CommandRun run = CommandRun.of("verify", "--published", "--quick", "--out", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("0\\.9791292615988 +0\\.\\d+ +0\\.\\d +inside");
        assertThat(folder.resolve("published.csv")).content().startsWith("game,setting,quantity,published,ours,units,");
        assertThat(folder.resolve("published.json")).content().contains("\"published\" : \"-16.6242106637\"");
        assertThat(folder.resolve("published.md")).content().contains("| inside | certified: ");
        assertThat(CommandRun.of("verify", "tutorial", "--published").err())
                .contains("--published must not be given with a game");
        assertThat(CommandRun.of("verify", "--published", "--discretization", "upwind").err())
                .contains("--published must not be given with --discretization");
    }
}
