package org.mfg.solvers.finitedifferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.linalg.RecurrentClasses;

/** Says where a strategy keeps separate crowds for ever: then their shares are anybody's guess, and no density is the stationary one. */
final class SeparateCrowds {
    private static final int SHOWN = 3;

    private SeparateCrowds() {}

    static NumericalFailureException failure(Grid grid, RecurrentClasses classes, int count) {
        List<String> places = new ArrayList<>();
        for (int c = 0; c < Math.min(count, SHOWN); c++) {
            places.add("(" + place(grid, classes, c) + ")");
        }
        return new NumericalFailureException(String.format(
                Locale.ROOT,
                "Fokker-Planck equation: %d crowds that never mix, at %s%s, have a stationary density each; no rate above"
                        + " round-off leads from one to another",
                count,
                String.join(" and ", places),
                count > SHOWN ? " and elsewhere" : ""));
    }

    /** The range of the class on each axis. */
    private static String place(Grid grid, RecurrentClasses classes, int c) {
        List<String> ranges = new ArrayList<>();
        for (int k = 0; k < grid.dimension(); k++) {
            int first = Integer.MAX_VALUE;
            int last = -1;
            for (int i = 0; i < grid.size(); i++) {
                if (classes.of(i) == c) {
                    first = Math.min(first, grid.index(i, k));
                    last = Math.max(last, grid.index(i, k));
                }
            }
            Axis axis = grid.domain().axis(k);
            String from = coordinate(grid, k, first);
            ranges.add(axis.name() + " " + (first == last ? from : from + " to " + coordinate(grid, k, last)));
        }
        return String.join(", ", ranges);
    }

    private static String coordinate(Grid grid, int k, int index) {
        return grid.domain()
                .axis(k)
                .states()
                .map(states -> states.names().get(index))
                .orElseGet(() -> Double.toString(
                        Double.parseDouble(String.format(Locale.ROOT, "%.6g", grid.coordinates(k)[index]))));
    }
}
