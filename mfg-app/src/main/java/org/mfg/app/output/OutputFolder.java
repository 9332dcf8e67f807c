package org.mfg.app.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.app.study.Outcome;
import org.mfg.output.csv.ConvergenceCsv;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.file.AtomicFile;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.npz.SolutionNpz;

/** The folder that a run writes to. Each file appears whole or not at all. */
public final class OutputFolder {
    private static final String HISTORY = "convergence.csv";
    private static final String DENSITY = "density.csv";
    private static final String VALUE = "value.csv";
    private static final String SOLUTION = "solution.npz";
    private static final String SUMMARY = "summary.json";

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder, made if it is missing. Call it before solving: it finds out whether files can be written.
     *
     * @throws InvalidInputException if it is not a folder, cannot be made or cannot be written to
     */
    public static OutputFolder open(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw unusable(folder, "there is a file of that name");
            }
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".mfg", ".tmp"));
            return new OutputFolder(folder);
        } catch (IOException e) {
            throw unusable(folder, FileTrouble.inWords(e));
        }
    }

    private static InvalidInputException unusable(Path folder, String reason) {
        return InvalidInputException.of("out", "be a folder that can be written to", folder + ": " + reason);
    }

    /** The folder's path. */
    public Path path() {
        return folder;
    }

    /**
     * Removes what an earlier run left, so that all files in the folder are of one run.
     *
     * @param others names of files beside those that this class writes
     */
    public void clear(Collection<String> others) throws IOException {
        for (String name : List.of(SUMMARY, HISTORY, DENSITY, VALUE, SOLUTION)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        for (String name : others) {
            Files.deleteIfExists(folder.resolve(name));
        }
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
            files.add(writeText(DENSITY, out -> FieldCsv.write(out, "m", e.grid(), s.m())));
            files.add(writeText(VALUE, out -> FieldCsv.write(out, "u", e.grid(), s.u())));
        } else if (!isHuge) {
            files.add(writeText(DENSITY, out -> FieldCsv.write(out, "m", e.grid(), e.time(), e.m())));
            files.add(writeText(VALUE, out -> FieldCsv.write(out, "u", e.grid(), e.time(), e.u())));
        }
        SolutionNpz.write(solution, e);
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
     * @param gameFile the text of the game file, if there is one
     */
    public Path writeSummary(Outcome outcome, Optional<String> gameFile, double writeSeconds) throws IOException {
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
}
