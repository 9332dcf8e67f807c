package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;
import org.mfg.output.npz.NpzFile;

class PathCommandTest {
    private static final List<String> ECONOMY = List.of(
            "path",
            "aiyagari",
            "--min-wealth=-0.7",
            "--max-wealth=20",
            "--nx",
            "150",
            "--until",
            "100",
            "--steps",
            "50");

    @TempDir
    Path folder;

    private CommandRun run(String... more) {
        List<String> arguments = new ArrayList<>(ECONOMY);
        arguments.addAll(List.of("--out", folder.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(new String[0]));
    }

    @Test
    void aShockLeavesTablesMatricesAndAFigure() throws IOException {
        CommandRun run = run("--shock", "tfp=-3%,decay=0.2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "CONVERGED",
                        "50 columns to interest-rate and to tfp, in ",
                        "excess of capital",
                        "mean consumption",
                        "not at rest at the end");
        List<String> rows = Files.readAllLines(folder.resolve("path.csv"));
        assertThat(rows).hasSize(52);
        assertThat(rows.get(0)).startsWith("t,tfp,interest-rate,capital,").contains("excess-capital");
        for (String file : List.of("impulse.png", "impulse.svg", "path.json", "solution.npz")) {
            assertThat(folder.resolve(file)).exists();
        }
        try (NpzFile jacobian = NpzFile.open(folder.resolve("jacobian.npz"))) {
            assertThat(jacobian.names())
                    .contains("capital_to_interest-rate", "capital_to_tfp", "equilibrium_interest-rate_to_tfp", "t");
            assertThat(jacobian.shape("capital_to_tfp")).containsExactly(50, 50);
        }
        try (NpzFile solution = NpzFile.open(folder.resolve("solution.npz"))) {
            assertThat(solution.shape("m")).containsExactly(51, 150, 2);
            assertThat(solution.shape("consumption")).containsExactly(50, 150, 2);
        }
    }

    /** The elasticity in the size is that of a difference of two paths. */
    @Test
    void aPathHasDerivatives() throws IOException {
        CommandRun run = run(
                "--shock",
                "tfp=-3%,decay=0.2",
                "--to",
                "tfp.size,tfp.decay,risk-aversion",
                "--of",
                "capital(7)",
                "--of",
                "mean-consumption",
                "--figure-until",
                "40");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("capital(7.0)", "mean-consumption(", "risk-aversion");
        for (String file : List.of("derivatives.csv", "derivatives-capital.png", "path.json")) {
            assertThat(folder.resolve(file)).exists();
        }
        double derivative = number(folder.resolve("derivatives.csv"), "interest-rate_to_tfp.size");
        List<String> more = List.of("--excess-tolerance", "1e-13", "--no-figures", "--shock");
        double above = rate(more, "tfp=-3.03%,decay=0.2");
        double below = rate(more, "tfp=-2.97%,decay=0.2");
        assertThat(derivative).isCloseTo((above - below) / 0.02, within(1e-4 * Math.abs(derivative)));
    }

    private double rate(List<String> options, String shock) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.add(shock);
        CommandRun run = run(all.toArray(new String[0]));
        assertThat(run.code()).as(run.err()).isZero();
        return number(folder.resolve("path.csv"), "interest-rate");
    }

    /** What a table has in a column three steps after the start. */
    private static double number(Path table, String column) throws IOException {
        List<String> rows = Files.readAllLines(table);
        int at = List.of(rows.get(0).split(",")).indexOf(column);
        return Double.parseDouble(rows.get(4).split(",")[at]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to|tpf.size|unknown parameter of the path of game aiyagari 'tpf.size'; did you mean tfp.size?",
                "--to|interest-rate|unknown parameter of the path of game aiyagari 'interest-rate'",
                "--to|tfp,tfp|--to must name each parameter once, was tfp twice",
            })
    void derivativesOfWhatIsNotThereAreRefusedInALine(String option, String value, String message) {
        CommandRun run = run("--shock", "tfp=-3%,decay=0.2", option, value);
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }

    @Test
    void numbersAreToldWithoutDerivativesToo() throws IOException {
        CommandRun run = run("--shock", "tfp=-3%,decay=0.2", "--of", "capital(6)", "--no-figures");
        assertThat(run.code()).as(run.err()).isZero();
        String[] columns = Files.readAllLines(folder.resolve("path.csv")).get(0).split(",");
        String[] atSix = Files.readAllLines(folder.resolve("path.csv")).get(4).split(",");
        assertThat(atSix[0]).isEqualTo("6.0");
        double capital = Double.parseDouble(atSix[List.of(columns).indexOf("capital")]);
        assertThat(run.out()).containsPattern("capital\\(6.0\\) +" + String.format(Locale.ROOT, "%.8f", capital));
    }

