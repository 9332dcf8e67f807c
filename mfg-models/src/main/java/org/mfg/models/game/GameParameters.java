package org.mfg.models.game;

import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/** The parameters that several games share, so that they read the same everywhere. */
final class GameParameters {
    private GameParameters() {}

    static Parameter viscosity(double defaultValue) {
        return Parameter.real(
                "viscosity", defaultValue, Range.atLeast(0), "length^2/time", "nu in dX = a dt + sqrt(2 nu) dW");
    }

    static Parameter horizon(double defaultValue) {
        return Parameter.real("horizon", defaultValue, Range.above(0), "time", "the final time T");
    }

    static Parameter lambda(double defaultValue) {
        return Parameter.real(
                "lambda", defaultValue, Range.ANY, "", "the coupling's strength; < 0 attracts, uniqueness may be lost");
    }

    static Parameter dimension() {
        return Parameter.integer("dimension", 1, Range.between(1, 3), "the number of axes");
    }
}
