package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mfg.app.CommandRun;

/** Two results of one game that differ in every file, and whether a folder holds one of them, whole. */
final class Results {
    static final List<String> VISCOSITIES = List.of("0.1", "0.3");

    private final Path references;

    Results(Path references) {
        this.references = references;
        for (String viscosity : VISCOSITIES) {
            assertThat(CommandRun.of(arguments(viscosity, references.resolve(viscosity)))
                            .code())
                    .isZero();
        }
    }

    static String[] arguments(String viscosity, Path out) {
        return new String[] {
            "run", "tutorial", "--nx=40", "--nt=30", "--viscosity=" + viscosity, "--quiet", "--out=" + out
        };
    }

    /** A summary comes with all the files of its run, and with no file of another. */
    void assertWhole(Path folder) throws IOException {
        double found = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .at("/problem/parameters/viscosity")
                .asDouble();
        Path reference = references.resolve(Double.toString(found));
        assertThat(reference).isDirectory();
        assertThat(visible(folder)).containsExactlyElementsOf(visible(reference));
        for (String name : visible(reference)) {
            // The others hold the seconds that it took.
            if (!List.of("summary.json", "convergence.csv", "index.html", "convergence.png", "convergence.svg")
                    .contains(name)) {
                assertThat(Arrays.equals(
                                Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(reference.resolve(name))))
                        .as(name)
                        .isTrue();
            }
        }
        try (Stream<Path> hidden = Files.list(folder.resolve(".mfg"))) {
            assertThat(hidden.map(f -> f.getFileName().toString())).isSubsetOf("lock", "run.files", "new");
        }
    }

    static List<String> visible(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.equals(".mfg"))
                    .sorted()
                    .toList();
        }
    }
}
