package org.mfg.app.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.progress.Kept;

/** The columns of a table of runs that tell how each one ended. */
public final class ResultColumns {
    /** The solver's status, or another word where there was no solve. */
    public static final String STATUS = "status";

    /** What happened, in a line, or the promise that the game breaks; empty for an equilibrium. */
    public static final String REASON = "reason";

    /** The iterations. */
    public static final String ITERATIONS = "iterations";

    /** The time of the solve. */
    public static final String SECONDS = "seconds";

    /** What the name of a number's error bar begins with. */
    public static final String BAR_OF = "bar of ";

    /** The names of the columns, in order. */
    public static final List<String> NAMES = List.of(
            STATUS,
            REASON,
            ITERATIONS,
            "sweeps",
            "hjb-residual",
            "fp-residual",
            "mass-drift",
            "exploitability",
            "duality-gap",
            "target-missed",
            "above-ceiling",
            "pressure-gap",
            "min-density",
            SECONDS);

    private ResultColumns() {}

    /**
     * The cells of a run.
     *
     * @param outcome the solve; without one the numbers are empty
     */
    public static List<String> cells(String status, String reason, @Nullable Outcome outcome) {
        List<String> cells = new ArrayList<>(List.of(status, reason));
        if (outcome == null) {
            cells.addAll(Collections.nCopies(NAMES.size() - cells.size(), ""));
            return cells;
        }
        Equilibrium equilibrium = outcome.equilibrium();
        Iteration last = equilibrium.last();
        cells.add(Integer.toString(equilibrium.iterations()));
        cells.add(Integer.toString(equilibrium.sweeps()));
        cells.add(Double.toString(last.hjbResidual()));
        cells.add(Double.toString(last.fpResidual()));
        cells.add(Double.toString(last.massDrift()));
        cells.add(Double.toString(last.exploitability()));
        cells.addAll(certificates(outcome));
        cells.add(Double.toString(last.minDensity()));
        cells.add(Double.toString(outcome.solveSeconds()));
        return cells;
    }

    /** What a game with a potential, a target or a ceiling has; empty of one without. */
    private static List<String> certificates(Outcome outcome) {
        DiscreteGame game = outcome.study().discreteGame();
        Kept kept = Kept.of(game, outcome.equilibrium().m());
        boolean hasCeiling = game.game().ceiling().isPresent();
        double gap = outcome.equilibrium().dualityGap();
        return List.of(
                Double.isNaN(gap) ? "" : Double.toString(gap),
                game.game().targetDensity().isPresent() ? Double.toString(kept.missed()) : "",
                hasCeiling ? Double.toString(kept.above()) : "",
                hasCeiling ? Double.toString(kept.gap()) : "");
    }
}
