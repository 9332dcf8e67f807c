package org.mfg.output.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The right to write into a folder, held by one process at a time: a lock of the operating system on the file {@code .mfg/lock}
 * in it, which ends with the process however that ends. The file stays, unless there is nothing else: who has locked one that is
 * gone takes a new one.
 *
 * <p>Its first byte is locked as long as somebody writes, for hours perhaps; its second while the files are exchanged, for
 * milliseconds. Readers share the second one, so that they see no half of an exchange.
 */
final class FolderLock implements Closeable {
    /** The folder in a folder of results that has the lock and what is being written. */
    static final String HIDDEN = ".mfg";

    private static final String FILE = "lock";
    private static final long WRITING = 0;
    private static final long EXCHANGING = 1;
    /** The holder's number begins here: what is locked cannot be read on every system. */
    private static final long HOLDER = 16;

    /** Locks are those of the whole process, and closing any channel of a file ends them: so no file is opened twice. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the lock of a folder that is there; throws {@link FolderInUse} if it is taken. */
    static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw new FolderInUse(folder, Optional.of("this process"));
        }
        try {
            FileChannel channel = locked(folder);
            while (!Files.exists(file(folder))) {
                channel.close();
                channel = locked(folder);
            }
            return new FolderLock(real, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static Path file(Path folder) {
        return folder.resolve(HIDDEN).resolve(FILE);
    }

    private static FileChannel locked(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(HIDDEN));
        FileChannel channel = FileChannel.open(
                file(folder), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!isLocked(channel)) {
                throw new FolderInUse(folder, holder(channel));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
                    HOLDER);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(WRITING, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Optional<String> holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, HOLDER);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return pid.matches("[0-9]+") ? Optional.of("process " + pid) : Optional.empty();
    }

    /** Runs an exchange of files while nobody reads. */
    void exchange(Exchange exchange) throws IOException {
        FileLock lock = channel.lock(EXCHANGING, 1, false);
        try {
            exchange.run();
        } finally {
            lock.release();
        }
    }

    /** Moves and removals. */
    @FunctionalInterface
    interface Exchange {
        /** Does them. */
        void run() throws IOException;
    }

    /** Keeps exchanges away from a folder until it is closed. */
    static Closeable sharing(Path folder) throws IOException {
        Path file = file(folder);
        if (!Files.isReadable(file) || HELD.contains(folder.toRealPath())) {
            return () -> {};
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.lock(EXCHANGING, 1, true);
        } catch (OverlappingFileLockException e) {
            // Another reader in this process has it.
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return channel;
    }

    /** Removes the file, while it is locked, if there is nothing beside it: no exchange to be finished, and no list of files. */
    void removeIfAlone() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(HIDDEN))) {
            if (files.count() > 1) {
                return;
            }
        }
        Files.deleteIfExists(file(folder));
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
