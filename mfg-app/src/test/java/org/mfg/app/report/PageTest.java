package org.mfg.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.api.equilibrium.Equilibrium;

class PageTest {
    @TempDir
    Path folder;

    @Test
    void aLargeGameStaysBelowEightMegabytes() throws IOException {
        Page page = new Page("large", "256 x 256 nodes, 128 time steps");
        page.html(Report.fields(page, FieldSamples.of(PlaneSample.walk(256, 256, 128))));

        Path file = page.write(folder.resolve("index.html"));

        assertThat(Files.size(file)).isLessThan(8_000_000);
        assertThat(file).content().contains("38 of 129 time levels and 97 of 256 x 97 of 256 nodes");
    }

    @Test
    void theNumbersOnThePageAreNumbersOfTheSolution() throws IOException {
        Equilibrium equilibrium = PlaneSample.walk(5, 4, 3);
        PageData data = new PageData();
        data.add(FieldSamples.of(equilibrium));

        JsonNode json = json(data);

        assertThat(json.at("/axes/0/upper").asText()).isEqualTo("EXIT");
        assertThat(json.at("/exits").toString()).isEqualTo("[{\"axis\":0,\"upper\":true,\"from\":0.0,\"to\":1.0}]");
        assertThat(json.at("/times").size()).isEqualTo(4);
        ByteBuffer m =
                ByteBuffer.wrap(json.at("/fields/m/values").binaryValue()).order(ByteOrder.LITTLE_ENDIAN);
        for (int level = 0; level < 4; level++) {
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 5; column++) {
                    assertThat(m.getFloat()).isEqualTo((float) equilibrium.m()[(level * 5 + column) * 4 + row]);
                }
            }
        }
    }

    @Test
    void whatHasNoLogarithmIsAGap() throws IOException {
        PageData data = new PageData();
        double[] values = {1, 0, -1, Double.NaN, Double.POSITIVE_INFINITY};
        data.add(new LineChart(
                "c", "", "</script>", true, List.of(new LineChart.Line("a", Map.of("n", values), values))));

        JsonNode json = json(data);

        assertThat(json.at("/charts/c/lines/0/values").toString()).isEqualTo("[1.0,null,null,null,null]");
        assertThat(json.at("/charts/c/lines/0/against/n").toString()).isEqualTo("[1.0,0.0,-1.0,null,null]");
        assertThat(json.at("/charts/c/quantity").asText()).isEqualTo("</script>");
    }

    @Test
    void aPageOfAComparisonNeedsNoGame() throws IOException {
        double[] residuals = {1, 0.1, 0.01};
        Page page = new Page("tutorial", "two solvers")
                .status(Light.AMBER, "1 of 2 converged", "picard oscillates")
                .section("Runs")
                .table(List.of("solver", "status"), List.of(List.of("picard", "<STALLED>")))
                .chart(new LineChart(
                        "residuals",
                        "residuals",
                        "residual",
                        true,
                        List.of(new LineChart.Line("picard", Map.of("iteration", new double[] {0, 1, 2}), residuals))));

        Path file = page.write(folder.resolve("index.html"));

        assertThat(file).content().contains("1 of 2 converged", "&lt;STALLED&gt;", "\"residuals\"");
    }

    private static JsonNode json(PageData data) throws IOException {
        StringWriter text = new StringWriter();
        data.write(text);
        assertThat(text.toString()).doesNotContain("<", ">");
        return new ObjectMapper().readTree(text.toString());
    }
}
