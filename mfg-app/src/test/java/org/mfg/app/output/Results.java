package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.mfg.app.CommandRun;

/** Two results of one game that differ in every file, and whether a folder holds one of them, whole. */
final class Results {
    /** The mean difference of blue that nobody sees. */
    private static final double FAINT = 0.05;

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
                assertThat(isSame(folder.resolve(name), reference.resolve(name)))
                        .as(name)
                        .isTrue();
            }
        }
        try (Stream<Path> hidden = Files.list(folder.resolve(".mfg"))) {
            assertThat(hidden.map(f -> f.getFileName().toString())).isSubsetOf("lock", "run.files", "new");
        }
    }

    /** Byte for byte, but for pixels: what a compiler makes of the drawing differs by shades now and then. */
    private static boolean isSame(Path one, Path other) throws IOException {
        if (Arrays.equals(Files.readAllBytes(one), Files.readAllBytes(other))) {
            return true;
        }
        if (!one.toString().endsWith(".png")) {
            return false;
        }
        BufferedImage a = ImageIO.read(one.toFile());
        BufferedImage b = ImageIO.read(other.toFile());
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return false;
        }
        long difference = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                difference += Math.abs((a.getRGB(x, y) & 0xff) - (b.getRGB(x, y) & 0xff));
            }
        }
        return difference < FAINT * a.getWidth() * a.getHeight();
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
