package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mfg} in a home of its own, with the classes of this build and nothing to build. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "mfg");

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void aHomeWhereAllIsBuilt() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the launcher is a script for bash");
        home = Files.createDirectories(folder.resolve("home"));
        Files.copy(SCRIPT, home.resolve("mfg"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("pom.xml"), "");
        for (String module : List.of("api", "solvers", "models", "output", "app")) {
            Files.createDirectories(home.resolve("mfg-" + module));
            Files.writeString(home.resolve("mfg-" + module).resolve("pom.xml"), "");
        }
        Files.copy(Path.of("java-options"), home.resolve("mfg-app/java-options"));
        Path run = Files.createDirectories(home.resolve("mfg-app/target/run"));
        Files.writeString(run.resolve("classpath"), System.getProperty("java.class.path"));
        Files.writeString(run.resolve("built"), "");
    }

    @Test
    void namesWithAnyLettersAreReadAndWrittenUnderTheLocaleOfBatchJobs() throws Exception {
        Path study;
        try {
            study = folder.resolve("étude 研究 ω");
        } catch (InvalidPathException asciiOnly) {
            assumeTrue(false, "this Java itself cannot name such a file");
            return;
        }
        Files.createDirectories(study);
        Files.writeString(
                study.resolve("jeu-é.yaml"),
                "game: tutorial\ngrid: {nodes: 12, steps: 8}\n".replace("\n", System.lineSeparator()));
        String out = study.resolve("sortie-ü").toString();

        mfg("run", study.resolve("jeu-é.yaml").toString(), "--no-figures", "--out", out);
        assertThat(Path.of(out, "summary.json")).content().contains("CONVERGED");
        assertThat(Path.of(out, "index.html")).isNotEmptyFile();
        mfg("rerun", out + "/summary.json", "--no-report", "--no-figures", "--out", out + "-2");
        assertThat(Path.of(out + "-2", "solution.npz")).hasSameBinaryContentAs(Path.of(out, "solution.npz"));
        mfg("run", "tutorial", "--nx=12", "--nt=8", "--start", out + "/solution.npz", "--no-report", "--out", out);
        assertThat(mfg("query", "select folder, status from summaries", study.toString()))
                .contains("sortie-ü-2", "étude 研究 ω");
    }

    /** Calls the script; it must succeed without a complaint. */
    private String mfg(String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", home.resolve("mfg").toString()));
        command.addAll(List.of(args));
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG") || name.startsWith("MFG_"));
        environment.put("LC_ALL", "C");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readAllLines(err).stream().filter(line -> !line.startsWith("Picked up ")))
                .isEmpty();
        assertThat(process.exitValue()).isZero();
        return out;
    }
}
