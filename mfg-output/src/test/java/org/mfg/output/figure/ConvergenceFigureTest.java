package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Iteration;

class ConvergenceFigureTest {
    private static final String HJB = "#0072b2";
    private static final String DEFECT = "#009e73";

    @Test
    void missingValuesInterruptALine() {
        assertThat(pieces(List.of(1.0, 0.1, 0.01, 0.001))).isEqualTo(1);
        assertThat(pieces(List.of(1.0, 0.1, Double.NaN, 0.01, 0.001))).isEqualTo(2);
        assertThat(pieces(List.of(1.0, 0.1, 0.0, 0.01, 0.001))).isEqualTo(2);
        assertThat(pieces(List.of(1.0, 0.1, -1.0, 0.01, 0.001))).isEqualTo(2);
    }

    @Test
    void fewIterationsHaveMarkersAndManyHaveNone() {
        assertThat(markers(List.of(1.0, 0.1, 0.01)))
                .as("one of them in the legend")
                .isEqualTo(3 + 1);
        assertThat(markers(falling(2000))).isZero();
    }

    @Test
    void aPointBetweenTwoGapsIsMarkedEvenAmongMany() {
        List<Double> values = falling(100);
        values.set(49, Double.NaN);
        values.set(51, 0.0);
        assertThat(markers(values)).isEqualTo(1);
    }

    @Test
    void aDefectMeasuredNowAndThenIsALineWithoutGaps() {
        List<Iteration> history = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            double value = Math.exp(-0.01 * k);
            history.add(Samples.iteration(k, value, value, k % 10 == 0 ? value : Double.NaN, Double.NaN));
        }
        // The line, and the sample in the legend.
        assertThat(movesOf(history, "fill=\"none\" stroke=\"" + DEFECT + "\"")).isEqualTo(2);
    }

    private static List<Double> falling(int iterations) {
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < iterations; k++) {
            values.add(Math.exp(-0.01 * k));
        }
        return values;
    }

    private static long pieces(List<Double> hjb) {
        return moves(hjb, "fill=\"none\" stroke=\"" + HJB + "\"") - 1;
    }

    private static long markers(List<Double> hjb) {
        return moves(hjb, "fill=\"" + HJB + "\"");
    }

    /** The separate pieces of all paths of a kind; the sample in the legend counts as one. */
    private static long moves(List<Double> hjb, String kind) {
        List<Iteration> history = new ArrayList<>();
        for (double value : hjb) {
            history.add(Samples.iteration(history.size(), value, Double.NaN, Double.NaN, Double.NaN));
        }
        return movesOf(history, kind);
    }

    private static long movesOf(List<Iteration> history, String kind) {
        String svg = SvgCanvas.paint(ConvergenceFigure.of(Style.HOUSE, history));
        return Pattern.compile("d=\"([^\"]*)\" " + Pattern.quote(kind))
                .matcher(svg)
                .results()
                .map((MatchResult path) -> path.group(1))
                .flatMapToInt(String::chars)
                .filter(c -> c == 'M')
                .count();
    }
}
