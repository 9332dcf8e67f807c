package org.mfg.app.published;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.Mfg;

/** All published numbers that are computed. */
public final class Catalogue {
    private Catalogue() {}

    private static List<Experiment> experiments() {
        return Stream.of(
                        StationaryExperiments.all(),
                        TorusExperiments.all(),
                        ClosedFormExperiments.all(),
                        TransportExperiments.all(),
                        EconomyExperiments.all())
                .flatMap(List::stream)
                .toList();
    }

    /** All numbers. */
    public static List<Reference> references() {
        return experiments().stream().flatMap(e -> e.references().stream()).toList();
    }

    /**
     * Computes them, until the monitor is cancelled.
     *
     * @param isQuick whether to leave out what takes more than a second or two
     */
    public static List<Row> compute(Mfg mfg, boolean isQuick, Monitor monitor) {
        Laboratory laboratory = new Laboratory(mfg, monitor);
        List<Row> rows = new ArrayList<>();
        for (Experiment experiment : experiments()) {
            if ((experiment.isQuick() || !isQuick) && !monitor.isCancelled()) {
                rows.addAll(experiment.run(laboratory));
            }
        }
        return rows;
    }
}
