package org.mfg.output.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reading from folders of results: the exchange of a process that died is finished ({@link ResultFolder#settle}), and no other begins until this is
 * closed, so that what is read is of one result. It does not wait for those who write, but for the milliseconds of an exchange.
 */
public final class Reading implements Closeable {
    private final List<Path> folders;
    private final int depth;
    private final List<Closeable> shares = new ArrayList<>();

    private Reading(List<Path> folders, int depth) {
        this.folders = folders;
        this.depth = depth;
    }

    /**
     * Begins.
     *
     * @param folders folders with folders of results below them, or of results themselves
     * @param depth how deep to look
     */
    public static Reading below(List<Path> folders, int depth) throws IOException {
        Reading reading = new Reading(folders, depth);
        try {
            for (Path folder : reading.find(f -> Files.isDirectory(f.resolve(FolderLock.HIDDEN)))) {
                reading.shares.add(settledAndShared(folder));
            }
            return reading;
        } catch (IOException | RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** Who exchanges while the share is waited for may die in the middle of it: then there is something to finish again. */
    private static Closeable settledAndShared(Path folder) throws IOException {
        while (true) {
            ResultFolder.settle(folder);
            Closeable share = FolderLock.sharing(folder);
            if (ResultFolder.isSettled(folder)) {
                return share;
            }
            share.close();
        }
    }

    /** The files below the folders, but those that are being written, in the order of their names. */
    public List<Path> files() throws IOException {
        return find(Files::isRegularFile);
    }

    private List<Path> find(Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> paths = Files.walk(folder, depth)) {
                paths.filter(path -> !isHidden(folder.relativize(path)) && wanted.test(path))
                        .sorted()
                        .forEach(found::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return found;
    }

    private static boolean isHidden(Path file) {
        for (Path part : file) {
            if (part.toString().equals(FolderLock.HIDDEN)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (Closeable share : shares) {
            share.close();
        }
    }
}
