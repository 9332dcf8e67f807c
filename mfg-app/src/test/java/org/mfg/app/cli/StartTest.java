package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

/** {@code mfg run --start}. */
class StartTest {
    @TempDir
    Path folder;

    @Test
    void fromTheSolutionItselfNothingIsLeftToDo() {
        solve("a", "tutorial", "20");

        CommandRun again = solve("b", "tutorial", "20", "--start", solution());

        assertThat(again.err()).isEmpty();
        assertThat(again.out()).containsPattern("status +CONVERGED").containsPattern("iterations +0 ");
        assertThat(folder.resolve("b/solution.npz")).hasSameBinaryContentAs(folder.resolve("a/solution.npz"));
    }

    @Test
    void onAFinerGridItIsANearerStartThanTheSolversOwn() {
        solve("a", "tutorial", "20");

        CommandRun near = solve("b", "tutorial", "40", "--levels", "0", "--start", solution());
        CommandRun far = solve("c", "tutorial", "40", "--levels", "0");

        assertThat(near.out()).containsPattern("status +CONVERGED");
        assertThat(residualOfTheStart("b")).isLessThan(0.5 * residualOfTheStart("c"));
        assertThat(far.out()).containsPattern("status +CONVERGED");
    }

    @Test
    void aStartOfAnotherHorizonOrOtherAxesIsAnErrorThatNamesBoth() {
        solve("a", "tutorial", "20");

        assertThat(solve("b", "tutorial", "20", "--horizon", "2", "--start", solution())
                        .err())
                .startsWith("mfg: start must be of the same domain and horizon: its nodes of time lie from 0.0 to 1.0,")
                .contains("from 0.0 to 2.0")
                .contains(solution());
        assertThat(solve("b", "tutorial-2d", "20", "--start", solution()).err())
                .startsWith(
                        "mfg: start must be the solution.npz of a game with the same axes and a horizon: it has no y");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void whatIsNoSolutionIsAnError() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no zip");

        assertThat(solve("b", "tutorial", "20", "--start", text.toString()).err())
                .startsWith("mfg: start must be the solution.npz");
        assertThat(solve(
                                "b",
                                "tutorial",
                                "20",
                                "--start",
                                folder.resolve("none").toString())
                        .err())
                .startsWith("mfg: start cannot be read:");
    }

    private String solution() {
        return folder.resolve("a/solution.npz").toString();
    }

    private double residualOfTheStart(String out) {
        try {
            String first = Files.readAllLines(folder.resolve(out).resolve("convergence.csv"))
                    .get(1);
            return Double.parseDouble(first.split(",")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandRun solve(String out, String game, String nodes, String... more) {
        List<String> args = new ArrayList<>(List.of("run", game, "--nx", nodes, "--nt", nodes, "--no-figures"));
        args.addAll(List.of("--no-report", "--out", folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(new String[0]));
    }
}
