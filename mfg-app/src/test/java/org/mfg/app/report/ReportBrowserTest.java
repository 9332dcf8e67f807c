package org.mfg.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.Browser;
import org.mfg.app.CommandRun;
import org.mfg.app.study.Outcome;

/** The report as a reader sees it, in headless Chromium; skipped where there is none. */
class ReportBrowserTest {
    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void startBrowser() throws IOException {
        Optional<Path> program = Browser.find();
        assumeTrue(program.isPresent(), "skipped: no Chromium on the PATH (Debian: apt-get install chromium)");
        browser = Browser.start(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stopBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theTutorialOpensWithoutComplaintAndWithoutTheNetwork(TestReporter reporter) throws IOException {
        Path page = run("tutorial", "--nx", "40", "--nt", "20");

        double seconds = browser.open(page);

        reporter.publishEntry("seconds until all plots are drawn", Double.toString(seconds));
        reporter.publishEntry("bytes", Long.toString(Files.size(page)));
        assertThat(Files.size(page)).isLessThan(8_000_000);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .allMatch(url -> url.startsWith("file:///") || url.startsWith("blob:") || url.startsWith("data:"));
        assertThat(browser.evaluate("document.querySelectorAll('.js-plotly-plot').length")
                        .asInt())
                .isEqualTo(5);
        assertThat(browser.evaluate("document.querySelector('.status').innerText")
                        .asText())
                .contains("CONVERGED");
    }

    @Test
    void theSliderMovesThePlotsAndTheButtonMovesTheSlider() throws IOException {
        browser.open(run("tutorial", "--nx", "40", "--nt", "20"));
        JsonNode first = heightOfSlice();

        browser.evaluate("(() => { const s = document.getElementById('time'); s.value = 10;"
                + " s.dispatchEvent(new Event('input')); })()");
        browser.waitFor("document.getElementById('now').innerText === 't = 0.5'");

        assertThat(heightOfSlice()).isNotEqualTo(first);

        browser.evaluate("document.getElementById('play').click()");
        browser.waitFor("document.getElementById('time').valueAsNumber > 11");
        assertThat(browser.evaluate("document.getElementById('play').innerText").asText())
                .contains("pause");
        browser.evaluate("document.getElementById('play').click()");
        assertThat(browser.evaluate("document.getElementById('play').innerText").asText())
                .contains("play");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theReaderChoosesWhatConvergenceIsDrawnAgainst() throws IOException {
        browser.open(run("tutorial", "--nx", "40", "--nt", "20"));

        browser.evaluate("(() => { const s = document.querySelector('.choice select'); s.value = 'seconds';"
                + " s.dispatchEvent(new Event('change')); })()");
        browser.waitFor("document.querySelector('[data-of=convergence] .xtitle').textContent === 'seconds'");

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void namesThatLookLikeScriptsStayText() throws IOException {
        Outcome outcome = HostileGame.solve();
        Recipe recipe = Recipe.ofFile(List.of("./mfg", "run", HostileGame.NAME), "# " + HostileGame.NAME);

        browser.open(Report.write(folder, outcome, recipe));

        assertThat(browser.evaluate("String(window.hostile)").asText()).isEqualTo("undefined");
        assertThat(count("main script, main img, svg image[href=x]")).isZero();
        assertThat(browser.evaluate("document.body.innerText").asText()).contains(HostileGame.NAME);
        assertThat(browser.evaluate("document.title").asText()).startsWith(HostileGame.NAME);
        assertThat(browser.evaluate("document.querySelector('[data-chart=slice] .xtitle').textContent")
                        .asText())
                .isEqualTo("position " + HostileGame.NAME);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCrowdInThePlaneIsAnimatedBetweenItsWalls() throws IOException {
        Page page = new Page("crowd", "a Gaussian that walks through a room");
        page.section("The fields").html(Report.fields(page, FieldSamples.of(PlaneSample.walk(33, 25, 20))));

        browser.open(page.write(folder.resolve("plane.html")));

        String middle = "document.querySelector('[data-chart=map][data-of=m]').data[0].z[12][8]";
        double first = browser.evaluate(middle).asDouble();
        browser.evaluate("document.getElementById('play').click()");
        browser.waitFor("document.getElementById('time').valueAsNumber === 20");
        browser.waitFor("document.getElementById('play').innerText.includes('play')");
        assertThat(browser.evaluate(middle).asDouble()).isNotEqualTo(first);
        assertThat(count("[data-chart=map][data-of=m] .shapelayer path")).isEqualTo(5);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aStationaryGameHasCurvesOrMapsAndNoTime() throws IOException {
        browser.open(run("ergodic-potential", "--nx", "40"));

        assertThat(count(".player")).isZero();
        assertThat(count("[data-chart=slice] .scatterlayer .trace")).isEqualTo(2);
        assertThat(browser.evaluate("document.querySelector('[data-of=m] .ytitle').textContent")
                        .asText())
                .isEqualTo("density m(x)");
        assertThat(browser.evaluate("document.body.innerText").asText())
                .contains("ergodic constant", "exactly -0.82399354", "The plots show all 41 nodes");
        assertThat(browser.complaints()).isEmpty();

        browser.open(run("ergodic-torus-2d", "--nx", "12", "--ny", "10"));

        assertThat(count(".player")).isZero();
        assertThat(browser.evaluate("[...document.querySelectorAll('[data-of=u]')].map(f => f.data[0].z.length)")
                        .toString())
                .isEqualTo("[11,11]");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSweepHasAPlotForEachColumnAndItsTextsStayTexts() throws IOException {
        Path out = folder.resolve("sweep");
        Path spec = Files.writeString(folder.resolve("sweep.yaml"), """
                # <script>alert(1)</script>
                game: tutorial
                grid: {nodes: 20, steps: 10}
                vary:
                  viscosity: {log: [0.01, 1], count: 3}
                  lambda: [0.5, 1]
                  solver.max-iterations: [0, 200]
                quantities: [cost]
                """);
        CommandRun run = CommandRun.of("sweep", spec.toString(), "--out", out.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(1);

        browser.open(out.resolve("index.html"));

        assertThat(browser.complaints()).isEmpty();
        assertThat(count(".js-plotly-plot")).isEqualTo(3);
        // Of the four combinations of the other settings two have no equilibrium and so no cost.
        assertThat(count("[data-of=column-0] .scatterlayer .trace")).isEqualTo(4);
        assertThat(browser.evaluate("document.querySelector('[data-of=column-2]').data[0].y.length")
                        .asInt())
                .isEqualTo(3);
        assertThat(browser.evaluate("document.querySelector('.status').innerText")
                        .asText())
                .contains("6 of 12 converged");
        assertThat(browser.evaluate("document.body.innerText").asText())
                .contains("MAX_ITERATIONS", "<script>alert(1)</script>");
    }

    private static int count(String selector) throws IOException {
        return browser.evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }

    /** The path that the browser draws for the density at the chosen time. */
    private static JsonNode heightOfSlice() throws IOException {
        return browser.evaluate(
                "document.querySelector('[data-chart=slice][data-of=m] path.js-line').getAttribute('d')");
    }

    private static Path run(String... options) {
        Path out = folder.resolve("out");
        List<String> args = new ArrayList<>(List.of("run"));
        args.addAll(List.of(options));
        args.addAll(List.of("--no-figures", "--out", out.toString()));
        CommandRun run = CommandRun.of(args.toArray(new String[0]));
        assertThat(run.code()).as(run.err()).isZero();
        return out.resolve("index.html");
    }
}
