package org.mfg.app.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mfg.app.output.Version;
import org.mfg.output.file.AtomicFile;

/**
 * A page that is put together from sections and written as one file: style, scripts, the plotting library and the data
 * are all in it. Every text is shown as it is, whatever is in it.
 */
public final class Page {
    private final String title;
    private final String subtitle;
    private final PageData data = new PageData();
    private final StringBuilder body = new StringBuilder();
    private final List<String> contents = new ArrayList<>();
    private String status = "";

    /**
     * An empty page.
     *
     * @param title its title
     * @param subtitle a line below it
     */
    public Page(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /** Shows at the top whether all is well. */
    public Page status(Light light, String word, String sentence) {
        status = """
                <p class="status %s"><span class="sign" aria-hidden="true">%s</span> <strong>%s</strong> <span>%s</span></p>
                """.formatted(
                        light.name().toLowerCase(Locale.ROOT), light.sign(), Html.text(word), Html.text(sentence));
        return this;
    }

    /** Begins a section. */
    public Page section(String heading) {
        String id = "section-" + (contents.size() + 1);
        contents.add("<a href=\"#%s\">%s</a>".formatted(id, Html.text(heading)));
        return html("<h2 id=\"%s\">%s</h2>\n".formatted(id, Html.text(heading)));
    }

    /** A paragraph. */
    public Page paragraph(String text) {
        return html(Html.paragraph(text));
    }

    /** A table; the first cell of a row is its heading. */
    public Page table(List<String> header, List<List<String>> rows) {
        return html(Html.table(header, rows));
    }

    /** A chart of lines that can be pointed at, zoomed and switched. */
    public Page chart(LineChart chart) {
        data.add(chart);
        return html("""
                <figure class="chart" data-chart="lines" data-of="%1$s" role="img" aria-label="%2$s"></figure>
                """.formatted(Html.text(chart.id()), Html.text(chart.title())));
    }

    /** Lines to copy, such as a command or a file. */
    public Page code(String text) {
        return html(Html.code(text));
    }

    /** HTML as it is. */
    Page html(String html) {
        body.append(html);
        return this;
    }

    /** The data that the scripts read. */
    PageData data() {
        return data;
    }

    /** Writes the page, all of it or nothing; returns the file. */
    public Path write(Path file) throws IOException {
        Map<String, Template.Content> parts = Map.of(
                "title", out -> out.write(Html.text(title)),
                "subtitle", out -> out.write(Html.text(subtitle)),
                "status", out -> out.write(status),
                "contents", out -> out.write(String.join("\n", contents)),
                "body", out -> out.append(body),
                "version", out -> out.write(Html.text(Version.text())),
                "data", data::write,
                "plotly-licence", out -> out.write(Html.text(Resources.text("plotly-licence.txt"))),
                "plotly", out -> out.write(Resources.base64("plotly.js.gz")));
        Template template = Template.of(Resources.text("page.html"));
        AtomicFile.write(file, out -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
                template.write(writer, parts);
            }
        });
        return file;
    }
}
