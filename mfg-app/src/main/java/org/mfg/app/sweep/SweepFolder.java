package org.mfg.app.sweep;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.app.output.OutputFolder;
import org.mfg.output.file.AtomicFile;

/**
 * The folder of a sweep: {@code sweep.yaml}, what was asked; {@code runs.csv}, a row for each run; {@code history}, a file
 * for each run; {@code sweep.json}, which versions made it and how many runs ended how.
 */
public final class SweepFolder implements AutoCloseable {
    static final String RUNS = "runs.csv";

    private static final String HISTORY = "history";
    private static final String SPEC = "sweep.yaml";

    private final SweepSpec spec;
    private final OutputFolder folder;
    private final RunsCsv runs;

    private SweepFolder(SweepSpec spec, OutputFolder folder) throws IOException {
        this.spec = spec;
        this.folder = folder;
        runs = RunsCsv.open(
                folder.path().resolve(RUNS),
                new Rows(spec).header(),
                spec.plan().size());
    }

    /**
     * The folder, made if it is missing, with the rows that it has.
     *
     * @param isResumed whether it may have been begun
     * @throws InvalidInputException if it cannot be written to, if it holds another sweep, or this one unless that is resumed
     */
    public static SweepFolder open(Path path, SweepSpec spec, boolean isResumed) throws IOException {
        OutputFolder folder = OutputFolder.openInPlace(path);
        try {
            Path copy = path.resolve(SPEC);
            requireSame(path, copy, spec, isResumed);
            AtomicFile.write(copy, out -> out.write(spec.text()));
            removeRemains(folder.subfolder(HISTORY));
            return new SweepFolder(spec, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void requireSame(Path path, Path copy, SweepSpec spec, boolean isResumed) throws IOException {
        if (!Files.exists(copy)) {
            return;
        }
        if (!isResumed) {
            throw InvalidInputException.of("out", "be a folder without a sweep, or one to --resume", path);
        }
        if (!Arrays.equals(Files.readAllBytes(copy), spec.text())) {
            throw InvalidInputException.because(
                    "sweep", "the sweep must be the one that was begun: it differs from " + copy);
        }
    }

    /** Files that were being written when their process died. */
    private static void removeRemains(Path histories) throws IOException {
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(histories, ".*.tmp")) {
            for (Path file : remains) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The folder's path. */
    public Path path() {
        return folder.path();
    }

    /** Whether the run has a row. */
    boolean has(int run) {
        return runs.has(run);
    }

    /** How many rows there are of each status. */
    public Map<String, Integer> statuses() {
        return runs.statuses();
    }

    /** Writes the history of a run and then its row, so that a run with a row has its history. */
    void write(RunResult run) throws IOException {
        if (!run.history().isEmpty()) {
            folder.writeText(HISTORY + "/" + run.number() + ".csv", out -> out.write(run.history()));
        }
        runs.append(run.number(), run.status(), run.row());
    }

    /** Writes sweep.json. */
    void writeSummary(int workers) throws IOException {
        folder.writeJson("sweep.json", out -> {
            out.text("spec", spec.name());
            out.text("spec-sha256", sha256(spec.text()));
            out.text("game", spec.base().source().game().name());
            out.integer("runs", spec.plan().size());
            out.object("ended", () -> {
                for (Map.Entry<String, Integer> status : statuses().entrySet()) {
                    out.integer(status.getKey(), status.getValue());
                }
            });
            if (spec.seed().isPresent()) {
                out.integer("seed", spec.seed().getAsLong());
            }
            out.integer("workers", workers);
            out.versions();
        });
    }

    /** Puts the rows into the order of the runs; no row can be added after. */
    void sort() throws IOException {
        runs.sort();
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            runs.close();
        } finally {
            folder.close();
        }
    }
}
