package org.mfg.output.npz;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;
import org.mfg.output.file.AtomicFile;

/**
 * A NumPy archive, compressed or not, such as {@link SolutionNpz} writes. An array is read when it is asked for, and no more of it than its
 * header promises and its compressed size can hold: an archive from a stranger takes the memory that it names, or none.
 */
public final class NpzFile implements Closeable {
    private static final String ENDING = ".npy";

    /** Deflation makes a byte out of 1032 at best. */
    private static final double BEST_COMPRESSION = 1032;

    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

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

    /**
     * Writes arrays by name, replacing a file that is there; the same arrays always give the same bytes. The archive is an uncompressed zip. Such a zip states
     * each entry's checksum before its bytes, so the arrays are streamed twice, through a small buffer: once for the checksum, once to the file.
     */
    public static void write(Path file, Map<String, NpyArray> arrays) throws IOException {
        AtomicFile.write(file, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                    zip.putNextEntry(entry(array.getKey() + ".npy", array.getValue()));
                    array.getValue().writeTo(zip);
                }
            }
        });
    }

    private static ZipEntry entry(String name, NpyArray array) throws IOException {
        CheckedOutputStream checksum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        array.writeTo(checksum);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(array.size());
        entry.setCompressedSize(array.size());
        entry.setCrc(checksum.getChecksum().getValue());
        entry.setTimeLocal(ENTRY_TIME);
        return entry;
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
