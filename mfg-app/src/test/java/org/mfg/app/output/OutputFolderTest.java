package org.mfg.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Source;
import org.mfg.app.study.Study;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.Style;
import org.mfg.solvers.Mfg;

class OutputFolderTest {
    private static final int NODES = 12;
    private static final int STEPS = 7;

    @TempDir
    Path folder;

    private Outcome outcome;

    @BeforeEach
    void solveAndWrite() throws IOException {
        Mfg mfg = Mfg.load();
        Source source = Source.of(mfg.games().provider("tutorial"));
        GridChoice grid = new GridChoice(Map.of(0, NODES), OptionalInt.of(STEPS), OptionalDouble.empty());
        Map<String, Object> parameters = Map.of("viscosity", 0.1);
        outcome = Study.of(
                        mfg,
                        source.game(),
                        new Study.Request(parameters, grid, source.discretization(), source.solver()))
                .solve(Monitor.NONE);
        try (OutputFolder output = OutputFolder.open(folder, Style.HOUSE)) {
            output.writeData(outcome);
            output.writeSummary(outcome, Optional.empty(), 0.25);
            output.exchangeRun(List.of());
        }
    }

    @Test
    void summaryTellsProblemGridSolverResultAndVersions() throws IOException {
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        Iteration last = outcome.equilibrium().last();

        assertThat(summary.at("/problem/game").asText()).isEqualTo("tutorial");
        assertThat(summary.at("/problem/parameters/viscosity").asDouble()).isEqualTo(0.1);
        assertThat(summary.at("/problem/parameters/lambda").asDouble()).isEqualTo(0.5);
        assertThat(summary.at("/problem/domain/0/lower-boundary").asText()).isEqualTo("no-flux");
        assertThat(summary.at("/grid/nodes/0").asInt()).isEqualTo(NODES);
        assertThat(summary.at("/grid/steps").asInt()).isEqualTo(STEPS);
        assertThat(summary.at("/discretization/name").asText()).isEqualTo("upwind");
        assertThat(summary.at("/solver/name").asText()).isEqualTo("newton");
        assertThat(summary.at("/solver/parameters/tolerance").asDouble()).isEqualTo(1e-8);
        assertThat(summary.at("/status").asText()).isEqualTo("CONVERGED");
        assertThat(summary.at("/iterations").asInt())
                .isEqualTo(outcome.equilibrium().iterations());
        assertThat(summary.at("/sweeps").asInt())
                .isEqualTo(outcome.equilibrium().sweeps());
        assertThat(summary.at("/hjb-residual").asDouble()).isEqualTo(last.hjbResidual());
        assertThat(summary.at("/fp-residual").asDouble()).isEqualTo(last.fpResidual());
        assertThat(summary.at("/defect").asDouble()).isEqualTo(last.defect());
        assertThat(summary.at("/exploitability").asDouble()).isEqualTo(last.exploitability());
        assertThat(summary.at("/duality-gap").asDouble())
                .isEqualTo(outcome.equilibrium().dualityGap())
                .isBetween(0.0, 1e-10);
        assertThat(summary.at("/mass-drift").asDouble()).isEqualTo(last.massDrift());
        assertThat(summary.at("/min-density").asDouble()).isEqualTo(last.minDensity());
        assertThat(summary.at("/seconds/write").asDouble()).isEqualTo(0.25);
        assertThat(summary.at("/version").asText()).isNotBlank();
        assertThat(summary.at("/java").asText()).isNotBlank();
    }

    @Test
    void convergenceHasARowForEachIteration() throws IOException {
        List<List<String>> rows = rows("convergence.csv");

        assertThat(rows.get(0)).startsWith("iteration", "hjb-residual", "fp-residual", "defect", "exploitability");
        assertThat(rows).hasSize(1 + outcome.equilibrium().history().size());
        Iteration last = outcome.equilibrium().last();
        assertThat(Double.parseDouble(rows.get(rows.size() - 1).get(1))).isEqualTo(last.hjbResidual());
    }

    @Test
    void fieldsComeBackBitForBitFromCsvAndNpz() throws IOException {
        assertThat(field("density.csv")).containsExactly(outcome.equilibrium().m());
        assertThat(field("value.csv")).containsExactly(outcome.equilibrium().u());
        assertThat(array("m")).containsExactly(outcome.equilibrium().m());
        assertThat(array("u")).containsExactly(outcome.equilibrium().u());
    }

    @Test
    void headersAndFirstColumnAreTheCoordinates() throws IOException {
        List<List<String>> rows = rows("density.csv");
        double[] x = outcome.equilibrium().grid().coordinates(0);

        assertThat(rows.get(0).get(0)).isEqualTo("t");
        assertThat(rows.get(0).stream().skip(1).mapToDouble(Double::parseDouble))
                .containsExactly(box(x));
        assertThat(rows.stream().skip(1).map(r -> Double.parseDouble(r.get(0))).toList())
                .startsWith(0.0)
                .endsWith(1.0)
                .hasSize(STEPS + 1);
    }

    @Test
    void inTwoDimensionsEachNodeOfEachLevelHasARow() throws IOException {
        Grid grid = Grid.of(Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 2)), 3, 5);
        double[] field = new Random(1).doubles(2 * grid.size()).toArray();
        StringWriter out = new StringWriter();
        FieldCsv.write(out, "m", grid, new TimeGrid(1, 1), field);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(1 + field.length);
        assertThat(lines.get(0)).isEqualTo("t,x,y,m");
        assertThat(lines.get(1 + 15 + 5 + 2)).isEqualTo("1.0,0.5,1.0," + field[15 + 5 + 2]);
    }

    private static Double[] box(double[] values) {
        return java.util.Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    private double[] field(String name) throws IOException {
        return rows(name).stream()
                .skip(1)
                .flatMap(row -> row.stream().skip(1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private double[] array(String name) throws IOException {
        int headerBytes = 128;
        try (ZipFile zip = new ZipFile(folder.resolve("solution.npz").toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
            ByteBuffer values = ByteBuffer.wrap(bytes, headerBytes, bytes.length - headerBytes);
            double[] array = new double[values.remaining() / Double.BYTES];
            values.slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(array);
            return array;
        }
    }

    private List<List<String>> rows(String name) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(folder.resolve(name))) {
            return csv.stream().map(CsvRecord::getFields).collect(Collectors.toList());
        }
    }
}
