package org.mfg.app.project;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The jar that a class of this process was loaded from; made from its folder where it comes from one, as in a development environment. */
final class ClassesJar {
    private ClassesJar() {}

    /** Copies the jar of the class to a file, which is returned. */
    static Path copy(Class<?> type, Path file) throws IOException {
        Path origin;
        try {
            origin = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return Files.isDirectory(origin) ? pack(origin, file) : Files.copy(origin, file);
    }

    private static Path pack(Path folder, Path file) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(folder)) {
            found = files.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Path each : found) {
                jar.putNextEntry(new JarEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, jar);
                jar.closeEntry();
            }
        }
        return file;
    }
}
