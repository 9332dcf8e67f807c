package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.output.npz.NpzFile;

class StatisticsFilesTest {
    @TempDir
    Path folder;

    private CommandRun run(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @Test
    void whatHouseholdsDoIsInEveryFile() throws IOException {
        run("clear", "aiyagari", "--nx", "101", "--out", folder.toString());
        List<String> policies = Files.readAllLines(folder.resolve("policies.csv"));
        assertThat(policies.get(0)).isEqualTo("a,income,consumption,saving,mpc,lifetime-utility");
        assertThat(policies).hasSize(1 + 2 * 101);
        double[] poorest = Arrays.stream(policies.get(1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        // Who owns nothing and stays so consumes the income, which is the wage.
        assertThat(poorest[3]).isZero();
        assertThat(Files.readString(folder.resolve("summary.json"))).contains("\"wage\" : " + poorest[2]);
        try (NpzFile npz = NpzFile.open(folder.resolve("solution.npz"))) {
            assertThat(npz.names()).contains("consumption", "saving", "mpc", "lifetime-utility");
            assertThat(npz.shape("consumption")).containsExactly(101, 2);
            assertThat(npz.array("consumption").values()[0]).isEqualTo(poorest[2]);
            assertThat(npz.array("lifetime-utility").values()[0])
                    .isEqualTo(-npz.array("u").values()[0]);
        }
        assertThat(folder.resolve("policies.png")).isNotEmptyFile();
        assertThat(folder.resolve("index.html")).content().contains("Policies and statistics", "The market");
    }

    @Test
    void theLorenzCurveBeginsWithNobodyAndEndsWithAll() throws IOException {
        run("run", "aiyagari", "--nx", "101", "--figures", "lorenz", "--no-report", "--out", folder.toString());
        List<String> curve = Files.readAllLines(folder.resolve("lorenz.csv"));
        assertThat(curve.get(0)).isEqualTo("share-of-all,share-of-wealth");
        assertThat(curve.get(1)).isEqualTo("0.0,0.0");
        String[] last = curve.get(curve.size() - 1).split(",");
        assertThat(Double.parseDouble(last[0])).isCloseTo(1, within(1e-12));
        assertThat(Double.parseDouble(last[1])).isCloseTo(1, within(1e-12));
        assertThat(folder.resolve("lorenz.png")).isNotEmptyFile();
        assertThat(folder.resolve("policies.png")).doesNotExist();
        assertThat(folder.resolve("stationary.png")).doesNotExist();
    }

    @Test
    void aRunIntoTheSameFolderTakesThemAway() {
        run("run", "huggett", "--nx", "31", "--no-report", "--out", folder.toString());
        assertThat(folder.resolve("policies.csv")).exists();
        CommandRun other = run("run", "tutorial", "--nx", "11", "--nt", "5", "--no-report", "--out", folder.toString());
        assertThat(other.out()).doesNotContain("mpc");
        assertThat(folder.resolve("policies.csv")).doesNotExist();
        assertThat(folder.resolve("policies.svg")).doesNotExist();
    }
}
