package org.mfg.app.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.Doubts;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.Statistics;
import org.mfg.solvers.errorbars.ErrorBar;
import org.mfg.solvers.market.ClearedMarket;

/** A study and what became of it. */
public final class Outcome {
    private final Study study;
    private final Equilibrium equilibrium;
    private final double solveSeconds;
    private final List<Quantity> quantities;
    private final Optional<ClearedMarket> market;
    private final List<ErrorBar> errorBars;
    private @Nullable Statistics statistics;

    /**
     * @param study what was asked
     * @param equilibrium what was found
     * @param solveSeconds the time the solve took, in seconds
     */
    public Outcome(Study study, Equilibrium equilibrium, double solveSeconds) {
        this(study, equilibrium, solveSeconds, Optional.empty(), List.of(), List.of());
    }

    private Outcome(
            Study study,
            Equilibrium equilibrium,
            double solveSeconds,
            Optional<ClearedMarket> market,
            List<Quantity> quantities,
            List<ErrorBar> errorBars) {
        this.study = study;
        this.equilibrium = equilibrium;
        this.solveSeconds = solveSeconds;
        this.market = market;
        this.quantities = List.copyOf(quantities);
        this.errorBars = List.copyOf(errorBars);
    }

    /**
     * What became of a search for prices.
     *
     * @param study what was asked, at the prices that were found
     * @param seconds the time the search took, in seconds
     */
    public static Outcome of(Study study, ClearedMarket market, double seconds) {
        Equilibrium found = market.equilibrium();
        Equilibrium told = market.isCleared() || !found.isConverged() ? found : none(found, market.message());
        return new Outcome(study, told, seconds, Optional.of(market), List.of(), List.of());
    }

    /** An equilibrium at prices at which the market does not clear. */
    private static Equilibrium none(Equilibrium e, String message) {
        return new Equilibrium(e.game(), e.space(), e.time(), e.u(), e.m(), Status.STALLED, message, e.history());
    }

    /** The same with these quantities among its statistics. */
    public Outcome telling(List<Quantity> quantities) {
        return new Outcome(study, equilibrium, solveSeconds, market, quantities, errorBars);
    }

    /** The same with error bars of quantities. */
    public Outcome with(List<ErrorBar> bars) {
        return new Outcome(study, equilibrium, solveSeconds, market, quantities, bars);
    }

    /** The error bars that were asked for and found. */
    public List<ErrorBar> errorBars() {
        return errorBars;
    }

    /** The error bar of a statistic, if it has one. */
    public Optional<ErrorBar> errorBar(String statistic) {
        return errorBars.stream()
                .filter(bar -> bar.quantity().equals(statistic))
                .findFirst();
    }

    /** Why statistics have no error bar where others have one, by name. */
    public Map<String, String> withoutBar() {
        return errorBars.isEmpty() ? Map.of() : statistics().ofTheGrid();
    }

    /** What was asked. */
    public Study study() {
        return study;
    }

    /** What was found. */
    public Equilibrium equilibrium() {
        return equilibrium;
    }

    /** The market that cleared, where prices were sought. */
    public Optional<ClearedMarket> market() {
        return market;
    }

    /** The time the solve took, in seconds. */
    public double solveSeconds() {
        return solveSeconds;
    }

    /** What the game tells of its equilibrium, and the quantities asked for; nothing where there is none. Computed once, when it is asked for. */
    public Statistics statistics() {
        if (statistics == null) {
            statistics = equilibrium.isConverged() ? study.statistics(equilibrium, quantities) : Statistics.NONE;
        }
        return statistics;
    }

    /** Why it is no equilibrium, or perhaps none, in a line: the solver's message, the promise that the game breaks, or the doubts about its fields; empty for an equilibrium. */
    public String reason() {
        return equilibrium.isConverged()
                ? study.objection().orElseGet(() -> String.join("; ", Doubts.of(equilibrium)))
                : equilibrium.message();
    }

    /** What was found of a stationary game. */
    public Optional<StationaryEquilibrium> stationary() {
        return study.isStationary() ? Optional.of(StationaryEquilibrium.of(equilibrium)) : Optional.empty();
    }

    /** The ergodic constant that was found, of an ergodic game. */
    public OptionalDouble constant() {
        return study.discreteGame().game().isErgodic()
                ? OptionalDouble.of(stationary().orElseThrow().constant())
                : OptionalDouble.empty();
    }

    /** What the ergodic constant should be, of an ergodic game with an exact solution. */
    public OptionalDouble exactConstant() {
        MeanFieldGame game = study.discreteGame().game();
        Optional<ExactSolution> exact = game.isErgodic() ? game.exactSolution() : Optional.empty();
        double[] origin = new double[game.domain().dimension()];
        return exact.map(e -> OptionalDouble.of(e.value(0, origin) - e.value(1, origin)))
                .orElse(OptionalDouble.empty());
    }
}
