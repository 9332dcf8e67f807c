package org.mfg.app.report;

import java.util.List;
import java.util.Locale;

/** Pieces of HTML. What comes from outside goes through {@link #text}. */
final class Html {
    private Html() {}

    /** Text, whatever is in it, for an element or a quoted attribute. */
    static String text(String anything) {
        return anything.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String paragraph(String anything) {
        return "<p>" + text(anything) + "</p>\n";
    }

    /** Text with its line breaks, to copy from. */
    static String code(String anything) {
        return "<pre><code>" + text(anything) + "</code></pre>\n";
    }

    /** A table whose first column heads the rows; all cells are text. */
    static String table(List<String> header, List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        header.forEach(
                cell -> html.append("<th scope=\"col\">").append(text(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">").append(text(row.get(0))).append("</th>");
            row.stream().skip(1).forEach(cell -> html.append(cell(cell)));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String cell(String content) {
        String number = isNumber(content) ? " class=\"number\"" : "";
        return "<td" + number + ">" + text(content) + "</td>";
    }

    private static boolean isNumber(String content) {
        return content.matches("[-−+]?\\d[\\d.,]*(e[-+]?\\d+)?( s)?|NaN|[-+]?Infinity|–");
    }

    /** A number in full, whole ones without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A parameter's value, still to be made text. */
    static String value(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    /** A number to compare, with eight decimals. */
    static String fixed(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }

    /** A number to read, in four digits. */
    static String scientific(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3e", value) : Double.toString(value);
    }
}
