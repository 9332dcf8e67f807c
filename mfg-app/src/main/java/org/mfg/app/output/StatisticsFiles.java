package org.mfg.app.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Statistics;
import org.mfg.api.spi.Statistics.Lorenz;
import org.mfg.app.study.Outcome;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.Figures;

/** {@code policies.csv} and {@code lorenz.csv}, and their figures: what agents of a stationary game do, and how something is shared out. */
public final class StatisticsFiles {
    private static final String POLICIES = "policies";
    private static final String LORENZ = "lorenz";

    /** The figures that there may be. */
    public static final Set<String> FIGURES = Set.of(POLICIES, LORENZ);

    /** The names of all files that {@link #write} may write. */
    public static final List<String> NAMES = Stream.of(POLICIES, LORENZ)
            .flatMap(stem -> Stream.concat(Stream.of(stem + ".csv"), Figures.fileNames(stem).stream()))
            .toList();

    private StatisticsFiles() {}

    /**
     * Writes the files of what there is; returns their paths.
     *
     * @param figures those to draw, of {@link #FIGURES}
     */
    public static List<Path> write(OutputFolder folder, Outcome outcome, Set<String> figures) throws IOException {
        Equilibrium equilibrium = outcome.equilibrium();
        Statistics statistics = outcome.statistics();
        List<Path> files = new ArrayList<>();
        if (!statistics.fields().isEmpty() && equilibrium.game().isStationary()) {
            files.add(folder.writeText(
                    POLICIES + ".csv", out -> FieldCsv.write(out, equilibrium.grid(), statistics.fields())));
            if (figures.contains(POLICIES)) {
                files.addAll(folder.figures().functions(POLICIES, equilibrium, statistics.fields()));
            }
        }
        if (statistics.lorenz().isPresent()) {
            Lorenz lorenz = statistics.lorenz().orElseThrow();
            files.add(folder.writeText(LORENZ + ".csv", out -> {
                try (CsvWriter csv = CsvWriter.builder().build(out)) {
                    csv.writeRecord("share-of-all", "share-of-" + lorenz.of());
                    for (int i = 0; i < lorenz.share().length; i++) {
                        csv.writeRecord(Double.toString(lorenz.population()[i]), Double.toString(lorenz.share()[i]));
                    }
                }
            }));
            if (figures.contains(LORENZ)) {
                files.addAll(folder.figures().lorenz(LORENZ, lorenz));
            }
        }
        return files;
    }
}
