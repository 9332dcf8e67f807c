package org.mfg.app.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mfg.app.table.TableFile;

/** What somebody who reads a table should know of it, in lines. */
final class Notes {
    private final Map<String, List<String>> byTable = new HashMap<>();

    /** Notes which of the table's files end in the middle of a line. */
    void unfinished(String table, List<Path> files) throws IOException {
        for (Path file : files) {
            new TableFile(file).unfinished().ifPresent(note -> add(table, note));
        }
    }

    /** Notes that the table is empty, if it is: why, and where to look instead. */
    void absent(String table, List<Path> files, String reason) {
        if (files.isEmpty()) {
            add(table, "the table " + table + " is empty: " + reason);
        }
    }

    private void add(String table, String note) {
        byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(note);
    }

    /** The notes on some tables. */
    List<String> of(Collection<String> tables) {
        return tables.stream()
                .flatMap(table -> byTable.getOrDefault(table, List.of()).stream())
                .toList();
    }
}
