package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.app.CommandRun;
import org.mfg.solvers.Mfg;

/** Economies in files. */
class HouseholdSectionTest {
    private static final String AIYAGARI = """
            household:
              utility: {crra: 2}
              discount: 0.05
              incomes: [1, 2]
              rates: [[0, 1/3], [1/3, 0]]
              wealth: {lower: -0.8, upper: 20}
              interest-rate: 0.045
            market:
              capital: {tfp: 0.1, capital-share: 1/3, depreciation: 0.05}
            grid: {nodes: 250}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void paths() {
        file = folder.resolve("mine.yaml");
    }

    /** The interest rate of an independent program on this grid. */
    @Test
    void aFileOfHouseholdsAndAFirmClearsWhereThePackagedEconomyDoes() throws IOException {
        Files.writeString(file, AIYAGARI);
        CommandRun run = CommandRun.of(
                "clear",
                file.toString(),
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("o").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("0.04569202").contains("mine");
        assertThat(Files.readString(folder.resolve("o/market.json")).replaceAll("\\s", ""))
                .contains("\"interest-rate\":0.0456920166");
    }

    /** The same game to the last bit: the same equations from the same numbers. */
    @Test
    void theGameIsThatOfThePackagedEconomy() throws IOException {
        Files.writeString(file, AIYAGARI);
        Mfg mfg = Mfg.load();
        GameProvider mine = GameFile.read(file, mfg).game();
        GameProvider packaged = mfg.games().provider("aiyagari");
        Map<String, Object> given = Map.of("min-wealth", -0.8, "max-wealth", 20, "interest-rate", 0.045);
        Parameters values = mfg.games().parameters("aiyagari", given);
        double[] x = {0.3, 1};
        double[] p = {-3, 0};
        assertThat(mine.create(Parameters.of("mine", mine.parameters(), Map.of()))
                        .hamiltonian()
                        .value(0, x, p, 0))
                .isEqualTo(packaged.create(values).hamiltonian().value(0, x, p, 0));
        assertThat(mine.equations(Parameters.of("mine", mine.parameters(), Map.of())))
                .isEqualTo(packaged.equations(values));
    }

    @Test
    void itsNumbersAreOptions() throws IOException {
        Files.writeString(file, AIYAGARI.replace("{crra: 2}", "log(c)"));
        CommandRun run = CommandRun.of(
                "run",
                file.toString(),
                "--utility",
                "c^(1-2)/(1-2)",
                "--interest-rate",
                "0.03",
                "--tfp",
                "0.11",
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("o").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("o/summary.json")))
                .contains("c^(1-2)/(1-2)")
                .contains("0.11");
    }

    /** Everything a household may have, one of each, is read and solved. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            utility: {crra: 2} | utility: {cara: 2}
            utility: {crra: 2} | utility: {stone-geary: {risk-aversion: 2, subsistence: 0.01}}
            utility: {crra: 2} | utility: log(c - 0.01)
            interest-rate: 0.045 | interest-rate: 0.03, borrowing-wedge: 0.02, taxes: {labour: 0.1, capital: 0.2}, transfer: 0.01
            interest-rate: 0.045 | interest-rate: 0.045, labour: {ghh: {weight: 1, frisch: 0.5}}
            interest-rate: 0.045 | interest-rate: 0.045, labour: {separable: {weight: 1, frisch: 0.5}}
            incomes: [1, 2], rates: [[0, 1/3], [1/3, 0]] | incomes: {reversion: 0.3, volatility: 0.2, states: 5}
            incomes: [1, 2], rates: [[0, 1/3], [1/3, 0]] | incomes: {reversion: 0.3, volatility: 0.2, low: 0.7, high: 1.3}
            incomes: [1, 2], rates: [[0, 1/3], [1/3, 0]] | incomes: 1, life: {horizon: 30, newborn: exp(-a^2), bequest: log(a + 2), income-profile: 1 + 0.1*t}
            """)
    void householdsOfAllKindsAreSolved(String given, String other) throws IOException {
        Files.writeString(file, small(given, other));
        CommandRun run = CommandRun.of(
                "run",
                file.toString(),
                "--no-figures",
                "--no-report",
                "--out",
                folder.resolve("o").toString());
        assertThat(run.code()).as(run.err()).isZero();
        // So small a grid does not hold the wealth of most of them.
        assertThat(run.err().lines()).allMatch(line -> line.endsWith(": max-wealth should be larger"));
    }

    private static String small(String given, String other) {
        String text = "household: {utility: {crra: 2}, discount: 0.05, incomes: [1, 2], rates: [[0, 1/3], [1/3, 0]],"
                + " wealth: {lower: -0.1, upper: 3}, interest-rate: 0.045}\ngrid: {nodes: 40}\n";
        assertThat(text).contains(given);
        return text.replace(given, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            utility: {crra: 2} | utility: {crra: -2} | risk-aversion must be > 0, was -2.0
            utility: {crra: 2} | utility: log(x) | utility 'log(x)' cannot be read: unknown name 'x' at position 5; the variables are c, the constants pi, e
            utility: {crra: 2} | utility: {crra: 2, cara: 1} | utility must be one of crra, cara, stone-geary, was a map
            utility: {crra: 2} | utility: c^2 | utility must be a formula in c that increases, with falling slope, was 'c^2'
            discount: 0.05 | discount: 0 | discount must be > 0, was 0.0
            discount: 0.05 | discount: many | discount 'many' cannot be read: unknown name 'many' at position 1; the variables are none, the constants pi, e
            discount: 0.05 | patience: 1 | unknown key of household 'patience' (known: utility, discount, incomes, rates, wealth, interest-rate, borrowing-wedge, wage, labour, taxes, transfer, life)
            incomes: [1, 2] | incomes: [1, -2] | incomes must be finite and > 0, was -2.0
            incomes: [1, 2] | incomes: [1, 2, 3] | rates must be a list of 3 rows, the rates from each income to each, was a list
            incomes: [1, 2] | incomes: 3 | rates must be given with a list of incomes only
            rates: [[0, 1/3], [1/3, 0]] | rates: [[0, -1], [1/3, 0]] | rate from low to high must be finite and >= 0, was -1.0
            lower: -0.1 | lower: 4 | max-wealth must be above the least wealth 4.0, was 3.0
            lower: -0.1 | lower: -50 | interest-rate must leave every household an income after interest and taxes, was 0.045, which leaves -1.25 at wealth -50.0 in state low
            interest-rate: 0.045 | interest-rate: 0.045, taxes: {labour: 1} | labour-tax must be < 1, was 1.0
            interest-rate: 0.045 | interest-rate: 0.045, labour: {ghh: {weight: 0, frisch: 1}} | labour-weight must be > 0, was 0.0
            interest-rate: 0.045}| interest-rate: 0.045}, market: {capital: {tfp: -1, capital-share: 0.3, depreciation: 1}} | tfp must be > 0, was -1.0
            interest-rate: 0.045 | interest-rate: 0.045, life: {horizon: 0, newborn: 1} | horizon must be > 0, was 0.0
            interest-rate: 0.045 | interest-rate: 0.045, life: {horizon: 1, newborn: b} | newborn 'b' cannot be read: unknown name 'b' at position 1; the variables are a, income, the constants pi, e
            interest-rate: 0.045}| interest-rate: 0.045, wage: 2}, market: {capital: {tfp: 1, capital-share: 0.3, depreciation: 1}} | wage must not be given with a firm, which sets it
            interest-rate: 0.045}| interest-rate: 0.045}, market: {bonds: many} | bonds must be zero-supply, was 'many'
            interest-rate: 0.045}| interest-rate: 0.045}, market: {budget: wage} | budget must be balanced by transfer, labour-tax or capital-tax, was 'wage'
            """)
    void aMistakeIsOneLineWithItsPlace(String given, String other, String message) throws IOException {
        Files.writeString(file, "{" + small(given.trim(), other.trim()).replace("\ngrid", ",\n  grid") + "}");
        CommandRun run = CommandRun.of(
                "run", file.toString(), "--out", folder.resolve("o").toString());
        assertThat(run.err().trim()).isEqualTo("mfg: " + message + " (" + file + ":1)");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aMarketOfAFileWithoutOneIsMissed() throws IOException {
        Files.writeString(file, small("0.05", "0.05"));
        CommandRun run = CommandRun.of(
                "clear", file.toString(), "--out", folder.resolve("o").toString());
        assertThat(run.err().trim()).isEqualTo("mfg: game mine has no market that could clear");
    }
}
