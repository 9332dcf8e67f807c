package org.mfg.app.report;

import java.util.List;
import java.util.stream.Collectors;
import org.mfg.app.output.Version;
import org.mfg.app.study.Study;

/**
 * How to run a study again.
 *
 * @param command the words of the command line
 * @param file a game file that the run can be had from
 * @param fileNote what to know about that file, in a sentence
 */
public record Recipe(List<String> command, String file, String fileNote) {

    /** Copies the words. */
    public Recipe {
        command = List.copyOf(command);
    }

    /** The recipe of a game by name: the file says everything that was settled. */
    public static Recipe of(List<String> command, Study study) {
        return new Recipe(command, StudyYaml.of(study), "The same as a file, every value written out:");
    }

    /** The recipe of a game from a file whose text is given. */
    public static Recipe ofFile(List<String> command, String text) {
        return new Recipe(command, text, "The game file, which options of the command override:");
    }

    String html() {
        return Html.code(command.stream().map(Recipe::quoted).collect(Collectors.joining(" ")))
                + Html.paragraph(fileNote)
                + Html.code(file)
                + Html.paragraph("MFG " + Version.text() + ", Java " + Runtime.version() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ".");
    }

    /** The word as a shell takes it. */
    private static String quoted(String word) {
        return word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
