package org.mfg.app.query;

import java.util.regex.Pattern;

/** What the cells of a column are, all of them; each kind can be read as the one after it. */
enum Kind {
    BIGINT("-?[0-9]{1,18}"),
    DOUBLE("-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|NaN|-?Infinity"),
    VARCHAR(".*");

    private final Pattern pattern;

    Kind(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    /** The first kind, from this one on, as which the cell can be read. */
    Kind with(String cell) {
        Kind kind = this;
        while (!kind.pattern.matcher(cell).matches()) {
            kind = values()[kind.ordinal() + 1];
        }
        return kind;
    }
}