    @Test
    void numbersThatThePathHasNotAreRefusedInALine() {
        assertThat(run("--shock", "tfp=-3%,decay=0.2", "--to", "tfp", "--of", "capital(200)")
                        .err())
                .isEqualToIgnoringNewLines("mfg: time of capital must be >= 0 and <= 100.0, was 200.0");
        assertThat(run("--shock", "tfp=-3%,decay=0.2", "--to", "tfp", "--of", "kapital")
                        .err())
                .startsWith("mfg: unknown number of the path 'kapital'; did you mean capital?")
                .hasLineCount(1);
    }

    /** Who is how productive does not depend on how much risk they like, but what all of them are worth on what one is. */
    @Test
    void whatDoesNotMoveHasNoRowAndNoFigure() {
        CommandRun run = run("--shock", "tfp=-3%,decay=0.2", "--to", "risk-aversion");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("interest-rate(", "capital(").doesNotContain("labour");
        assertThat(folder.resolve("derivatives-capital.png")).exists();
        assertThat(folder.resolve("derivatives-labour.png")).doesNotExist();
        assertThat(run("--shock", "tfp=-3%,decay=0.2", "--to", "low").out())
                .containsPattern("labour\\(0.0\\) +1.5000000 +low +1.0000000 +0.5000000");
    }

