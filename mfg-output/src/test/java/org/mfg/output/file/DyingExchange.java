package org.mfg.output.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A process that has the lock of an exchange, says so, and when it is told to begins the exchange and dies in the middle of it: the old
 * seal is gone and the first of the new files is in its place.
 */
final class DyingExchange {
    private DyingExchange() {}

    /** Takes the folder, in whose .mfg/new the new files and their plan are. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path hidden = folder.resolve(FolderLock.HIDDEN);
        try (FileChannel channel = FileChannel.open(hidden.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock(1, 1, false)) {
            System.out.println("locked " + lock.isValid());
            System.in.read();
            Files.move(hidden.resolve("new"), hidden.resolve("ready"));
            Files.delete(folder.resolve("seal"));
            Files.delete(folder.resolve("a"));
            Files.move(hidden.resolve("ready/a"), folder.resolve("a"));
            Runtime.getRuntime().halt(1);
        }
    }
}
