package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;
import org.mfg.output.npz.NpyArray;
import org.mfg.output.npz.NpzFile;

class FitCommandTest {
    @TempDir
    Path folder;

    private Path game(String name, String cost) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, """
                domain: {x: {lower: 0, upper: 1, boundary: no-flux}}
                horizon: 1
                viscosity: 0.1
                hamiltonian: quadratic
                couplings: [power]
                running-cost: %s
                initial-density: exp(-5*(x-0.3)^2)
                grid: {nodes: 21, steps: 10}
                """.formatted(cost));
        return file;
    }

    private CommandRun fit(Path game, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "fit",
                game.toString(),
                "--data",
                folder.resolve("true/solution.npz").toString(),
                "--running-cost",
                "--out",
                folder.resolve("fit").toString()));
        all.addAll(List.of(options));
        return CommandRun.of(all.toArray(new String[0]));
    }

    /** Two numbers of an economy that clears, and the two parameters that they are from; what the market sets is told, and is no parameter. */
    @Test
    void parametersOfAnEconomyAreFittedAtThePricesThatClearIt() throws IOException {
        CommandRun cleared = CommandRun.of(
                "clear", "aiyagari", "--nx", "60", "--no-figures", "--no-report", "--out", folder.toString());
        JsonNode numbers = new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .get("statistics");
        double rate = new ObjectMapper()
                .readTree(folder.resolve("market.json").toFile())
                .at("/prices/interest-rate")
                .asDouble();
        assertThat(cleared.code()).isZero();
        Path data = Files.writeString(
                folder.resolve("market.csv"),
                "quantity,value,error\ninterest-rate," + rate + ",1e-3\ncapital,"
                        + numbers.get("capital").asDouble() + ",1e-2\n");
        String[] fit = {
            "fit", "aiyagari", "--clear", "--nx", "60", "--data", data.toString(), "--out", folder.toString()
        };
        CommandRun run = CommandRun.of(Stream.concat(
                        Stream.of(fit),
                        Stream.of("--parameters", "discount,tfp", "--discount", "0.055", "--tfp", "0.11"))
                .toArray(String[]::new));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("discount +0\\.055\\d* +0\\.0(50000|49999)")
                .containsPattern("interest-rate +" + Double.toString(rate).substring(0, 8))
                .contains(" markets cleared.");
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("fit.json").toFile())
                        .at("/market/interest-rate")
                        .asDouble())
                .isCloseTo(rate, within(1e-8));
        CommandRun ofPrices = CommandRun.of(Stream.concat(Stream.of(fit), Stream.of("--parameters", "interest-rate"))
                .toArray(String[]::new));
        assertThat(ofPrices.err())
                .contains("--parameters must name no prices, which the market sets, was interest-rate");
        CommandRun ofCosts = CommandRun.of(
                Stream.concat(Stream.of(fit), Stream.of("--running-cost")).toArray(String[]::new));
        assertThat(ofCosts.err()).contains("--clear must come without --running-cost");
    }

    @Test
    void aRunningCostIsFoundFromADensity() throws IOException {
        CommandRun.of(
                "run",
                game("true.yaml", "0.5*cos(2*pi*x)").toString(),
                "--out",
                folder.resolve("true").toString());
        Path known = game("known.yaml", "0");
        CommandRun run = fit(known, "--noise", "0.001");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("231 observations, residuals of .*, regularization .* games solved");
        List<String> rows = Files.readAllLines(folder.resolve("fit/running-cost.csv"));
        assertThat(rows.get(0)).isEqualTo("x,running-cost");
        for (int i = 0; i <= 20; i++) {
            double[] row = Arrays.stream(rows.get(i + 1).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(row[1]).isCloseTo(0.5 * Math.cos(2 * Math.PI * row[0]), within(0.05));
        }
        assertThat(folder.resolve("fit/running-cost.png")).isNotEmptyFile();
        assertThat(folder.resolve("fit/fit-regularization.png")).isNotEmptyFile();
        assertThat(folder.resolve("fit/fit-residuals.png")).isNotEmptyFile();
        assertThat(fit(known, "--noise", "0.1", "--regularization", "1").err())
                .contains("--noise must come without --regularization");
        assertThat(fit(known, "--noise", "-1").err()).contains("noise must be > 0");
    }

    private CommandRun fit(Map<String, NpyArray> data, String... options) throws IOException {
        Path file = folder.resolve("data.npz");
        NpzFile.write(file, data);
        List<String> all = new ArrayList<>(List.of("fit", "tutorial", "--nx", "20", "--nt", "10", "--quiet"));
        all.addAll(List.of(
                "--data", file.toString(), "--out", folder.resolve("found").toString()));
        all.addAll(List.of(options));
        return CommandRun.of(all.toArray(new String[0]));
    }

    private static NpyArray vector(double... values) {
        return new NpyArray(values, values.length);
    }

    @Test
    void aSingleTimeOrPlaceHasItsFigures() throws IOException {
        NpyArray three = vector(0.2, 0.4, 0.6);
        CommandRun time = fit(
                Map.of("t", vector(0.5), "x", three, "m", new NpyArray(new double[] {1, 2, 1}, 1, 3)),
                "--parameters",
                "lambda");
        assertThat(time.code()).as(time.err()).isZero();
        CommandRun place = fit(
                Map.of("t", three, "x", vector(0.5), "m", new NpyArray(new double[] {1, 1.5, 1.8}, 3, 1)),
                "--parameters",
                "lambda");
        assertThat(place.code()).as(place.err()).isZero();
        CommandRun positions = fit(
                Map.of("t", vector(0.5), "positions", new NpyArray(new double[] {0.3, 0.4, 0.5}, 3, 1)),
                "--parameters",
                "lambda");
        assertThat(positions.code()).as(positions.err()).isZero();
        assertThat(folder.resolve("found/fit-residuals.png")).isNotEmptyFile();
    }

    /** At the time 0 the density is the initial one, whatever the coupling. */
    @Test
    void whatTheDataDoNotTellIsSaidToThoseWhoAreQuietAndInTheFile() throws IOException {
        NpyArray m = new NpyArray(new double[] {1, 2, 1, 0.5}, 1, 4);
        CommandRun run = fit(
                Map.of("t", vector(0), "x", vector(0.1, 0.3, 0.5, 0.7), "m", m), "--parameters", "lambda,viscosity");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        String sentence = "the observations do not tell these parameters apart: ";
        assertThat(run.err()).startsWith("mfg: warning: " + sentence);
        JsonNode json = json();
        assertThat(json.get("warnings")).hasSize(1);
        assertThat(json.get("warnings").get(0).asText()).startsWith(sentence);
        assertThat(json.get("directions")).hasSize(2).allSatisfy(direction -> {
            JsonNode weights = direction.get("weights");
            double lambda = weights.get("lambda").doubleValue();
            double viscosity = weights.get("viscosity").doubleValue();
            assertThat(Math.hypot(lambda, viscosity)).isCloseTo(1, within(1e-12));
        });
    }

    /** No noise makes a crowd as narrow as this one on so few nodes. */
    @Test
    void aParameterAtItsBoundIsNamed() throws IOException {
        CommandRun run = fit(
                Map.of("variance(T)", vector(0.0005, 0.001), "mean(T)", vector(0.5, 0.1)), "--parameters", "viscosity");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("viscosity is at its bound 0: its standard error says little");
        assertThat(json().get("warnings").get(0).asText()).contains("viscosity is at its bound 0");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("found/fit.json").toFile());
    }

    @Test
    void whatWouldBeIgnoredIsRefused() throws IOException {
        Map<String, NpyArray> data =
                Map.of("t", vector(0.5), "x", vector(0.2, 0.4), "m", new NpyArray(new double[] {1, 2}, 1, 2));
        assertThat(fit(data, "--parameters", "lambda", "--running-cost").err())
                .contains("--parameters must come without --running-cost");
        assertThat(fit(data, "--running-cost", "--starts", "2").err())
                .contains("--starts must come without --running-cost");
        assertThat(fit(data, "--parameters", "lambda", "--noise", "0.1").err())
                .contains("--noise must come with --running-cost");
    }

    /** Of a fine grid's own density, on a tenth of the intervals. */
    @Test
    void aGridThatMovesAParameterIsNamed() throws IOException {
        Path game = game("true.yaml", "0.5*cos(2*pi*x)");
        String data = folder.resolve("true").toString();
        CommandRun.of("run", game.toString(), "--nx", "201", "--nt", "100", "--out", data);
        CommandRun run = CommandRun.of(
                "fit",
                game.toString(),
                "--data",
                data + "/solution.npz",
                "--parameters",
                "viscosity",
                "--out",
                folder.resolve("fit").toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).containsPattern("warning: the grid moves viscosity by about -.*standard errors: ");
        assertThat(run.out()).contains("by the grid");
        assertThat(folder.resolve("fit/fit.csv")).content().contains(",by-the-grid");
        assertThat(folder.resolve("fit/fit.json")).content().contains("\"by-the-grid\" : -");
    }
}
