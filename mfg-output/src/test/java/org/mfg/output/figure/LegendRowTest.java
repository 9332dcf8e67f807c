package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LegendRowTest {
    @Test
    void ofMoreThanFitSomeAreShownFromFirstToLast() {
        RecordingCanvas canvas = new RecordingCanvas();
        LegendRow.paint(canvas, entries(40));
        List<RecordingCanvas.Text> texts = canvas.texts;
        assertThat(texts).hasSizeBetween(5, 20);
        assertThat(texts.get(0).text()).isEqualTo("state 0");
        assertThat(texts.get(texts.size() - 1).text()).isEqualTo("state 39");
        for (RecordingCanvas.Text text : texts) {
            assertThat(text.at().getX())
                    .isBetween(0.0, Style.HOUSE.units() - Style.HOUSE.width(text.text(), Style.TICK));
        }
    }

    @Test
    void allThatFitAreShown() {
        RecordingCanvas canvas = new RecordingCanvas();
        LegendRow.paint(canvas, entries(5));
        assertThat(canvas.texts).hasSize(5);
    }

    private static List<LegendRow.Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> new LegendRow.Entry("state " + k, Pen.data(0)))
                .toList();
    }
}
