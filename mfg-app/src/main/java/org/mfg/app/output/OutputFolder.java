package org.mfg.app.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.app.study.Outcome;
import org.mfg.output.csv.ConvergenceCsv;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.StudyFigures;
import org.mfg.output.figure.Style;
import org.mfg.output.file.AtomicFile;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.file.FolderInUse;
import org.mfg.output.file.ResultFolder;
import org.mfg.output.npz.SolutionNpz;

/**
 * The folder that a command writes to, which it holds alone until it is closed. New files are written beside the old ones and take
 * their place all together with {@link #exchange}; until then, and if it never comes, the old ones are there.
 */
public final class OutputFolder implements AutoCloseable {
    private static final String HISTORY = "convergence.csv";
    private static final String DENSITY = "density.csv";
    private static final String VALUE = "value.csv";
    private static final String SOLUTION = "solution.npz";
    private static final String SUMMARY = "summary.json";

    private final ResultFolder result;
    private final Path folder;
    private final Style style;

    private OutputFolder(ResultFolder result, Path folder, Style style) {
        this.style = style;
        this.result = result;
        this.folder = folder;
    }

    /**
     * The folder, made if it is missing. Call it before solving: it finds out whether files can be written, and by nobody else.
     *
     * @param style the look of figures
     * @throws InvalidInputException if it is not a folder, cannot be made or cannot be written to, or somebody else is writing
     */
    public static OutputFolder open(Path folder, Style style) {
        ResultFolder result = hold(folder);
        return new OutputFolder(result, result.staging(), style);
    }

    /** As {@link #open}, for a command whose files grow: they are written where they stay. */
    public static OutputFolder openInPlace(Path folder) {
        return new OutputFolder(hold(folder), folder, Style.HOUSE);
    }

    /**
     * Makes a folder if it is missing, for figures beside what is there, perhaps of a sweep that runs: nobody is kept out.
     *
     * @throws InvalidInputException if it is not a folder, cannot be made or cannot be written to
     */
    public static Path requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".mfg", ".tmp"));
            return folder;
        } catch (FileAlreadyExistsException e) {
            throw unusable(folder, "there is a file of that name");
        } catch (IOException e) {
            throw unusable(folder, FileTrouble.inWords(e));
        }
    }

    private static ResultFolder hold(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw unusable(folder, "there is a file of that name");
            }
            return ResultFolder.open(folder);
        } catch (FolderInUse e) {
            throw InvalidInputException.because(
                    "out",
                    "out must be a folder that nobody else is writing to, but " + e.getMessage()
                            + ": give another one by --out, or wait");
        } catch (IOException e) {
            throw unusable(folder, FileTrouble.inWords(e));
        }
    }

    private static InvalidInputException unusable(Path folder, String reason) {
        return InvalidInputException.of("out", "be a folder that can be written to", folder + ": " + reason);
    }

    /** The folder's path. */
    public Path path() {
        return result.path();
    }

    /** Where files are written to: beside those that are there, or among them if they grow. */
    public Path staging() {
        return folder;
    }

    /** The look of figures. */
    public Style style() {
        return style;
    }

    /** Draws figures into {@link #staging}. */
    public StudyFigures figures() {
        return new StudyFigures(folder, style);
    }

    /** A folder below {@link #staging}, made if it is missing. */
    public Path subfolder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Puts the files of a run into place, those of an earlier one away: {@link #exchange} of the set of a run. */
    public void exchangeRun(Collection<String> others) throws IOException {
        List<String> known = new ArrayList<>(List.of(SUMMARY, HISTORY, DENSITY, VALUE, SOLUTION));
        known.addAll(others);
        result.exchange("run", SUMMARY, known);
    }

    /**
     * Puts what has been written into place, and what is left of an earlier result away, all together.
     *
     * @param set a word for files that replace each other
     * @param seal the file that is there only if all others are
     */
    public void exchange(String set, String seal) throws IOException {
        result.exchange(set, seal, List.of());
    }

    /** Writes convergence.csv, density.csv, value.csv (the last two unless huge) and solution.npz; returns their paths. */
    public List<Path> writeData(Outcome outcome) throws IOException {
        Equilibrium e = outcome.equilibrium();
        List<Path> files = new ArrayList<>();
        files.add(writeHistory(HISTORY, e));
        Path solution = folder.resolve(SOLUTION);
        Optional<StationaryEquilibrium> stationary = outcome.stationary();
        boolean isHuge = e.m().length > FieldCsv.MAX_VALUES;
        if (!isHuge && stationary.isPresent()) {
            StationaryEquilibrium s = stationary.orElseThrow();
            files.add(writeText(DENSITY, out -> FieldCsv.write(out, e.grid(), Map.of("m", s.m()))));
            files.add(writeText(VALUE, out -> FieldCsv.write(out, e.grid(), Map.of("u", s.u()))));
        } else if (!isHuge) {
            files.add(writeText(DENSITY, out -> FieldCsv.write(out, "m", e.grid(), e.time(), e.m())));
            files.add(writeText(VALUE, out -> FieldCsv.write(out, "u", e.grid(), e.time(), e.u())));
        }
        SolutionNpz.write(solution, e, outcome.statistics().fields());
        files.add(solution);
        return files;
    }

    /** Writes how a solve went on, in the columns of convergence.csv; returns the path. */
    public Path writeHistory(String name, Equilibrium equilibrium) throws IOException {
        return writeText(name, out -> ConvergenceCsv.write(out, equilibrium.history()));
    }

    /**
     * Writes summary.json; call it last, so that a folder with a summary is complete.
     *
     * @param gameFile the game file, if there is one
     */
    public Path writeSummary(Outcome outcome, Optional<GameText> gameFile, double writeSeconds) throws IOException {
        return writeJson(SUMMARY, out -> SummaryJson.write(out, outcome, gameFile, writeSeconds));
    }

    /** Writes a JSON object; returns the path. */
    public Path writeJson(String name, JsonFile.Content content) throws IOException {
        Path file = folder.resolve(name);
        AtomicFile.write(file, out -> JsonFile.write(out, content));
        return file;
    }

    /** Writes a text file in UTF-8; returns the path. */
    public Path writeText(String name, TextContent content) throws IOException {
        Path file = folder.resolve(name);
        AtomicFile.write(file, out -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                content.writeTo(writer);
            }
        });
        return file;
    }

    /** The names of files, for messages. */
    public static String names(List<Path> files) {
        return String.join(
                ", ", files.stream().map(f -> f.getFileName().toString()).toList());
    }

    /** The text of a file. */
    @FunctionalInterface
    public interface TextContent {
        /** Writes the text. */
        void writeTo(Writer out) throws IOException;
    }

    @Override
    public void close() throws IOException {
        result.close();
    }
}
