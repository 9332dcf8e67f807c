package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    static void buildThePlugin() throws IOException {
        PluginJar.build(
                PluginJar.filesUnder(PROJECT.resolve("src/main/java")),
                classes,
                List.of(PROJECT.resolve("src/main/resources")),
                plugins.resolve("plugin.jar"));
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

    @Test
    void keepsItsPromises() {
        assertThat(mfg("check", "--plugins", plugins.toString())).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "PASS  hamiltonian  relativistic  in 1D, 2D, 3D, 1D with states",
                        "PASS  coupling     saturating    in 1D, 2D, 3D, 1D with states");
    }

    private int mfg(String... arguments) {
        return new MfgCommand(new PrintWriter(out, true), new PrintWriter(err, true), null).execute(arguments);
    }
}
