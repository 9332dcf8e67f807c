package org.mfg.app.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Statistics;
import org.mfg.api.spi.Statistics.Lorenz;
import org.mfg.app.study.Outcome;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Figures;

/** {@code policies.csv}, {@code lorenz.csv} and {@code profile.csv}, and their figures: what agents do, how something is shared out, and what the crowd of a game with a horizon has and does
 * over time. */
public final class StatisticsFiles {
    private static final String POLICIES = "policies";
    private static final String LORENZ = "lorenz";
    private static final String PROFILE = "profile";

    /** The figures that there may be. */
    public static final Set<String> FIGURES = Set.of(POLICIES, LORENZ, PROFILE);

    /** The names of all files that {@link #write} may write. */
    public static final List<String> NAMES = Stream.of(POLICIES, LORENZ, PROFILE)
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
        if (!statistics.profiles().isEmpty()) {
            files.addAll(profile(folder, equilibrium.time(), statistics.profiles(), figures.contains(PROFILE)));
        }
        if (!statistics.fields().isEmpty()) {
            boolean isStationary = equilibrium.game().isStationary();
            files.add(folder.writeText(POLICIES + ".csv", out -> {
                if (isStationary) {
                    FieldCsv.write(out, equilibrium.grid(), statistics.fields());
                } else {
                    FieldCsv.write(out, equilibrium.grid(), equilibrium.time(), statistics.fields());
                }
            }));
            if (isStationary && figures.contains(POLICIES)) {
                Map<String, double[]> functions = new LinkedHashMap<>();
                statistics.fields().forEach((name, values) -> functions.put(label(name), values));
                files.addAll(folder.figures().functions(POLICIES, equilibrium, functions));
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

    /** What a field is called in a figure. */
    private static String label(String name) {
        return name.equals("mpc") ? "propensity to consume" : name.replace('-', ' ');
    }

    private static List<Path> profile(
            OutputFolder folder, TimeGrid time, Map<String, double[]> profiles, boolean withFigure) throws IOException {
        List<Path> files = new ArrayList<>();
        double[] t = new double[time.steps()];
        Arrays.setAll(t, j -> time.time(j + 1));
        files.add(folder.writeText(PROFILE + ".csv", out -> {
            try (CsvWriter csv = CsvWriter.builder().build(out)) {
                List<String> header = new ArrayList<>(List.of("t"));
                profiles.keySet().forEach(name -> header.add(name.replace(' ', '-')));
                csv.writeRecord(header);
                for (int j = 0; j < t.length; j++) {
                    int step = j;
                    List<String> row = new ArrayList<>(List.of(Double.toString(t[j])));
                    profiles.values().forEach(values -> row.add(Double.toString(values[step])));
                    csv.writeRecord(row);
                }
            }
        }));
        if (withFigure) {
            List<Curve> curves = new ArrayList<>();
            profiles.forEach((name, values) -> curves.add(Curve.data(name, t, values)));
            files.addAll(folder.figures().panels(PROFILE, "time t", "", curves));
        }
        return files;
    }
}
