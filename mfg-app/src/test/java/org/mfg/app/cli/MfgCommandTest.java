package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.app.CommandRun;

class MfgCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "-h"})
    void helpNamesTheCommands(String argument) {
        CommandRun run = argument.isEmpty() ? CommandRun.of() : CommandRun.of(argument);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("run", "sweep", "list", "completion", "--plugins", "--version");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpOfRunShowsTheDeclaredParametersOfGameAndSolver() {
        CommandRun run = CommandRun.of("run", "tutorial", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("--nx=N", "(>= 3, default 100)", "--solver=NAME", "--out=DIR", "--figures=LIST", "--quiet")
                .containsPattern("--viscosity=<real> +nu .*\\(>= 0, default 0.01, length\\^2/time\\)")
                .containsPattern("--beta=<real> +.*\\(> 1, default 2\\)")
                .contains("Parameters of solver newton", "--tolerance=<real>", "--max-iterations=<integer>");
    }

    @Test
    void helpOfRunWithoutAGameTellsWhereTheRestIs() {
        CommandRun run = CommandRun.of("run", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("mfg run GAME --help", "--solver=NAME");
    }

    @Test
    void theGameMayComeAfterOptionsThatOnlyItHas() {
        CommandRun run = CommandRun.of("run", "--lambda", "-1", "--viscosity=0.1", "tutorial", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Parameters of game tutorial");
    }

    @Test
    void versionIsFilledInByTheBuild() {
        assertThat(CommandRun.of("--version").out()).matches("(?s)mfg \\d+\\.\\d+.*");
    }

    @Test
    void listShowsNamesParametersDefaultsRangesAndUnits() {
        CommandRun run = CommandRun.of("list", "games");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("tutorial   (100 nodes, 100 time steps)")
                .containsPattern("viscosity +real +default 0.01 +>= 0 .*length\\^2/time +nu in")
                .doesNotContain("newton");
    }

    @Test
    void listWithoutAKindShowsAll() {
        assertThat(CommandRun.of("list").out())
                .contains("games", "hamiltonians", "couplings", "discretizations", "solvers")
                .contains("newton   (default)", "upwind   (default)", "quadratic");
    }

    @Test
    void completionKnowsCommandsKindsAndParameters() {
        CommandRun run = CommandRun.of("completion");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("complete -F", "hamiltonians", "--viscosity", "--max-iterations", "tutorial", "--dry-run");
    }
}
