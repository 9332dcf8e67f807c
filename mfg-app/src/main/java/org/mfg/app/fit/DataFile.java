package org.mfg.app.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.output.file.FileTrouble;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.Observations;

/**
 * What was observed of a crowd, in a file: a table in CSV ({@link DataTable}) or a NumPy archive ({@link DataArchive}), of densities, of positions of agents or of quantities.
 */
public final class DataFile {
    /** The name of the input in messages. */
    static final String FIELD = "data";

    private DataFile() {}

    /**
     * Reads the file.
     *
     * @param game what it is about: its axes, its horizon, its quantities
     * @param ofMarket the names of what its market tells besides, where it clears
     * @throws InvalidInputException if it cannot be read; the message tells the file, and of a table the line
     */
    public static Observations read(Path file, Mfg mfg, DiscreteGame game, List<String> ofMarket) {
        boolean isTable = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        try {
            return isTable ? DataTable.read(file, mfg, game, ofMarket) : DataArchive.read(file, mfg, game, ofMarket);
        } catch (ZipException e) {
            throw InvalidInputException.because(FIELD, "data must be a NumPy archive (.npz) or a table (.csv)")
                    .at(file.toString());
        } catch (IOException e) {
            throw InvalidInputException.because(FIELD, "data cannot be read: " + FileTrouble.ofReading(e))
                    .at(file.toString());
        } catch (InvalidInputException e) {
            throw e.at(file.toString());
        }
    }
}
