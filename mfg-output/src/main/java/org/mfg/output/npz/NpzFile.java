package org.mfg.output.npz;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;

/**
 * A NumPy archive, compressed or not, such as {@link SolutionNpz} writes. An array is read when it is asked for, and no more of it than its
 * header promises and its compressed size can hold: an archive from a stranger takes the memory that it names, or none.
 */
public final class NpzFile implements Closeable {
    private static final String ENDING = ".npy";

    /** Deflation makes a byte out of 1032 at best. */
    private static final double BEST_COMPRESSION = 1032;

    private final ZipFile zip;

    private NpzFile(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens the file.
     *
     * @throws IOException if it cannot be read or is no archive
     */
    public static NpzFile open(Path file) throws IOException {
        return new NpzFile(new ZipFile(file.toFile()));
    }

    /** The names of the arrays. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(ENDING))
                .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
        return names;
    }

    /** The lengths of an array's axes, slowest first. */
    public int[] shape(String name) throws IOException {
        try (InputStream in = stream(entry(name))) {
            return NpyReader.of(name, in).shape();
        }
    }

    /**
     * An array.
     *
     * @throws InvalidInputException if there is none of that name, or it does not hold what its header promises
     */
    public NpyArray array(String name) throws IOException {
        ZipEntry entry = entry(name);
        double most = BEST_COMPRESSION * Math.max(1, entry.getCompressedSize());
        try (InputStream in = stream(entry)) {
            return NpyReader.of(name, in).array(most);
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name + ENDING);
        if (entry == null) {
            throw Names.unknown("array", name, names());
        }
        return entry;
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        return new BufferedInputStream(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
