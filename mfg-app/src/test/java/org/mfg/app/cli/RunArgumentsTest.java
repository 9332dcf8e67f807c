package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.solvers.Mfg;

class RunArgumentsTest {
    @TempDir
    Path folder;

    private static RunArguments of(String word) {
        PrintWriter out = new PrintWriter(new StringWriter());
        RunCommand run = new RunCommand(new Console(out, out, null));
        FirstLook look = FirstLook.at(List.of(run), "run", word);
        Mfg mfg = look.load();
        RunArguments arguments = new RunArguments(mfg, Sources.find(mfg, look.words()), look, run);
        arguments.spec();
        return arguments;
    }

    /** Of two files that name one game the second would take the place of the first. */
    @Test
    void aFolderIsNamedAfterTheFileWhereThereIsOne() throws IOException {
        Path file = folder.resolve("patient households.yaml");
        for (String game : List.of("game: aiyagari\n", Files.readString(Path.of("../mfg-examples/tutorial.yaml")))) {
            Files.writeString(file, game);
            assertThat(of(file.toString()).folder()).isEqualTo(Path.of("out/patient-households"));
            assertThat(of(file.toString()).folder("clear")).isEqualTo(Path.of("out/patient-households-clear"));
        }
        assertThat(of("aiyagari").folder()).isEqualTo(Path.of("out/aiyagari"));
        assertThat(of("aiyagari").folder("clear")).isEqualTo(Path.of("out/aiyagari-clear"));
    }
}
