package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mfg.app.output.GameText;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.report.Recipe;
import org.mfg.app.report.Report;
import org.mfg.app.study.Outcome;

/** Whether to write the report, and the command that it tells the reader to repeat. */
final class ReportChoice {
    private final boolean isWanted;
    private final List<String> command;
    private final Optional<GameText> gameFile;

    private ReportChoice(boolean isWanted, List<String> command, Optional<GameText> gameFile) {
        this.isWanted = isWanted;
        this.command = command;
        this.gameFile = gameFile;
    }

    /**
     * The choice; call it before solving, when the game file is still the one that was read.
     *
     * @param args the arguments of the command
     * @param gameFile the game file, if there is one
     */
    static ReportChoice read(boolean isWanted, List<String> args, Optional<Path> gameFile) throws IOException {
        Optional<GameText> text = Optional.empty();
        if (gameFile.isPresent()) {
            text = Optional.of(GameText.read(gameFile.get()));
        }
        return of(isWanted, args, text);
    }

    /** As {@link #read}, given what is in the game file. */
    static ReportChoice of(boolean isWanted, List<String> args, Optional<GameText> gameFile) {
        List<String> command = new ArrayList<>(List.of("./mfg"));
        command.addAll(args);
        return new ReportChoice(isWanted, command, gameFile);
    }

    /** The game file, if there is one. */
    Optional<GameText> gameFile() {
        return gameFile;
    }

    /** Writes the report into the folder, if it is wanted; returns the files. */
    List<Path> write(OutputFolder folder, Outcome outcome) throws IOException {
        if (!isWanted) {
            return List.of();
        }
        Recipe recipe = gameFile.map(file -> Recipe.ofFile(command, file.text()))
                .orElseGet(() -> Recipe.of(command, outcome.study()));
        return List.of(Report.write(folder.staging(), outcome, recipe));
    }
}
