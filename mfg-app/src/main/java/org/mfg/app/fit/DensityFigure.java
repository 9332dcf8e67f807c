package org.mfg.app.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.Scatter;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.calibration.DensityObservations;

/** A figure of densities on a line: observed ones as points, with bars of a standard deviation where errors are known, and those of the fit as a line, a panel for each of the data's times. */
final class DensityFigure {
    private static final int MOST_PANELS = 6;

    private DensityFigure() {}

    /** Writes it; returns the files. */
    static List<Path> write(StudyFigures figures, String stem, DensityObservations data, Equilibrium e)
            throws IOException {
        double[] all = e.game().isStationary()
                ? new double[1]
                : Arrays.stream(data.times()).sorted().distinct().toArray();
        double[] shown = some(all);
        String label =
                shown.length == all.length ? "data" : "data, at " + shown.length + " of their " + all.length + " times";
        List<Scatter> panels = new ArrayList<>();
        for (double t : shown) {
            panels.add(panel(label, data, e, t));
        }
        return figures.scatter(stem, panels);
    }

    /** Not too many of the times, the first and the last among them. */
    static double[] some(double[] times) {
        int count = Math.min(times.length, MOST_PANELS);
        double[] some = new double[count];
        Arrays.setAll(some, k -> times[count == 1 ? 0 : k * (times.length - 1) / (count - 1)]);
        return some;
    }

    private static Scatter panel(String label, DensityObservations data, Equilibrium e, double t) {
        boolean isStationary = e.game().isStationary();
        double[] times = data.times();
        int[] now = IntStream.range(0, times.length)
                .filter(i -> isStationary || times[i] == t)
                .toArray();
        double[] errors = data.deviations();
        int level = isStationary ? 1 : (int) Math.rint(e.time().level(t));
        String x = "position " + e.grid().domain().axis(0).name();
        return new Scatter(
                label,
                isStationary ? x : x + ", at t = " + (float) t,
                "density m",
                at(
                        now,
                        Arrays.stream(data.places())
                                .mapToDouble(place -> place[0])
                                .toArray()),
                at(now, data.values()),
                data.haveKnownErrors() ? at(now, errors) : new double[0],
                List.of(Curve.level("fit", e.grid(), e.m(), level * e.grid().size())));
    }

    private static double[] at(int[] indices, double[] values) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }
}
