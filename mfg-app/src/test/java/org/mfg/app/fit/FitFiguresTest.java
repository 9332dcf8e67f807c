package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class FitFiguresTest {
    @TempDir
    Path folder;

    private CommandRun fit(Path data) {
        return CommandRun.of(
                "fit",
                "tutorial",
                "--nx",
                "30",
                "--nt",
                "10",
                "--data",
                data.toString(),
                "--parameters",
                "lambda",
                "--out",
                folder.resolve("fit").toString());
    }

    @Test
    void residualsOfQuantitiesTellWhich() throws IOException {
        Path data = folder.resolve("quantities.csv");
        Files.writeString(data, "quantity,value\nmean(0.5),0.4\n\"quantile(0.9, T)\",0.8\nvariance(T),0.07\n");
        CommandRun run = fit(data);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("fit/fit-residuals.csv")))
                .hasSize(4)
                .satisfies(rows -> assertThat(rows.get(0)).isEqualTo("observation,quantity,residual"))
                .satisfies(rows -> assertThat(rows.get(1)).startsWith("1.0,mean(0.5),"))
                .satisfies(rows -> assertThat(rows.get(2)).startsWith("2.0,\"quantile(0.9, T)\","));
    }

    @Test
    void densitiesAreShownAtSixTimesOfMany() throws IOException {
        Path truth = folder.resolve("truth");
        CommandRun.of("run", "tutorial", "--nx", "30", "--nt", "10", "--no-figures", "--out", truth.toString());
        CommandRun run = fit(truth.resolve("solution.npz"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("fit/fit.svg"))
                .content()
                .contains("data, at 6 of their 11 times", "at t = 0.2", "at t = 1.0")
                .doesNotContain("at t = 0.1");
        assertThat(DensityFigure.some(new double[] {3})).containsExactly(3);
    }
}
