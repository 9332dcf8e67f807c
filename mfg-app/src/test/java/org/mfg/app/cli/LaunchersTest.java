package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launchers of the zip call Java alike. The one for Windows is read line by line, as far as its few commands go; cmd.exe itself has other
 * surprises, which no test here can find.
 */
class LaunchersTest {
    private static final Path BIN = Path.of("..", "mfg-dist", "src", "bin");
    private static final Pattern SET = Pattern.compile("(?:if defined (\\w+) )?set \"(\\w+)=(.*)\"");
    private static final String CHECK = "if not %ERRORLEVEL% == 9009 exit /b %ERRORLEVEL%";

    @TempDir
    Path folder;

    private Path home;
    private Path java;

    /** A Java that says what it is called with, a line for each argument. */
    @BeforeEach
    void anInstallation() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the other launcher is a script for sh");
        home = folder.resolve("mfg 0.1 (ω)");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(BIN.resolve("mfg"), home.resolve("bin/mfg"));
        java = folder.resolve("my jdk");
        Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theyCallJavaAlike() throws Exception {
        List<String> arguments = List.of("run", "my game.yaml", "--viscosity=0.02", "--out", "étude ω");
        Map<String, String> environment = Map.of("JAVA_HOME", java.toString(), "MFG_JAVA_OPTS", "-Xmx2g -Xss1m");

        List<String> unix = unix(environment, arguments);
        assertThat(windows(environment, arguments)).isEqualTo(unix);
        assertThat(unix.subList(0, 3)).containsExactly("@" + home + "/lib/java-options", "-Xmx2g", "-Xss1m");
        assertThat(unix.subList(3, 6)).containsExactly("-cp", home + "/lib/*", "org.mfg.app.Main");
        assertThat(unix.subList(6, unix.size())).isEqualTo(arguments);
    }

    @Test
    void theyLookForPluginsInTheSamePlaces() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", java.toString(), "MFG_CLASSPATH", "/my plugins/a.jar");
        assertThat(windows(environment, List.of("list"))).isEqualTo(unix(environment, List.of("list")));
        assertThat(unix(environment, List.of("list"))).contains(home + "/lib/*:/my plugins/a.jar");
    }

    /** What it calls is what Java finds: a class with a main. */
    @Test
    void theyCallTheEntryPoint() throws Exception {
        assertThat(Class.forName("org.mfg.app.Main").getMethod("main", String[].class))
                .isNotNull();
    }

    private List<String> unix(Map<String, String> environment, List<String> arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", home.resolve("bin/mfg").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MFG_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("err")).isEmptyFile();
        return out.lines().toList();
    }

    /** The arguments of the call in mfg.cmd, with slashes and colons for backslashes and semicolons. */
    private List<String> windows(Map<String, String> environment, List<String> arguments) throws IOException {
        Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        variables.putAll(environment);
        List<String> called = new ArrayList<>();
        for (String line : Files.readAllLines(BIN.resolve("mfg.cmd"))) {
            Matcher set = SET.matcher(line);
            if (set.matches()) {
                if (set.group(1) == null || variables.containsKey(set.group(1))) {
                    variables.put(set.group(2), expanded(set.group(3), variables, arguments));
                }
            } else if (line.startsWith("\"")) {
                called.addAll(words(expanded(line, variables, arguments)));
            } else {
                assertThat(line)
                        .matches("@echo off|rem.*|setlocal DisableDelayedExpansion|echo mfg: .* 1>&2|exit /b 70|"
                                + CHECK);
            }
        }
        assertThat(called.remove(0)).isEqualTo(java + "/bin/java");
        return called;
    }

    private String expanded(String text, Map<String, String> variables, List<String> arguments) {
        String all = String.join(
                " ",
                arguments.stream().map(a -> a.contains(" ") ? '"' + a + '"' : a).toList());
        String expanded = text.replace("%~dp0..\\", home + "/").replace("%*", all);
        Matcher names = Pattern.compile("%(\\w+)%").matcher(expanded);
        return names.replaceAll(name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), "")))
                .replace('\\', '/')
                .replace(';', ':');
    }

    /** As a program for Windows splits its command line: at spaces outside of quotes. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:\"[^\"]*\"|[^\" ])+").matcher(line);
        while (word.find()) {
            words.add(word.group().replace("\"", ""));
        }
        return words;
    }
}
