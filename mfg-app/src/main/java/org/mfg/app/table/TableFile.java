package org.mfg.app.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;

/**
 * A CSV file as rows: commas, double quotes, a header, UTF-8, as all tables here are written. A last line without its end was
 * being written, or its process died; it does not count, for even a cell that is there may be half a number.
 */
public final class TableFile {
    private static final int BLOCK = 1 << 13;

    private final Path file;

    /** The table in a file. */
    public TableFile(Path file) {
        this.file = file;
    }

    /**
     * What to do with a row.
     *
     * @param <E> what may go wrong
     */
    @FunctionalInterface
    public interface Action<E extends Exception> {
        /**
         * Takes a row.
         *
         * @param header the names of the columns
         * @param row as many cells
         */
        void accept(List<String> header, List<String> row) throws E;
    }

    /**
     * The names of the columns; none of a file without a whole line.
     *
     * @throws InvalidInputException if the file is no CSV
     */
    public List<String> header() throws IOException {
        List<String> header = new ArrayList<>();
        read(rows -> {
            if (rows.hasNext()) {
                header.addAll(rows.next().getFields());
            }
        });
        return header;
    }

    /**
     * Takes the rows after the header, in order.
     *
     * @throws InvalidInputException if the file is no CSV, or a row has other columns than the header; the line is named
     */
    public <E extends Exception> void forEach(Action<E> action) throws IOException, E {
        this.<E>read(rows -> {
            if (!rows.hasNext()) {
                return;
            }
            List<String> header = rows.next().getFields();
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                if (row.getFieldCount() != header.size()) {
                    throw InvalidInputException.because(
                            "runs",
                            file + " is damaged: line " + row.getStartingLineNumber() + " has " + row.getFieldCount()
                                    + " cells, its header has " + header.size());
                }
                action.accept(header, row.getFields());
            }
        });
    }

    /** A line on a last line without its end, if there is one. */
    public Optional<String> unfinished() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return endOfLastLine(channel) < channel.size()
                    ? Optional.of("the last line of " + file + " is not finished and does not count")
                    : Optional.empty();
        }
    }

    private interface Reading<E extends Exception> {
        void of(CloseableIterator<CsvRecord> rows) throws E;
    }

    private <E extends Exception> void read(Reading<E> reading) throws IOException, E {
        try (FileChannel channel = FileChannel.open(file);
                InputStream whole = new FirstBytes(Channels.newInputStream(channel), endOfLastLine(channel));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(whole, StandardCharsets.UTF_8);
                CloseableIterator<CsvRecord> rows = csv.iterator()) {
            reading.of(rows);
        } catch (CsvParseException e) {
            throw InvalidInputException.of("runs", "be CSV", file + ": " + e.getMessage());
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long end = channel.size(); end > 0; end -= BLOCK) {
            long start = Math.max(0, end - BLOCK);
            block.clear().limit((int) (end - start));
            int count = 0;
            while (block.hasRemaining() && count >= 0) {
                count = channel.read(block, start + block.position());
            }
            for (int k = block.position() - 1; k >= 0; k--) {
                if (block.get(k) == '\n') {
                    return start + k + 1;
                }
            }
        }
        return 0;
    }
}
