package org.mfg.output.file;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plan of an exchange of files, and the list of a set of files after it: text with a line for each file, "-" and the
 * name of one to remove, or "+" and that of one to put into place, the seal last.
 *
 * @param removed names of the old files without a successor
 * @param added names of the new files, with "/" between folders
 */
record Exchange(List<String> removed, List<String> added) {
    private static final String PLAN = ".plan";
    private static final String SET = "= ";
    private static final String REMOVED = "- ";
    private static final String ADDED = "+ ";

    /** What has to be done to have the files in a folder in place of those of an earlier list. */
    static Exchange of(Path staging, String seal, Collection<String> known, Path earlier) throws IOException {
        List<String> added = new ArrayList<>();
        try (Stream<Path> files = Files.walk(staging)) {
            files.filter(Files::isRegularFile)
                    .map(file -> staging.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(seal))
                    .sorted()
                    .forEach(added::add);
        }
        if (Files.exists(staging.resolve(seal))) {
            added.add(seal);
        }
        Set<String> removed = new LinkedHashSet<>(known);
        if (Files.exists(earlier)) {
            removed.addAll(parse(Files.readAllLines(earlier)).added);
        }
        removed.removeAll(added);
        return new Exchange(List.copyOf(removed), added);
    }

    private static Exchange parse(List<String> lines) {
        return new Exchange(after(REMOVED, lines), after(ADDED, lines));
    }

    private static List<String> after(String sign, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(sign.length()))
                .toList();
    }

    /** Writes the plan beside the new files. */
    void write(Path staging, String set) throws IOException {
        List<String> lines = new ArrayList<>(List.of(SET + set));
        removed.forEach(name -> lines.add(REMOVED + name));
        added.forEach(name -> lines.add(ADDED + name));
        Files.write(staging.resolve(PLAN), lines);
    }

    /** Whether there is a plan. */
    static boolean isIn(Path ready) {
        return Files.exists(ready.resolve(PLAN));
    }

    /** Reads a plan. */
    static Exchange read(Path ready) throws IOException {
        return parse(Files.readAllLines(ready.resolve(PLAN)));
    }

    /** Does what is left to do; may be called again. */
    void apply(Path ready, Path folder) throws IOException {
        if (!added.isEmpty()) {
            String seal = added.get(added.size() - 1);
            if (Files.exists(ready.resolve(seal))) {
                Files.deleteIfExists(folder.resolve(seal));
            }
        }
        for (String name : removed) {
            remove(folder.resolve(name), folder);
        }
        for (String name : added) {
            if (Files.exists(ready.resolve(name))) {
                Files.move(ready.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void remove(Path file, Path folder) throws IOException {
        Files.deleteIfExists(file);
        Path parent = file.getParent();
        if (parent != null && !parent.equals(folder)) {
            try {
                Files.delete(parent);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    /** The plan, done, is the list of what is there now. */
    static void becomeList(Path ready, Path hidden) throws IOException {
        Path plan = ready.resolve(PLAN);
        String set = Files.readAllLines(plan).get(0).substring(SET.length());
        Files.move(plan, hidden.resolve(set + ".files"), StandardCopyOption.ATOMIC_MOVE);
    }
}
