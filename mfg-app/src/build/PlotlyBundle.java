import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipFile;

/**
 * Packs plotly.js for the report: of the 50 kinds of chart, which are 11 MB and take a browser seconds to start, only those
 * that the report draws, without the modules that nothing needs then, compressed. The build runs this file.
 *
 * <p>The published file is a list of modules {@code var require_x = __commonJS({ ... });}, the last of which registers the
 * kinds of chart. Should a new version look otherwise, this stops the build.
 */
final class PlotlyBundle {
    /** Lines of points are part of the core. */
    private static final List<String> CHARTS = List.of("lib/heatmap.js", "lib/surface.js");

    private static final Pattern REGISTRATION = Pattern.compile("Plotly\\.register\\(\\[\\s*// traces.*?]\\);", Pattern.DOTALL);
    private static final Pattern MODULE =
            Pattern.compile("^  var (require_\\w+) = __commonJS\\(\\{\\R    \"([^\"]+)\".*?^  }\\);\\R", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern USE = Pattern.compile("\\brequire_\\w+");

    private PlotlyBundle() {}

    /** Reads the entry of the jar and writes the compressed bundle: JAR ENTRY FILE. */
    public static void main(String[] args) throws IOException {
        String bundle = bundle(read(Path.of(args[0]), args[1]));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[2])))) {
            out.write(bundle.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String read(Path jar, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String bundle(String published) {
        Map<String, String> modules = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (MatchResult module : MODULE.matcher(published).results().toList()) {
            modules.put(module.group(1), module.group());
            names.put(module.group(2), module.group(1));
        }
        String index = names.get("lib/index.js");
        Matcher registration = REGISTRATION.matcher(modules.get(index));
        if (!registration.find()) {
            throw new IllegalStateException("plotly.js registers its charts in another way than it did");
        }
        String charts = CHARTS.stream().map(chart -> names.get(chart) + "()").collect(Collectors.joining(", "));
        modules.put(index, registration.replaceFirst("Plotly.register([" + charts + "]);"));
        Set<String> needed = needed(modules, MODULE.matcher(published).replaceAll(""));
        return MODULE.matcher(published).replaceAll(module ->
                needed.contains(module.group(1)) ? Matcher.quoteReplacement(modules.get(module.group(1))) : "");
    }

    /** The modules that the text needs, and those that they need. */
    private static Set<String> needed(Map<String, String> modules, String text) {
        Set<String> needed = new HashSet<>();
        Deque<String> texts = new ArrayDeque<>(List.of(text));
        while (!texts.isEmpty()) {
            USE.matcher(texts.pop())
                    .results()
                    .map(MatchResult::group)
                    .filter(modules::containsKey)
                    .filter(needed::add)
                    .forEach(name -> texts.push(modules.get(name)));
        }
        return needed;
    }
}
