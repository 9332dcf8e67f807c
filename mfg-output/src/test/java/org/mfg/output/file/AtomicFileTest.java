package org.mfg.output.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsTheOneThatWasWrittenMovedAndNotACopy() throws IOException {
        Path file = Files.writeString(folder.resolve("result"), "old");
        Object[] written = new Object[1];

        AtomicFile.write(file, out -> {
            out.write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(file).hasContent("old");
            written[0] = key(temporary());
        });

        assertThat(file).hasContent("new");
        assertThat(key(file)).isNotNull().isEqualTo(written[0]);
        assertThat(folder.toFile().list()).containsExactly("result");
    }

    /** A file that is deleted and copied is missing or short for some of these readings. */
    @Test
    void whoeverReadsFindsOneWholeFileAtAnyMoment() throws IOException {
        Path file = folder.resolve("result");
        byte[] first = new byte[100_000];
        byte[] second = new byte[200_000];
        Arrays.fill(second, (byte) 1);
        AtomicFile.write(file, out -> out.write(first));
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                for (int k = 0; k < 500; k++) {
                    byte[] content = k % 2 == 0 ? second : first;
                    AtomicFile.write(file, out -> out.write(content));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                isOver.set(true);
            }
        });
        while (!isOver.get()) {
            byte[] found = Files.readAllBytes(file);
            assertThat(Arrays.equals(found, first) || Arrays.equals(found, second))
                    .isTrue();
        }
        writer.join();
    }

    @Test
    void aFileThatCannotBeFinishedLeavesTheOldOneAndNoRemains() throws IOException {
        Path file = Files.writeString(folder.resolve("result"), "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                }))
                .hasMessageContaining("No space left");

        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("result");
    }

    private Path temporary() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".tmp")).findFirst().orElseThrow();
        }
    }

    /** The file itself, whatever its name: the inode. */
    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
