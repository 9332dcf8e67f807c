package org.mfg.app.project;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.mfg.api.InvalidInputException;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.app.output.Version;

/**
 * A project of one plugin: a part that works, its provider, a test, a game that uses it, the jars to compile against, and two ways to build it.
 *
 * @param kind what it provides
 * @param name the name of the part and of its folder: lower case words joined by hyphens
 * @param packageName the Java package
 */
public record PluginProject(PluginKind kind, String name, String packageName) {
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String PACKAGE = "[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*";

    /** @throws InvalidInputException if a name is none that MFG or Java takes */
    public PluginProject {
        if (!name.matches(NAME)) {
            throw InvalidInputException.of("NAME", "be lower case words joined by hyphens", name);
        }
        if (!packageName.matches(PACKAGE)) {
            throw InvalidInputException.of("--package", "be lower case words joined by dots", packageName);
        }
    }

    /**
     * Writes the project to a folder that is not there yet.
     *
     * @return its files
     * @throws InvalidInputException if the folder is there
     */
    public List<Path> write(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw InvalidInputException.of("--out", "be a folder that is not there yet", folder);
        }
        String main = "src/main/java/" + packageName.replace('.', '/') + "/";
        String test = main.replace("/main/", "/test/");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.md", "README.md");
        files.put("pom.xml", "pom.xml");
        files.put("Build.java", "Build.java");
        files.put(".gitignore", "gitignore");
        files.put("game.yaml", kind.text() + "/game.yaml");
        files.put(main + "package-info.java", "package-info.java");
        files.put(main + className() + ".java", kind.text() + "/Part.java");
        files.put(main + className() + "Provider.java", kind.text() + "/Provider.java");
        kind.more()
                .forEach(suffix ->
                        files.put(main + className() + suffix + ".java", kind.text() + "/" + suffix + ".java"));
        files.put(test + className() + "Test.java", kind.text() + "/Test.java");
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            written.add(write(folder.resolve(file.getKey()), filled(file.getValue())));
        }
        String service = kind.service().getName();
        written.add(write(
                folder.resolve("src/main/resources/META-INF/services/" + service),
                packageName + "." + className() + "Provider\n"));
        Path lib = Files.createDirectories(folder.resolve("lib"));
        written.add(ClassesJar.copy(Hamiltonian.class, lib.resolve("mfg-api.jar")));
        written.add(ClassesJar.copy(NullMarked.class, lib.resolve("jspecify.jar")));
        return written;
    }

    /** The name of the part's class: my-part of kind coupling is MyPartCoupling. */
    String className() {
        return Arrays.stream((name + "-" + kind.text()).split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private String filled(String template) throws IOException {
        String resource = template + ".txt";
        try (InputStream in = PluginProject.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("%KIND%", kind.text())
                    .replace("%OPTIONS%", kind == PluginKind.QUANTITY ? " --quantity %NAME%" : "")
                    .replace("%NAME%", name)
                    .replace("%CLASS%", className())
                    .replace("%PACKAGE%", packageName)
                    .replace("%VERSION%", Version.text());
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text);
    }
}
