package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.app.cli.MfgCommand;

/** Builds plugin-example against mfg-api alone, as its author would, and uses it from the command line. */
class PluginExampleTest {
    private static final Path PROJECT =
            Path.of("../mfg-examples/plugin-example").toAbsolutePath().normalize();

    @TempDir
    static Path plugins;

    @TempDir
    static Path classes;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void buildThePlugin() throws IOException, URISyntaxException {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                whereIs(Hamiltonian.class) + System.getProperty("path.separator") + whereIs(NullMarked.class)));
        arguments.addAll(
                filesUnder(PROJECT.resolve("src/main/java")).map(Path::toString).toList());
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertThat(code).isZero();
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("plugin.jar")))) {
            for (Path root : List.of(classes, PROJECT.resolve("src/main/resources"))) {
                filesUnder(root).forEach(file -> add(jar, root, file));
            }
        }
    }

    @Test
    void isListedWithItsParameters() {
        assertThat(mfg("list", "hamiltonians", "--plugins", plugins.toString())).isZero();
        assertThat(out.toString()).contains("relativistic", "maximal-speed", "power");
        assertThat(mfg("list", "couplings", "--plugins", plugins.toString())).isZero();
        assertThat(out.toString()).contains("saturating", "saturation");
    }

    @Test
    void isUsedByAGameInAFile(@TempDir Path folder) {
        String game = PROJECT.resolve("game.yaml").toString();
        int code = mfg("run", game, "--plugins", plugins.toString(), "--no-figures", "--out", folder.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(folder.resolve("summary.json")).content().contains("relativistic", "saturating", "CONVERGED");
    }

    @Test
    void isUnknownWithoutItsJar() {
        assertThat(mfg("list", "hamiltonians")).isZero();
        assertThat(out.toString()).contains("power").doesNotContain("relativistic");
    }

    private int mfg(String... arguments) {
        return new MfgCommand(new PrintWriter(out, true), new PrintWriter(err, true), null).execute(arguments);
    }

    private static String whereIs(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static Stream<Path> filesUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static void add(JarOutputStream jar, Path root, Path file) {
        try {
            jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, jar);
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
