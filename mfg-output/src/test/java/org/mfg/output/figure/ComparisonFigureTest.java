package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonFigureTest {
    private static List<String> texts(int iterations) {
        double[] k = IntStream.rangeClosed(0, iterations).asDoubleStream().toArray();
        double[] seconds = IntStream.rangeClosed(0, iterations)
                .mapToDouble(i -> 0.01 * (i + 1))
                .toArray();
        double[] residuals = IntStream.rangeClosed(0, iterations)
                .mapToDouble(i -> Math.pow(10, -i))
                .toArray();
        SolveCurve solve = new SolveCurve("newton", k, seconds, residuals);
        return RecordingCanvas.of(ComparisonFigure.of(Style.HOUSE, List.of(solve))).texts.stream()
                .map(RecordingCanvas.Text::text)
                .toList();
    }

    @Test
    void fewIterationsAreCountedOneByOneAndManyByPowersOfTen() {
        assertThat(texts(4)).contains("0", "1", "2", "3", "4");
        assertThat(texts(60)).contains("0", "1", "10").doesNotContain("2", "20");
    }
}