    @Test
    void aPathWithoutAShockSaysSo() {
        CommandRun run = run("--no-figures");
        assertThat(run.out()).contains("CONVERGED").doesNotContain("before", "gain");
        assertThat(folder.resolve("welfare.csv")).doesNotExist();
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "mfg: warning: no shock is given, so that nothing moves: --shock NAME=PATH gives one");
    }

    @Test
    void aShockMayBeData() throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "t,tfp,other\n0,0.1,0.1\n1,0.098,0.09\n20,0.1,0.1\n100,0.1,0.1\n");
        CommandRun run = run("--shock", "tfp=" + data, "--time-grading", "8");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("welfare gain", "share that gains");
        List<String> rows = Files.readAllLines(folder.resolve("path.csv"));
        String[] last = rows.get(rows.size() - 1).split(",", -1);
        assertThat(last[0]).isEqualTo("100.0");
        assertThat(folder.resolve("welfare.csv")).content().startsWith("a,income,mass,gain");
        assertThat(folder.resolve("path.json")).content().contains("\"time-grading\"", "\"welfare-gain\"");

        Files.writeString(data, "t,tfp\n0,0.1\n1,0.098\n20,0.1\n");
        assertThat(run("--shock", "tfp=" + data).err())
                .startsWith(
                        "mfg: shock of tfp must reach from t = 0 to the end of the path, t = 100.0, but its times go from 0.0 to 20.0")
                .contains("data.csv")
                .hasLineCount(1);
        Files.writeString(data, "t,tfp\n0,0.1\n1,x\n100,0.1\n");
        assertThat(run("--shock", "tfp=" + data).err())
                .contains("must have numbers in column tfp", "'x' in line 3", "data.csv")
                .hasLineCount(1);
        assertThat(run("--shock", "tfp=" + data + ",column=wages").err())
                .contains("unknown column 'wages'", "known: t, tfp")
                .hasLineCount(1);
        Files.writeString(data, "t,tfp\n0,0.1\n2,0.098\n1,0.1\n100,0.1\n");
        assertThat(run("--shock", "tfp=" + data).err()).contains("must have increasing times, but 1.0 follows 2.0");
    }

    @Test
    void aFileAndOptionsSayTheSame() throws IOException {
        Path file = folder.resolve("economy.yaml");
        Files.writeString(file, """
                game: aiyagari
                parameters: {min-wealth: -0.7, max-wealth: 20}
                grid: {nodes: 150}
                path:
                  until: 100
                  steps: 50
                  shocks: {tfp: "tfp*(1-0.03*exp(-0.2*t))"}
                """);
        Path out = folder.resolve("of-file");
        CommandRun ofFile = CommandRun.of("path", file.toString(), "--no-figures", "--out", out.toString());
        assertThat(ofFile.code()).as(ofFile.err()).isZero();
        CommandRun ofOptions = run("--shock", "tfp=-3%,decay=0.2", "--no-figures");
        assertThat(ofOptions.code()).as(ofOptions.err()).isZero();
        assertThat(rate(out)).isCloseTo(rate(folder), within(1e-12));
    }

    private static double rate(Path out) throws IOException {
        return Double.parseDouble(
                Files.readAllLines(out.resolve("path.csv")).get(6).split(",")[2]);
    }

    @Test
    void pricesThatAreGivenMayBeShocked() {
        CommandRun run = run(
                "--given-prices", "--interest-rate", "0.03", "--shock", "interest-rate=10%,decay=0.3", "--no-figures");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Prices are given.", "0.03000000 before");
        assertThat(folder.resolve("jacobian.npz")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tpf=-3% | unknown parameter of a shock 'tpf'; did you mean tfp?",
                "tfp | shock must be NAME=PERCENT%, NAME=PERCENT%,decay=RATE, NAME=FORMULA of t or NAME=FILE.csv, was tfp",
                "tfp=-3,decay=0.2 | shock must be NAME=PERCENT%, NAME=PERCENT%,decay=RATE, NAME=FORMULA of t or NAME=FILE.csv, was tfp=-3,decay=0.2",
                "tfp=-3%,decay=x | decay of the shock of tfp must be a number, was x",
                "tfp=-3%,decay=-1 | decay must be finite and > 0, was -1.0",
                "tfp=ln(t) | shock of tfp 'ln(t)' cannot be read: unknown name 'ln'",
                "tfp=-120% | tfp must be > 0, was -0.0",
                "tfp=0.1+0.001*t | shock of tfp must be at rest by the end, t = 100.0",
                "tfp=-3%,decay=0.001 | shock of tfp must be at rest by the end, t = 100.0",
                "tfp=0.1/(t-50)^2 | shock of tfp '0.1/(t-50)^2' divides by zero at t = 50",
                "tfp=0.1*(1-(t/50)*exp(-(t-50)^2)) | tfp must be > 0, was 0.0 (at t = 50.0)",
                "interest-rate=1% | interest-rate must not be shocked: the market sets it",
                "discount=1%,decay=1 | discount must not move on a path, but at t = 2.0",
                "rate-up=10% | rate-up must not be shocked: the places or the states of the game depend on it",
                "min-wealth=-10%,decay=1 | min-wealth must not be shocked: the places or the states of the game depend on it",
                "tfp=no-such.csv | shock cannot be read: there is no such file (no-such.csv)",
                "tfp=-75%,decay=0.2 | at wealth -0.7 in state low (at t = 2.0, where tfp = 0.0497",
            })
    void aShockThatIsNotOneIsRefusedInALine(String shock, String message) {
        CommandRun run = run("--shock", shock);
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(folder.resolve("path.json")).doesNotExist();
    }

    /** Who cannot pay their interest after the shock is told with it, not with the price alone. */
    @Test
    void aShockAfterWhichThereIsNoGameIsNamed() {
        CommandRun given = run("--given-prices", "--shock", "tfp=-60%");
        assertThat(given.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(given.err()).contains("(after the shock, where tfp = 0.04)");
        CommandRun cleared = run("--shock", "tfp=-60%");
        assertThat(cleared.code()).isEqualTo(ExitCode.NO_EQUILIBRIUM);
        assertThat(cleared.err()).contains("no steady state: ", "(after the shock, where tfp = 0.04)");
    }

    @Test
    void aGameWithAHorizonHasNoPath() {
        CommandRun run = CommandRun.of("path", "tutorial", "--given-prices", "--out", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("game tutorial must be stationary to have a path: it has a horizon");
    }

    @Test
    void aPathThatDoesNotReturnSaysSo() {
        CommandRun run = CommandRun.of(
                "path",
                "aiyagari",
                "--nx",
                "100",
                "--until",
                "10",
                "--nt",
                "10",
                "--shock",
                "tfp=-40%,decay=0.8",
                "--no-figures",
                "--out",
                folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: the path does not return: at t = 10.0, ", "give a later --until");
        assertThat(run.out()).contains("10 columns to interest-rate");
    }

    @Test
    void whatIsWrongInAFileIsToldWithItsLine() throws IOException {
        Path file = folder.resolve("economy.yaml");
        Files.writeString(file, "game: aiyagari\ngrid: {nodes: 150}\npath:\n  untill: 100\n");
        CommandRun run = CommandRun.of("path", file.toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("untill").contains("economy.yaml:4");
    }
}
