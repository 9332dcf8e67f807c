package org.mfg.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A page in headless Chromium, driven by the DevTools protocol over a pipe: messages are JSON that end in a zero byte. One
 * thread asks and reads; what Chromium tells unasked is kept as events.
 */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final OutputStream toBrowser;
    private final InputStream fromBrowser;
    private final List<JsonNode> events = new ArrayList<>();
    private String session = "";
    private int lastId;

    private Browser(Process process) {
        this.process = process;
        toBrowser = process.getOutputStream();
        fromBrowser = new BufferedInputStream(process.getInputStream());
    }

    /** The Chromium or Chrome on the PATH. */
    public static Optional<Path> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the browser with a profile of its own and opens an empty page. */
    public static Browser start(Path program, Path profile) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                // The browser speaks on descriptors 3 and 4; to Java they are its standard ones.
                "/bin/sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 1>&2", program.toString()));
        command.addAll(List.of("--headless", "--remote-debugging-pipe", "--user-data-dir=" + profile));
        command.addAll(List.of("--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run"));
        command.addAll(List.of("--disable-background-networking", "--disable-component-update", "--disable-sync"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        Process process = new ProcessBuilder(command)
                .redirectError(profile.resolve("browser.log").toFile())
                .start();
        Browser browser = new Browser(process);
        ObjectNode blank = JSON.createObjectNode().put("url", "about:blank");
        String target =
                browser.ask("Target.createTarget", blank).get("targetId").asText();
        ObjectNode attach = JSON.createObjectNode().put("targetId", target).put("flatten", true);
        browser.session =
                browser.ask("Target.attachToTarget", attach).get("sessionId").asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            browser.ask(domain + ".enable", JSON.createObjectNode());
        }
        return browser;
    }

    /** Makes the page that wide. */
    public void resize(int width, int height) throws IOException {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** Opens an address and waits until the page is there. */
    public void visit(URI address) throws IOException {
        ask("Page.navigate", JSON.createObjectNode().put("url", address.toString()));
        // Until then the document is that of the page before.
        waitFor("location.href === '" + address + "' && document.readyState === 'complete'");
    }

    /** Opens a report and waits until all of its plots are drawn, as before printing; returns the seconds that took. */
    public double open(Path file) throws IOException {
        long start = System.nanoTime();
        visit(file.toUri());
        evaluate("dispatchEvent(new Event('beforeprint'))");
        waitFor("document.documentElement.dataset.drawn === 'true'");
        return (System.nanoTime() - start) * 1e-9;
    }

    /** The value of a JavaScript expression; a promise is waited for. */
    public JsonNode evaluate(String expression) throws IOException {
        JsonNode answer = ask(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        return answer.get("result").path("value");
    }

    /** Waits until an expression is true. */
    public void waitFor(String condition) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!evaluate(condition).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("in vain waited for " + condition + "; " + complaints());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** What the page complained about: errors and warnings on the console, exceptions, errors in the browser's log. */
    public List<String> complaints() {
        return events.stream()
                .filter(e -> switch (e.get("method").asText()) {
                    case "Runtime.exceptionThrown" -> true;
                    case "Runtime.consoleAPICalled" ->
                        List.of("error", "warning", "assert")
                                .contains(e.at("/params/type").asText());
                    case "Log.entryAdded" ->
                        e.at("/params/entry/level").asText().equals("error");
                    default -> false;
                })
                .map(e -> e.get("params").toString())
                .toList();
    }

    /** The addresses of everything that was asked for. */
    public List<String> requests() {
        return events.stream()
                .filter(e -> e.get("method").asText().equals("Network.requestWillBeSent"))
                .map(e -> e.at("/params/request/url").asText())
                .toList();
    }

    private JsonNode ask(String method, ObjectNode parameters) throws IOException {
        int id = ++lastId;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        toBrowser.write(JSON.writeValueAsBytes(message));
        toBrowser.write(0);
        toBrowser.flush();
        while (true) {
            JsonNode answer = read();
            if (answer.path("id").asInt() != id) {
                events.add(answer);
            } else if (answer.has("error")) {
                throw new IOException(method + ": " + answer.get("error"));
            } else {
                return answer.get("result");
            }
        }
    }

    private JsonNode read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int b = fromBrowser.read(); b > 0; b = fromBrowser.read()) {
            message.write(b);
        }
        if (message.size() == 0) {
            throw new IOException("the browser has ended");
        }
        return JSON.readTree(message.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        try {
            session = "";
            ask("Browser.close", JSON.createObjectNode());
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
