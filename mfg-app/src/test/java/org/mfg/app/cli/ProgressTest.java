package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.solvers.Mfg;

class ProgressTest {
    private static final double[] FIELD = new double[0];

    private final StringWriter shown = new StringWriter();

    private static Iteration iteration(int index, double residual) {
        return new Iteration(index, residual, 1e-14, 0.5, 0.01, 0, 0, 1, 12, 0.5);
    }

    private static DiscreteGame game(int nodes) {
        Mfg mfg = Mfg.load();
        return mfg.discretize(mfg.game("tutorial", Map.of()), nodes, 10);
    }

    @Test
    void aTerminalHasOneLineThatTellsTheGridTheIterationAndTheTime() {
        StatusLine terminal = StatusLine.ofTerminal(new PrintWriter(shown));
        try (Progress progress = new Progress(terminal, new AtomicBoolean(true))) {
            progress.onIterate(game(20), iteration(3, 1e-3), FIELD, FIELD);
            progress.clear();

            assertThat(shown.toString())
                    .startsWith("\r20 nodes, 10 steps: iteration 3, residual 1.0e-03, 12 sweeps, 0 s")
                    .endsWith(" \r")
                    .doesNotContain("\n");
            assertThat(progress.isCancelled()).isTrue();
        }
    }

    @Test
    void aSearchForPricesTellsTheirTryAndTheSolveThatItTakes() {
        StatusLine terminal = StatusLine.ofTerminal(new PrintWriter(shown));
        try (Progress progress = new Progress(terminal, new AtomicBoolean())) {
            progress.onPrices(2, 9e-7);
            assertThat(shown.toString()).startsWith("\rprice path 2, excess 9.0e-07 at most, 0 s");
            while (!terminal.isDue()) {
                Thread.onSpinWait();
            }
            progress.onIterate(game(20), iteration(3, 1e-3), FIELD, FIELD);
            assertThat(shown.toString())
                    .contains("price path 2, excess 9.0e-07 at most: 20 nodes, 10 steps: iteration 3");
        }
    }

    /** Where nobody feels the crowd there is nothing to iterate. */
    @Test
    void aStationaryGameOnTheWayHasAName() {
        StatusLine terminal = StatusLine.ofTerminal(new PrintWriter(shown));
        try (Progress progress = new Progress(terminal, new AtomicBoolean())) {
            progress.callStationary("steady state");
            Mfg mfg = Mfg.load();
            progress.onIterate(mfg.discretize(mfg.game("aiyagari", Map.of()), 50, 1), iteration(0, 1e-3), FIELD, FIELD);
            assertThat(shown.toString()).startsWith("\rsteady state: 50 x 2 nodes: residual 1.0e-03, 12 sweeps, 0 s");
        }
    }

    @Test
    void aLogHasNoLineOfASolveThatTakesLessThanTenSeconds() {
        StatusLine log = StatusLine.ofLog(new PrintWriter(shown));
        try (Progress progress = new Progress(log, new AtomicBoolean())) {
            progress.onIterate(game(20), iteration(3, 1e-3), FIELD, FIELD);
            progress.clear();
        }
        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void aLogHasWholeLines() {
        StatusLine log = StatusLine.ofLog(new PrintWriter(shown));
        log.show("halfway");
        log.clear();
        assertThat(shown.toString()).isEqualTo("halfway" + System.lineSeparator());
    }

    /** The residual falls to a tenth in each second: from 1e-3 to 1e-8 it takes five more. */
    @Test
    void aResidualThatFallsSteadilyIsForecast() {
        Forecast forecast = new Forecast(1e-8);
        for (int k = 0; k < 4; k++) {
            assertThat(forecast.secondsLeft(k)).isEmpty();
            forecast.add(Math.pow(10, -k), k);
        }
        assertThat(forecast.secondsLeft(3).orElseThrow()).isCloseTo(5, within(1e-9));
        assertThat(forecast.secondsLeft(4.5).orElseThrow()).isCloseTo(3.5, within(1e-9));
        assertThat(forecast.secondsLeft(9)).isEmpty();
    }

    @Test
    void whatDoesNotFallIsNotForecast() {
        Forecast forecast = new Forecast(1e-8);
        for (int k = 0; k < 9; k++) {
            forecast.add(1e-3 * (1 + k % 2), k);
        }
        assertThat(forecast.secondsLeft(9)).isEmpty();
    }

    @Test
    void timesAreReadAndWrittenAsPeopleDo() {
        assertThat(Seconds.parse("30s")).hasValue(30);
        assertThat(Seconds.parse("0.5m")).hasValue(30);
        assertThat(Seconds.parse("2h")).hasValue(7200);
        assertThat(Seconds.parse("2")).isEmpty();
        assertThat(Seconds.parse("-2s")).isEmpty();
        assertThat(Seconds.inWords(12.3)).isEqualTo("12 s");
        assertThat(Seconds.inWords(185)).isEqualTo("3:05 min");
        assertThat(Seconds.inWords(7200)).isEqualTo("2:00 h");
    }
}
