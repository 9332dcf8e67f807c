package org.mfg.app.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.StoppingRule;
import org.mfg.app.study.SolutionStart;
import org.mfg.app.study.Study;
import org.mfg.output.file.AtomicFile;
import org.mfg.output.file.FileTrouble;
import org.mfg.output.npz.SolutionNpz;

/**
 * Keeps the iterate of a long solve: every now and then {@code checkpoint.npz}, a {@code solution.npz} of what there is by then, and {@code checkpoint.json}, which says of
 * what and is there only if the other one is whole. A process that is killed loses what came after the last one. Iterates on coarser grids, whose solves take a
 * small part of the time, are not kept.
 */
public final class Checkpoint implements Monitor {
    private static final String FIELDS = "checkpoint.npz";
    private static final String DESCRIPTION = "checkpoint.json";

    private final Path folder;
    private final Study study;
    private final String fingerprint;
    private final long interval;
    private final Monitor monitor;
    private long last = System.nanoTime();
    private Optional<String> trouble = Optional.empty();

    /**
     * Watches a solve for another monitor, and keeps its iterates.
     *
     * @param folder where to
     * @param seconds the time between two that are kept
     */
    public Checkpoint(Path folder, Study study, double seconds, Monitor monitor) {
        this.folder = folder;
        this.study = study;
        fingerprint = fingerprint(study);
        interval = (long) (seconds * 1e9);
        this.monitor = monitor;
    }

    /**
     * The iterate that is kept in a folder; empty if none is.
     *
     * @throws InvalidInputException if it is of other settings
     */
    public static Optional<Guess> read(Path folder, Study study) throws IOException {
        Path description = folder.resolve(DESCRIPTION);
        if (!Files.isRegularFile(description)) {
            return Optional.empty();
        }
        if (!Files.readString(description).contains(fingerprint(study))) {
            throw InvalidInputException.because(
                            "resume",
                            "resume needs a checkpoint of the same game, grid, discretization and solver with the same parameters, but for max-iterations and tolerance; to start from another one give --start "
                                    + folder.resolve(FIELDS))
                    .at(description.toString());
        }
        return Optional.of(SolutionStart.read(folder.resolve(FIELDS), study.discreteGame()));
    }

    /** Removes what is kept in a folder. */
    public static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(DESCRIPTION));
        Files.deleteIfExists(folder.resolve(FIELDS));
    }

    /** Of all that decides iterates: when to stop does not. */
    private static String fingerprint(Study study) {
        Map<String, Object> ofSolver =
                new LinkedHashMap<>(study.solverParameters().asMap());
        ofSolver.keySet().removeAll(StoppingRule.NAMES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonFile.write(bytes, out -> out.study(study, ofSolver));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why an iterate could not be kept, in a line; empty if all could. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void onIteration(Iteration iteration) {
        monitor.onIteration(iteration);
    }

    @Override
    public void onIterate(DiscreteGame game, Iteration iteration, double[] u, double[] m) {
        monitor.onIterate(game, iteration, u, m);
        boolean isDue = System.nanoTime() - last >= interval || monitor.isCancelled();
        if (isDue && game.size() == study.discreteGame().size()) {
            try {
                write(game, iteration, u, m);
            } catch (IOException e) {
                trouble = Optional.of("checkpoint not written: " + FileTrouble.inWords(e));
            }
            last = System.nanoTime();
        }
    }

    private void write(DiscreteGame game, Iteration iteration, double[] u, double[] m) throws IOException {
        keep(new Equilibrium(game.game(), game.space(), game.time(), u, m, Status.CANCELLED, "", List.of(iteration)));
    }

    /**
     * Keeps a state of the solve, such as the one at the end of its iterations, from which more of them would go on.
     *
     * @throws IOException if it cannot be written
     */
    public void keep(Equilibrium soFar) throws IOException {
        Iteration iteration = soFar.last();
        Path description = folder.resolve(DESCRIPTION);
        boolean isOfOther = Files.isRegularFile(description)
                && !Files.readString(description, StandardCharsets.UTF_8).contains(fingerprint);
        if (isOfOther) {
            Files.delete(description);
        }
        SolutionNpz.write(folder.resolve(FIELDS), soFar);
        AtomicFile.write(
                description,
                bytes -> JsonFile.write(bytes, out -> {
                    out.study(study);
                    out.text("study-sha256", fingerprint);
                    out.integer("iteration", iteration.index());
                    out.number("residual", iteration.residual());
                    out.number("seconds", iteration.seconds());
                    out.versions();
                }));
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCancelled();
    }
}
