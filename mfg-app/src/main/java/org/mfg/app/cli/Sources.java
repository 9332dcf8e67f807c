package org.mfg.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;
import org.mfg.app.study.Source;
import org.mfg.app.yaml.GameFile;
import org.mfg.solvers.Mfg;

/** Finds the game that the arguments of {@code mfg run} name. */
final class Sources {
    private Sources() {}

    /** The first of the words that is a game or a file; the first word must be one if none is. */
    static Source find(Mfg mfg, List<String> words) {
        String word = choose(mfg, words);
        Path named = FileName.of("GAME-or-FILE.yaml", word);
        if (isGame(mfg, word)) {
            return Source.of(mfg.games().provider(word));
        }
        if (!isFile(word)) {
            InvalidInputException unknown =
                    Names.unknown("game", word, mfg.games().names());
            throw InvalidInputException.because("game", unknown.getMessage() + ", and there is no file of that name");
        }
        return GameFile.read(named, mfg);
    }

    /** The file that {@link #find} reads, unless the game is one by name. */
    static Optional<Path> file(Mfg mfg, List<String> words) {
        String word = choose(mfg, words);
        return isGame(mfg, word) ? Optional.empty() : Optional.of(Path.of(word));
    }

    private static String choose(Mfg mfg, List<String> words) {
        return words.stream()
                .filter(w -> isGame(mfg, w) || isFile(w))
                .findFirst()
                .orElse(words.get(0));
    }

    private static boolean isGame(Mfg mfg, String word) {
        return mfg.games().names().contains(word);
    }

    private static boolean isFile(String word) {
        return word.endsWith(".yaml") || word.endsWith(".yml") || FileName.isFile(word);
    }
}
