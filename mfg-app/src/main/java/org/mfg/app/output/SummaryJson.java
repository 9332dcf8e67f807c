package org.mfg.app.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Doubts;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.progress.Kept;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.solvers.errorbars.ErrorBar;

/** {@code summary.json}: what was solved, how, and how it ended. */
final class SummaryJson {
    private SummaryJson() {}

    static void write(JsonFile out, Outcome outcome, Optional<GameText> gameFile, double writeSeconds)
            throws IOException {
        Study study = outcome.study();
        out.study(study);
        if (gameFile.isPresent()) {
            out.text(Summary.GAME_FILE, gameFile.get().text());
            out.text(Summary.GAME_FOLDER, gameFile.get().folder().toString());
        }
        result(out, outcome.equilibrium());
        keeps(out, study.discreteGame(), outcome.equilibrium());
        if (study.objection().isPresent()) {
            out.text("broken-promise", study.objection().get());
        }
        if (study.warning().isPresent()) {
            out.text("warning", study.warning().get());
        }
        List<String> doubts = Doubts.of(outcome.equilibrium());
        if (!doubts.isEmpty()) {
            out.text("doubt", String.join("; ", doubts));
        }
        if (outcome.constant().isPresent()) {
            out.number("ergodic-constant", outcome.constant().getAsDouble());
        }
        Map<String, Double> numbers = outcome.statistics().numbers();
        if (!numbers.isEmpty()) {
            out.object("statistics", () -> {
                for (Map.Entry<String, Double> number : numbers.entrySet()) {
                    out.number(key(number.getKey()), number.getValue());
                }
            });
        }
        if (!outcome.errorBars().isEmpty()) {
            out.array("error-bars", outcome.errorBars(), bar -> errorBar(out, bar));
        }
        Map<String, String> without = outcome.withoutBar();
        if (!without.isEmpty()) {
            out.object("no-error-bars", () -> {
                for (Map.Entry<String, String> why : without.entrySet()) {
                    out.text(key(why.getKey()), why.getValue());
                }
            });
        }
        out.object("seconds", () -> {
            out.number("setup", study.setupSeconds());
            out.number("solve", outcome.solveSeconds());
            out.number("write", writeSeconds);
        });
        out.versions();
    }

    /** A name in the way of the other fields, for example mpc-at-the-limit-low; a quantity such as mean(T) keeps the one by which it is asked for. */
    private static String key(String name) {
        return name.endsWith(")")
                ? name
                : name.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", "");
    }

    private static void errorBar(JsonFile out, ErrorBar bar) throws IOException {
        out.text("quantity", bar.quantity());
        out.number("value", bar.value());
        out.number("bar", bar.bar());
        out.number("order", bar.order());
        out.number("extrapolated", bar.extrapolated());
        out.number("error-by-grids", bar.byGrids());
        out.number("error-by-residual", bar.byResidual());
        out.number("on-finer-grid", bar.onFiner());
        out.number("residual-of-value", bar.ofValue());
        out.number("residual-of-density", bar.ofDensity());
        out.number("algebraic-error", bar.algebraic());
        out.truth("asymptotic", bar.isAsymptotic());
    }

    private static void keeps(JsonFile out, DiscreteGame game, Equilibrium equilibrium) throws IOException {
        Kept kept = Kept.of(game, equilibrium.m());
        if (game.game().targetDensity().isPresent()) {
            out.number("target-missed", kept.missed());
        }
        if (game.game().ceiling().isPresent()) {
            out.number("above-ceiling", kept.above());
            out.number("pressure-gap", kept.gap());
        }
    }

    private static void result(JsonFile out, Equilibrium equilibrium) throws IOException {
        Iteration last = equilibrium.last();
        out.text("status", equilibrium.status().name());
        out.text("message", equilibrium.message());
        out.integer("iterations", equilibrium.iterations());
        out.integer("sweeps", equilibrium.sweeps());
        out.number("hjb-residual", last.hjbResidual());
        out.number("fp-residual", last.fpResidual());
        out.number("defect", last.defect());
        out.number("exploitability", last.exploitability());
        if (!Double.isNaN(equilibrium.dualityGap())) {
            out.number("duality-gap", equilibrium.dualityGap());
        }
        out.number("mass-drift", last.massDrift());
        out.number("min-density", last.minDensity());
    }
}
