package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site as a reader sees it, in headless Chromium; site/test builds it and says where it is. */
class SiteTest {
    private static final List<String> WIDE = List.of(
            "index.html",
            "start.html",
            "tutorials/tutorial.html",
            "gallery/index.html",
            "gallery/Tutorial.html",
            "howto/hamiltonian.html",
            "reference/games.html",
            "reference/commands.html",
            "mathematics.html",
            "verify.html");

    @TempDir
    static Path folder;

    private static Path site;
    private static HttpServer server;
    private static Browser browser;

    @BeforeAll
    static void serve() throws IOException {
        String property = System.getProperty("mfg.site");
        assumeTrue(property != null, "skipped: site/test runs it");
        assumeTrue(Browser.find().isPresent(), "skipped: no Chromium on the PATH (Debian: apt-get install chromium)");
        site = Path.of(property);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SiteTest::answer);
        server.start();
        browser = Browser.start(Browser.find().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    }

    private static void answer(HttpExchange call) throws IOException {
        Path file = site.resolve(call.getRequestURI().getPath().substring(1));
        try (call) {
            if (!Files.isRegularFile(file)) {
                call.sendResponseHeaders(404, -1);
                return;
            }
            String type = file.toString().endsWith(".svg") ? "image/svg+xml" : Files.probeContentType(file);
            if (type != null) {
                call.getResponseHeaders().set("Content-Type", type);
            }
            call.sendResponseHeaders(200, 0);
            Files.copy(file, call.getResponseBody());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            browser.close();
            server.stop(0);
        }
    }

    private static URI address(String page) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + page);
    }

    @Test
    void everyPageOpensWithoutComplaintAndAsksNobodyElse() throws IOException {
        browser.resize(1280, 900);
        for (String page : pages()) {
            browser.visit(address(page));

            assertThat(browser.complaints()).as(page).isEmpty();
        }
        assertThat(browser.requests())
                .allMatch(url -> url.startsWith(address("").toString()) || url.startsWith("data:"));
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.map(file -> site.relativize(file).toString())
                    .filter(name -> name.endsWith(".html") && !name.equals("404.html"))
                    .filter(name -> !name.startsWith("javadoc/") || name.equals("javadoc/index.html"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allFormulasAreSet() throws IOException {
        for (String page : List.of("index.html", "tutorials/tutorial.html", "mathematics.html")) {
            browser.visit(address(page));

            int formulas = count(".arithmatex");
            assertThat(formulas).as(page).isPositive();
            assertThat(count(".arithmatex .katex-html")).as(page).isEqualTo(formulas);
            assertThat(count(".katex-error")).as(page).isZero();
        }
    }

    @Test
    void searchFindsWhatIsThereAndLeadsToIt() throws IOException {
        browser.visit(address("index.html"));
        browser.evaluate("(() => { const query = document.querySelector('[data-md-component=search-query]');"
                + " query.focus(); query.value = 'exploitability'; query.dispatchEvent(new Event('keyup')); })()");

        browser.waitFor("document.querySelectorAll('.md-search-result__item').length > 3");
        assertThat(browser.evaluate("document.querySelector('.md-search-result__link').href")
                        .asText())
                .startsWith(address("").toString());
        assertThat(browser.complaints()).isEmpty();
    }

    /** Tables, code and formulas scroll by themselves where they are too wide. */
    @Test
    void noPageIsWiderThanAPhone() throws IOException {
        browser.resize(390, 844);
        for (String page : WIDE) {
            browser.visit(address(page));

            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .as(page)
                    .isLessThanOrEqualTo(390);
        }
    }

    private static int count(String selector) throws IOException {
        return browser.evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }
}
