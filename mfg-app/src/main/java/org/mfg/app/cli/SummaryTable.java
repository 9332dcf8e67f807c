package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.progress.Kept;
import org.mfg.api.spi.Parameters;
import org.mfg.app.output.BarText;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.solvers.errorbars.ErrorBar;

/** The table at the end of a run. */
final class SummaryTable {
    /** What a bar below this part of the value is. */
    private static final double ROUNDING = 1e-10;

    private SummaryTable() {}

    static void print(Outcome outcome, PrintWriter out) {
        Study study = outcome.study();
        Equilibrium equilibrium = outcome.equilibrium();
        Iteration last = equilibrium.last();
        Columns table = new Columns("");
        table.row("game", study.name() + parameters(study.parameters()));
        TimeGrid time = equilibrium.time();
        String grading = time.isEven() ? "" : ", the last " + time.grading() + " times the first";
        String steps = study.isStationary() ? "" : ", " + time.steps() + " time steps" + grading;
        table.row("grid", grid(equilibrium.grid()) + " nodes" + steps);
        table.row("discretization", study.discretization() + parameters(study.discretizationParameters()));
        table.row("solver", study.solver() + parameters(study.solverParameters()));
        table.row("status", status(outcome));
        if (equilibrium.isConverged()) {
            table.row("message", equilibrium.message());
        }
        outcome.constant().ifPresent(constant -> table.row("ergodic constant", constant(constant, outcome)));
        table.row("iterations", equilibrium.iterations() + " (" + equilibrium.sweeps() + " forward-backward sweeps)");
        table.row("HJB residual", number(last.hjbResidual()));
        table.row("FP residual", number(last.fpResidual()));
        keeps(table, outcome);
        table.row("defect", number(last.defect()));
        table.row("exploitability", number(last.exploitability()));
        if (!Double.isNaN(equilibrium.dualityGap())) {
            table.row("duality gap", number(equilibrium.dualityGap()));
        }
        table.row("mass drift", number(last.massDrift()));
        table.row("min density", number(last.minDensity()));
        table.row("time", String.format(Locale.ROOT, "%.3f s", outcome.solveSeconds()));
        outcome.statistics()
                .numbers()
                .forEach((name, value) -> table.row(
                        name,
                        outcome.errorBar(name)
                                .map(SummaryTable::withBar)
                                .orElseGet(() -> statistic(value) + withoutBar(outcome, name))));
        table.print(out);
    }

    /** Why a statistic has no error bar where others have. */
    private static String withoutBar(Outcome outcome, String name) {
        String why = outcome.withoutBar().get(name);
        return why == null ? "" : "  (no error bar: " + why + ")";
    }

    private static void keeps(Columns table, Outcome outcome) {
        DiscreteGame game = outcome.study().discreteGame();
        Kept kept = Kept.of(game, outcome.equilibrium().m());
        if (game.game().targetDensity().isPresent()) {
            table.row("target missed", number(kept.missed()));
        }
        if (game.game().ceiling().isPresent()) {
            table.row("above ceiling", number(kept.above()));
            table.row("pressure gap", number(kept.gap()));
        }
    }

    /** What converged of a game that breaks a promise is perhaps no equilibrium. */
    private static String status(Outcome outcome) {
        String name = outcome.equilibrium().status().name();
        return outcome.study().objection().isPresent() ? name + ", of a game that breaks a promise" : name;
    }

    private static String constant(double found, Outcome outcome) {
        OptionalDouble exact = outcome.exactConstant();
        String beside = exact.isPresent() ? String.format(Locale.ROOT, " (exact: %.8f)", exact.getAsDouble()) : "";
        return String.format(Locale.ROOT, "%.8f", found) + beside;
    }

    private static String grid(Grid grid) {
        return IntStream.range(0, grid.dimension())
                .mapToObj(k -> Integer.toString(grid.nodes(k)))
                .collect(Collectors.joining(" x "));
    }

    /** The values, for example " (viscosity 0.01, lambda 0.5)"; "" if there are none. */
    static String parameters(Parameters parameters) {
        if (parameters.asMap().isEmpty()) {
            return "";
        }
        return parameters.asMap().entrySet().stream()
                .map(p -> p.getKey() + " " + p.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    static String withBar(ErrorBar bar) {
        String value = BarText.of(bar);
        if (bar.bar() <= ROUNDING * Math.abs(bar.value())) {
            return value + "  (rounding)";
        }
        if (bar.isAsymptotic()) {
            return String.format(
                    Locale.ROOT, "%s  (order %.2f, extrapolated %s)", value, bar.order(), BarText.extrapolated(bar));
        }
        return Double.isFinite(bar.order())
                ? String.format(
                        Locale.ROOT, "%s  (order %.2f, above the scheme's: not extrapolated)", value, bar.order())
                : value + "  (not resolved enough to extrapolate)";
    }

    /** To eight decimals; what these do not show as a power of ten. */
    private static String statistic(double value) {
        return Math.abs(value) < 1e-4 ? number(value) : String.format(Locale.ROOT, "%.8f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3e", value);
    }
}
