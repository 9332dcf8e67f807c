package org.mfg.app.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mfg.app.study.ResultColumns;

/**
 * What a sweep is, read and checked.
 *
 * @param file where it was read from
 * @param text the file, as it is
 * @param base what the runs have in common
 * @param plan the runs
 * @param columns what is told of their equilibria
 * @param hasBars whether there is an error bar of each that is worth one
 * @param seed the seed of the sample, where there is one
 */
public record SweepSpec(
        Path file, byte[] text, Base base, Plan plan, List<Column> columns, boolean hasBars, OptionalLong seed) {

    /** Copies the columns. */
    public SweepSpec {
        columns = List.copyOf(columns);
    }

    /** The columns that have error bars; none unless they are asked for. */
    List<Column> barred() {
        return hasBars ? columns.stream().filter(Column::hasBar).toList() : List.of();
    }

    /** The names of the columns of error bars, and of what is extrapolated. */
    List<String> barNames() {
        return Stream.of(ResultColumns.BAR_OF, "extrapolated ")
                .flatMap(what -> barred().stream().map(column -> what + column.name()))
                .toList();
    }

    /** The file's name without its ending. */
    public String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    }
}
