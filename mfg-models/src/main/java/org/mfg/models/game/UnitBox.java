package org.mfg.models.game;

import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;

/** The unit box [0, 1]^d with axes named x, y, z. */
final class UnitBox {
    private static final String[] NAMES = {"x", "y", "z"};

    private UnitBox() {}

    static Domain withSides(Boundary boundary, int dimension) {
        Axis[] axes = new Axis[dimension];
        for (int k = 0; k < dimension; k++) {
            axes[k] = new Axis(NAMES[k], 0, 1, boundary, boundary);
        }
        return Domain.of(axes);
    }
}
