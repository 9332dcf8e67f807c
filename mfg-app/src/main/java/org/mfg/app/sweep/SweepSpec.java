package org.mfg.app.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a sweep is, read and checked.
 *
 * @param file where it was read from
 * @param text the file, as it is
 * @param base what the runs have in common
 * @param plan the runs
 * @param columns what is told of their equilibria
 * @param seed the seed of the sample, where there is one
 */
public record SweepSpec(Path file, byte[] text, Base base, Plan plan, List<Column> columns, OptionalLong seed) {

    /** Copies the columns. */
    public SweepSpec {
        columns = List.copyOf(columns);
    }

    /** The file's name without its ending. */
    public String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    }
}
