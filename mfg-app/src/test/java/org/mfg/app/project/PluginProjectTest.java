package org.mfg.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mfg.api.InvalidInputException;
import org.mfg.app.CommandRun;

/** A new project is what its author hopes: it builds with a JDK alone, its tests pass, and MFG checks, lists and uses it. */
class PluginProjectTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(PluginKind.class)
    void isBuiltTestedCheckedListedAndUsed(PluginKind kind) throws Exception {
        Path project = folder.resolve("étude");
        String name = "my-own-" + kind.text();
        CommandRun written = mfg(
                "new", "plugin", name, "--kind", kind.text(), "--package", "org.me.games", "--out", project.toString());
        assertThat(written.code()).as(written.err()).isZero();
        javaBuild(project);
        runTests(project);

        String plugins = project.resolve("target").toString();
        CommandRun check = mfg("check", "--plugins", plugins);
        assertThat(check.out()).matches("(?s)PASS +" + kind.text() + " +" + name + " .*\n");
        assertThat(check.code()).isZero();
        assertThat(mfg("list", "--plugins", plugins).out()).containsPattern("(?m)^  " + name + "\\b");
        String out = folder.resolve("out").toString();
        List<String> args =
                new ArrayList<>(List.of("run", project.resolve("game.yaml").toString()));
        args.addAll(List.of("--plugins", plugins, "--no-figures", "--no-report", "--out", out));
        if (kind == PluginKind.QUANTITY) {
            args.addAll(List.of("--quantity", name));
        }
        CommandRun run = mfg(args.toArray(new String[0]));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Path.of(out, "summary.json")).content().contains("\"" + name + "\"", "CONVERGED");
        assertThat(allText(project)).doesNotContainPattern("%[A-Z]+%");
    }

    @Test
    void refusesWhatIsThereAndNamesThatNobodyTakes() throws IOException {
        Path there = Files.createDirectories(folder.resolve("there"));
        assertThat(mfg("new", "plugin", "my-part", "--kind", "game", "--out", there.toString())
                        .err())
                .startsWith("mfg: --out must be a folder that is not there yet, was ");
        assertThatThrownBy(() -> new PluginProject(PluginKind.GAME, "My_Part", "com.example"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("NAME must be lower case words joined by hyphens, was My_Part");
        assertThatThrownBy(() -> new PluginProject(PluginKind.GAME, "my-part", "com..example"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--package must be ");
        assertThat(mfg("new", "plugin", "my-part", "--kind", "gam").err()).contains("did you mean game?");
    }

    private static CommandRun mfg(String... args) {
        return CommandRun.of(args);
    }

    /** As the README of the project says. */
    private void javaBuild(Path project) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", "Build.java")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("build.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("build.log")))
                .isZero();
    }

    /** As Maven would, but here and now. */
    private void runTests(Path project) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("test-classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp"));
        arguments.add(project.resolve("target/javac")
                + System.getProperty("path.separator")
                + System.getProperty("java.class.path"));
        List<Path> tests = files(project.resolve("src/test"));
        tests.forEach(test -> arguments.add(test.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
        URL[] path = {
            classes.toUri().toURL(), project.resolve("target/javac").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            String file = tests.get(0).getFileName().toString();
            Class<?> type = loader.loadClass("org.me.games." + file.replace(".java", ""));
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            List<Method> methods = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .toList();
            assertThat(methods).hasSizeGreaterThanOrEqualTo(2);
            for (Method method : methods) {
                method.setAccessible(true);
                method.invoke(constructor.newInstance());
            }
        }
    }

    private static String allText(Path project) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files(project)) {
            if (!file.toString().matches(".*\\.(jar|class)")) {
                all.append(file).append('\n').append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
