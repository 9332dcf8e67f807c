package org.mfg.output.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    @TempDir
    Path folder;

    private static void stage(ResultFolder results, String... names) throws IOException {
        for (String name : names) {
            Path file = results.staging().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "new " + name);
        }
    }

    private void old() throws IOException {
        try (ResultFolder results = ResultFolder.open(folder)) {
            for (String name : List.of("a", "b", "history/1", "seal")) {
                Path file = results.staging().resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "old " + name);
            }
            results.exchange("run", "seal", List.of());
        }
        Files.writeString(folder.resolve("mine"), "mine");
    }

    private Map<String, String> visible() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".mfg")) {
                    found.put(name, Files.readString(file));
                }
            }
        }
        return found;
    }

    private static Map<String, String> oldResult() {
        return Map.of("a", "old a", "b", "old b", "history/1", "old history/1", "seal", "old seal", "mine", "mine");
    }

    private static Map<String, String> newResult() {
        return Map.of("a", "new a", "c", "new c", "seal", "new seal", "mine", "mine");
    }

    @Test
    void theOldResultIsThereUntilTheNewOneTakesItsPlaceAsAWhole() throws IOException {
        old();
        try (ResultFolder results = ResultFolder.open(folder)) {
            stage(results, "a", "c", "seal");
            assertThat(visible()).isEqualTo(oldResult());
            results.exchange("run", "seal", List.of());
        }
        assertThat(visible()).isEqualTo(newResult());
        assertThat(folder.resolve("history")).doesNotExist();
        assertThat(folder.resolve(".mfg").toFile().list()).containsExactlyInAnyOrder("lock", "run.files");
    }

    @Test
    void aResultThatIsGivenUpLeavesTheOldOne() throws IOException {
        old();
        try (ResultFolder results = ResultFolder.open(folder)) {
            stage(results, "a", "c");
        }
        assertThat(visible()).isEqualTo(oldResult());
        assertThat(folder.resolve(".mfg").toFile().list()).containsExactlyInAnyOrder("lock", "run.files");
    }

    @Test
    void filesOfAnotherSetAreLeftAlone() throws IOException {
        old();
        try (ResultFolder results = ResultFolder.open(folder)) {
            stage(results, "agents");
            results.exchange("agents", "agents", List.of());
        }
        assertThat(visible()).containsAllEntriesOf(oldResult()).containsEntry("agents", "new agents");
    }

    /** A process may die after any of the moves and removals; each such state is made, and whoever comes next finishes it. */
    @Test
    void anExchangeThatDiedAnywhereIsFinishedByTheNextReader() throws IOException {
        for (int moved = 0; moved <= 3; moved++) {
            for (boolean isListed : new boolean[] {false, true}) {
                Remains.removeTree(folder);
                Files.createDirectories(folder);
                old();
                Path hidden = folder.resolve(".mfg");
                try (ResultFolder results = ResultFolder.open(folder)) {
                    stage(results, "a", "c", "seal");
                    Exchange.of(results.staging(), "seal", List.of(), hidden.resolve("run.files"))
                            .write(results.staging(), "run");
                    Files.move(results.staging(), hidden.resolve("ready"));
                }
                List<String> names = List.of("a", "c", "seal").subList(0, moved);
                if (moved > 0) {
                    for (String gone : List.of("seal", "b")) {
                        Files.delete(folder.resolve(gone));
                    }
                }
                for (String name : names) {
                    Files.move(
                            hidden.resolve("ready").resolve(name),
                            folder.resolve(name),
                            StandardCopyOption.REPLACE_EXISTING);
                }
                if (isListed && moved == 3) {
                    Files.delete(folder.resolve("history/1"));
                    Files.delete(folder.resolve("history"));
                    Exchange.becomeList(hidden.resolve("ready"), hidden);
                }

                ResultFolder.settle(folder);

                assertThat(visible()).as("after %d moves", moved).isEqualTo(newResult());
                assertThat(hidden.toFile().list()).containsExactlyInAnyOrder("lock", "run.files");
            }
        }
    }

    /** The reader sees that nothing is to be finished, waits for who is exchanging, and then there is. */
    @Test
    void anExchangeThatDiesWhileAReaderWaitsForItIsFinishedByThatReader() throws Exception {
        old();
        Path hidden = folder.resolve(".mfg");
        try (ResultFolder results = ResultFolder.open(folder)) {
            stage(results, "a", "c", "seal");
            Exchange.of(results.staging(), "seal", List.of(), hidden.resolve("run.files"))
                    .write(results.staging(), "run");
            Files.move(results.staging(), hidden.resolve("kept"));
        }
        Files.move(hidden.resolve("kept"), hidden.resolve("new"));
        Process dying = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingExchange.class.getName(),
                        folder.toString())
                .start();
        assertThat(dying.inputReader().readLine()).isEqualTo("locked true");
        CompletableFuture<Map<String, String>> read = CompletableFuture.supplyAsync(() -> {
            try (Reading reading = Reading.below(List.of(folder), 12)) {
                return visible();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        // The reader has long looked for an exchange to finish, and waits.
        Thread.sleep(1000);
        assertThat(read).isNotDone();
        dying.getOutputStream().close();

        assertThat(read.get(1, TimeUnit.MINUTES)).isEqualTo(newResult());
    }

    @Test
    void theSealIsAwayWhileFilesOfBothResultsAreThere() throws IOException {
        old();
        Files.createDirectories(folder.resolve("c/in the way"));
        try (ResultFolder results = ResultFolder.open(folder)) {
            stage(results, "a", "c", "seal");
            assertThatThrownBy(() -> results.exchange("run", "seal", List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("there is a folder of that name");
        }
        assertThat(visible()).isEqualTo(oldResult());
    }

    @Test
    void aFolderIsHeldByOneAtATimeAndFreeAfterwards() throws IOException {
        try (ResultFolder results = ResultFolder.open(folder)) {
            assertThatThrownBy(() -> ResultFolder.open(folder.resolve("../" + folder.getFileName())))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("is writing into");
            assertThat(results.staging()).isDirectory();
        }
        ResultFolder.open(folder).close();
    }

    @Test
    void foldersThatWereMadeForNothingAreRemoved() throws IOException {
        Path deep = folder.resolve("made/for/nothing");
        try (ResultFolder results = ResultFolder.open(deep)) {
            stage(results, "a");
        }
        assertThat(folder).isEmptyDirectory();

        Files.createDirectories(folder.resolve("made"));
        try (ResultFolder results = ResultFolder.open(deep)) {
            stage(results, "a");
            Files.writeString(folder.resolve("made/for/me"), "mine");
        }
        assertThat(folder.resolve("made/for").toFile().list()).containsExactly("me");

        try (ResultFolder results = ResultFolder.open(deep)) {
            stage(results, "a");
            results.exchange("run", "a", List.of());
        }
        assertThat(deep.resolve("a")).hasContent("new a");
    }

    @Test
    void whatDeadProcessesLeftIsRemovedByTheNext() throws IOException {
        Files.writeString(folder.resolve(".solution.npz.99999999.tmp"), "half");
        Files.writeString(folder.resolve(".figure.png.99999999.part"), "half");
        Files.createDirectories(folder.resolve(".mfg/new/history"));
        Files.writeString(folder.resolve(".mfg/new/history/1.csv"), "half");
        try (ResultFolder results = ResultFolder.open(folder)) {
            assertThat(results.staging()).isEmptyDirectory();
        }
        assertThat(folder.toFile().list()).containsExactly(".mfg");
    }

    @Test
    void whatIsBeingWrittenIsNotRead() throws IOException {
        old();
        try (ResultFolder results = ResultFolder.open(folder)) {
            stage(results, "a", "seal");
            try (Reading reading = Reading.below(List.of(folder), 12)) {
                assertThat(reading.files()).noneMatch(file -> file.toString().contains(".mfg"));
                assertThat(reading.files()).hasSize(5);
            }
            stage(results, "c");
            results.exchange("run", "seal", List.of());
        }
        assertThat(visible()).isEqualTo(newResult());
    }
}
