package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class PriceOfAnarchyCommandTest {
    @TempDir
    Path folder;

    @Test
    void bothCostsAndTheirRatioArePrintedAndWritten() throws IOException {
        CommandRun run = run("--lambda", "0.5");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("game's cost +0\\.\\d+ +CONVERGED")
                .containsPattern("anarchy +1\\.0\\d+");
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("price-of-anarchy.json").toFile());
        double game = json.get("game").get("cost").asDouble();
        double planner = json.get("planner").get("cost").asDouble();
        assertThat(planner).isLessThan(game);
        assertThat(json.get("price-of-anarchy").asDouble()).isEqualTo(game / planner);
        assertThat(folder.resolve("price-of-anarchy.csv")).content().startsWith("game-cost,planner-cost,");
        assertThat(folder.resolve("planner.npz")).isNotEmptyFile();
    }

    @Test
    void aSolveThatDoesNotConvergeIsNamedAndExitsWithOne() {
        CommandRun run = run("--max-iterations", "1", "--quiet");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("no equilibrium of the game (MAX_ITERATIONS)")
                .contains("no equilibrium of the planner's game (MAX_ITERATIONS)");
    }

    private CommandRun run(String... options) {
        String[] common = {"price-of-anarchy", "tutorial", "--nx", "20", "--nt", "10", "--out", folder.toString()};
        String[] args = new String[common.length + options.length];
        System.arraycopy(common, 0, args, 0, common.length);
        System.arraycopy(options, 0, args, common.length, options.length);
        return CommandRun.of(args);
    }
}
