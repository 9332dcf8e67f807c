package org.mfg.app.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.solvers.Mfg;

/** Loads the framework, with the jars of a plugin folder where one is given. */
final class Plugins {
    private Plugins() {}

    static Mfg load(@Nullable String folder) {
        return folder == null ? Mfg.load() : Mfg.load(loader(FileName.of("--plugins", folder)));
    }

    /** The loader stays open: providers may load classes as long as the process lives. */
    private static ClassLoader loader(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw InvalidInputException.of("plugins", "be a folder with jars", folder);
        }
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            TreeSet<Path> sorted = new TreeSet<>();
            found.forEach(sorted::add);
            for (Path jar : sorted) {
                jars.add(checked(jar).toUri().toURL());
            }
        } catch (IOException e) {
            throw InvalidInputException.of("plugins", "be a folder that can be read", folder);
        }
        return new URLClassLoader(jars.toArray(new URL[0]), Mfg.class.getClassLoader());
    }

    /** A class loader passes over a damaged jar in silence. */
    @SuppressWarnings("try") // opened only to see that it can be
    private static Path checked(Path jar) {
        try {
            new JarFile(jar.toFile()).close();
            return jar;
        } catch (IOException e) {
            throw InvalidInputException.of("plugin", "be a jar that can be read", jar + ": " + e.getMessage());
        }
    }
}
