package org.mfg.app.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps: {@code {{name}}} is filled in by a content, and {@code {{name.css}}} by the resource of that name. What
 * is filled in is not looked at again, so a name with braces in it stays a name.
 */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z-]+(?:\\.[a-z]+)?)}}");

    private final List<String> texts = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    private Template() {}

    static Template of(String text) {
        Template template = new Template();
        Matcher gap = GAP.matcher(text);
        int from = 0;
        while (gap.find()) {
            template.texts.add(text.substring(from, gap.start()));
            template.gaps.add(gap.group(1));
            from = gap.end();
        }
        template.texts.add(text.substring(from));
        return template;
    }

    /** Writes the text with its gaps filled. */
    void write(Writer out, Map<String, Content> contents) throws IOException {
        for (int k = 0; k < gaps.size(); k++) {
            out.write(texts.get(k));
            Content content = contents.get(gaps.get(k));
            if (content == null) {
                out.write(Resources.text(gaps.get(k)));
            } else {
                content.writeTo(out);
            }
        }
        out.write(texts.get(gaps.size()));
    }

    /** What fills a gap. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }
}
