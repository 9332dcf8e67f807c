package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** Figures are left out where they are not wanted, and are there otherwise. */
class NoFiguresTest {
    private static final String FIGURE = ".+\\.(png|svg|pdf|gif)";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "sensitivity tutorial --to lambda",
        "price-of-anarchy tutorial",
        "simulate tutorial --agents 1000",
        "equilibria tutorial --starts 1",
        "compare tutorial --no-report",
        "run evacuation --ny 12 --no-report",
    })
    void everyCommandDrawsUnlessToldNotTo(String command) throws IOException {
        assertThat(figures(command, folder.resolve("with"))).isNotEmpty();
        assertThat(figures(command + " --no-figures", folder.resolve("without")))
                .isEmpty();
    }

    private static List<String> figures(String command, Path out) throws IOException {
        String all = command + " --nx 12 --nt 8 --quiet --out " + out;
        CommandRun run = CommandRun.of(all.split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(FIGURE))
                    .toList();
        }
    }
}
