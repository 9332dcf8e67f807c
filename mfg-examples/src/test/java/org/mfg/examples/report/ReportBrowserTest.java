package org.mfg.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.examples.CommandRun;

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
        Path page = run("tutorial");

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
        browser.open(run("tutorial"));
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
        browser.open(run("tutorial"));

        browser.evaluate("(() => { const s = document.querySelector('.choice select'); s.value = 'seconds';"
                + " s.dispatchEvent(new Event('change')); })()");
        browser.waitFor("document.querySelector('[data-of=convergence] .xtitle').textContent === 'seconds'");

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void namesThatLookLikeScriptsStayText() throws IOException {
        Path game = folder.resolve("evil.yaml");
        Files.writeString(game, """
                # </script><script>window.evil = 'comment'</script>
                name: evil
                domain:
                  "</script><script>window.evil=1</script><img src=x onerror='window.evil=2'>": {lower: 0, upper: 1}
                horizon: 1
                viscosity: 0.1
                hamiltonian: quadratic
                initial-density: "1"
                grid: {nodes: 20, steps: 10}
                """);

        browser.open(run(game.toString()));

        assertThat(browser.evaluate("String(window.evil)").asText()).isEqualTo("undefined");
        assertThat(browser.evaluate("document.querySelectorAll('main script, main img, svg image[href=x]').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.querySelector('main').innerText").asText())
                .contains("</script><script>window.evil = 'comment'</script>");
        assertThat(browser.complaints()).isEmpty();
    }

    /** The path that the browser draws for the density at the chosen time. */
    private static JsonNode heightOfSlice() throws IOException {
        return browser.evaluate(
                "document.querySelector('[data-chart=slice][data-of=m] path.js-line').getAttribute('d')");
    }

    private static Path run(String game) {
        Path out = folder.resolve("out");
        CommandRun run =
                CommandRun.of("run", game, "--nx", "40", "--nt", "20", "--no-figures", "--out", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return out.resolve("index.html");
    }
}
