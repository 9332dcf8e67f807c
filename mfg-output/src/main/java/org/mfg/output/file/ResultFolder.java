package org.mfg.output.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A folder of results, held by one process. Its files are written into {@code .mfg/new}, on the same file system, and
 * exchanged for the old ones all together at the end:
 *
 * <ol>
 *   <li>{@code .mfg/new}, with the plan of the exchange in it, is renamed {@code .mfg/ready}. Before this the folder holds the old
 *       result, from here on the new one.
 *   <li>The seal of the old result is removed, then its other files that have no successor; the new files are renamed into place, the
 *       seal last. A folder with its seal is whole for whoever reads it.
 *   <li>The plan becomes the list of what is there, and {@code .mfg/ready} is removed.
 * </ol>
 *
 * <p>Each of these may be done twice, so whoever comes after a process that died in 2 or 3 finishes its work ({@link #settle}).
 * No step after 1 needs space on the disk.
 */
public final class ResultFolder implements Closeable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final Path folder;
    private final FolderLock lock;
    private final List<Path> made;

    private ResultFolder(Path folder, FolderLock lock, List<Path> made) {
        this.folder = folder;
        this.lock = lock;
        this.made = made;
    }

    /**
     * The folder, made if it is missing: what a process that died has begun to exchange is finished, what it has left half
     * written is removed. Folders that are made, {@link #close} removes again where nothing has come into them.
     *
     * @throws FolderInUse if another process writes into it
     */
    public static ResultFolder open(Path folder) throws IOException {
        List<Path> made = missing(folder.resolve(FolderLock.HIDDEN));
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        ResultFolder result = new ResultFolder(folder, lock, made);
        try {
            result.finish();
            Remains.remove(folder);
            Remains.removeTree(result.staging());
            Files.createDirectories(result.staging());
            return result;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The folder and those above it that are not there, the deepest first. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path path = folder.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.add(path);
        }
        return missing;
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    /** Where new files are written to; others than those of the same set are not there. */
    public Path staging() {
        return hidden("new");
    }

    private Path hidden(String name) {
        return folder.resolve(FolderLock.HIDDEN).resolve(name);
    }

    /**
     * Exchanges the files of a set for the new ones. What is in the folder beside the set is left alone.
     *
     * @param set a word for files that replace each other, such as "run"
     * @param seal the file that is there only if all others are
     * @param known names of files of the set that may be there without having been listed
     * @throws IOException if it cannot be done; then the old files are there
     */
    public void exchange(String set, String seal, Collection<String> known) throws IOException {
        Exchange plan = Exchange.of(staging(), seal, known, hidden(set + ".files"));
        for (String name : plan.added()) {
            Path target = folder.resolve(name);
            if (Files.isDirectory(target)) {
                throw new FileSystemException(target.toString(), null, "there is a folder of that name");
            }
            Files.createDirectories(parent(target));
        }
        plan.write(staging(), set);
        lock.exchange(() -> {
            Files.move(staging(), hidden("ready"), StandardCopyOption.ATOMIC_MOVE);
            complete();
        });
    }

    /** Finishes what a process that died has begun. */
    private void finish() throws IOException {
        if (Files.exists(hidden("ready"))) {
            lock.exchange(this::complete);
        }
    }

    private void complete() throws IOException {
        Path ready = hidden("ready");
        if (Exchange.isIn(ready)) {
            Exchange.read(ready).apply(ready, folder);
            Exchange.becomeList(ready, folder.resolve(FolderLock.HIDDEN));
        }
        Remains.removeTree(ready);
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /**
     * Finishes the exchange of a process that died in a folder, if there is one. One that is not there, or no
     * folder of results, is left as it is. {@link Reading} does it too.
     */
    public static void settle(Path folder) throws IOException {
        long start = System.nanoTime();
        while (!isSettled(folder)) {
            try (FolderLock lock = FolderLock.take(folder)) {
                new ResultFolder(folder, lock, List.of()).finish();
            } catch (FolderInUse e) {
                if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) > PATIENCE_MILLIS) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Whether nothing has been begun to be exchanged. */
    static boolean isSettled(Path folder) {
        return !Files.exists(folder.resolve(FolderLock.HIDDEN).resolve("ready"));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Remains.removeTree(staging());
            if (!made.isEmpty()) {
                lock.removeIfAlone();
            }
        } finally {
            lock.close();
        }
        Remains.removeIfEmpty(made);
    }
}
