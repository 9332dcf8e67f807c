package org.mfg.app.study;

import java.util.Map;
import org.mfg.api.spi.GameProvider;
import org.mfg.solvers.Mfg;

/**
 * A game, named or read from a file, and how it asks to be solved unless the user says otherwise.
 *
 * @param game makes the game; its parameters' defaults, nodes and steps are those of the file where there is one
 * @param discretization the discretisation
 * @param solver the equilibrium solver
 * @param places where the values of fields were written, by field name; empty unless there is a file
 */
public record Source(GameProvider game, Choice discretization, Choice solver, Map<String, String> places) {

    /** Copies the places. */
    public Source {
        places = Map.copyOf(places);
    }

    /** A game by name, with the framework's default discretisation and solver. */
    public static Source of(GameProvider game) {
        return new Source(game, Choice.of(Mfg.DEFAULT_DISCRETIZATION), Choice.of(Mfg.DEFAULT_SOLVER), Map.of());
    }
}
