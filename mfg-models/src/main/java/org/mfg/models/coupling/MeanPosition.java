package org.mfg.models.coupling;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;

/** The mean position μ_k = Σ w x_k m of a density on a grid. It makes no sense on a periodic axis, which is refused. */
final class MeanPosition {
    private final Grid grid;

    MeanPosition(Grid grid) {
        this.grid = grid;
        for (Axis axis : grid.domain().axes()) {
            if (axis.isPeriodic()) {
                throw InvalidInputException.because(
                        "coupling",
                        "a coupling through the mean position needs axes that are not periodic, but " + axis.name()
                                + " is");
            }
        }
    }

    /** Writes μ of the slice of m that begins at the given offset. */
    void of(double[] m, int offset, double[] into) {
        Arrays.fill(into, 0);
        for (int i = 0; i < grid.size(); i++) {
            double mass = grid.weight(i) * m[offset + i];
            for (int k = 0; k < into.length; k++) {
                into[k] += mass * grid.coordinate(i, k);
            }
        }
    }
}
