package org.mfg.app.sweep;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mfg.api.InvalidInputException;
import org.mfg.app.study.ResultColumns;
import org.mfg.output.file.AtomicFile;

/**
 * The file runs.csv while a sweep fills it: rows are added at its end, each by one write of a whole line that is then forced to
 * the disk. A last line without its end was being written when its process died, and is cut off. Of each row only its place
 * is kept in memory. One process at a time: the folder is locked.
 */
final class RunsCsv implements AutoCloseable {
    private static final long MISSING = -1;

    private final Path file;
    private final FileChannel channel;
    private final List<String> header;
    private final long[] offsets;
    private final int[] lengths;
    private final Map<String, Integer> statuses = new TreeMap<>();
    private long end;

    private RunsCsv(Path file, FileChannel channel, List<String> header, int runs) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        offsets = new long[runs];
        lengths = new int[runs];
        Arrays.fill(offsets, MISSING);
    }

    /**
     * Opens the file, with the rows that are there; makes it where there is none.
     *
     * @throws InvalidInputException if it has rows of another sweep
     */
    static RunsCsv open(Path file, List<String> header, int runs) throws IOException {
        if (!Files.exists(file)) {
            AtomicFile.write(file, out -> out.write(bytes(header)));
        }
        RunsCsv csv = new RunsCsv(
                file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE), header, runs);
        try {
            csv.scan();
            return csv;
        } catch (IOException | RuntimeException e) {
            csv.close();
            throw e;
        }
    }

    private static byte[] bytes(List<String> cells) {
        return Rows.line(cells).getBytes(StandardCharsets.UTF_8);
    }

    private void scan() throws IOException {
        Lines lines = new Lines(channel);
        byte[] first = lines.next();
        if (!Arrays.equals(first, bytes(header))) {
            throw InvalidInputException.because("out", file + " has the columns of another sweep");
        }
        end = first.length;
        for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
            note(line);
        }
        channel.truncate(end);
    }

    private void note(byte[] line) {
        CsvRecord row;
        int run;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new String(line, StandardCharsets.UTF_8))) {
            row = reader.iterator().next();
            run = Integer.parseInt(row.getField(0));
        } catch (RuntimeException | IOException e) {
            throw damaged();
        }
        if (row.getFieldCount() != header.size() || run < 0 || run >= offsets.length) {
            throw damaged();
        }
        add(run, row.getField(header.indexOf(ResultColumns.STATUS)), line.length);
    }

    private InvalidInputException damaged() {
        return InvalidInputException.because("out", file + " is damaged after byte " + end);
    }

    private void add(int run, String status, int length) {
        if (!has(run)) {
            offsets[run] = end;
            lengths[run] = length;
            statuses.merge(status, 1, Integer::sum);
        }
        end += length;
    }

    /** Whether the run has a row. */
    synchronized boolean has(int run) {
        return offsets[run] != MISSING;
    }

    /** How many rows there are of each status. */
    synchronized Map<String, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /** Adds the row of a run. When this returns it is on the disk. */
    void append(int run, String status, List<String> row) throws IOException {
        byte[] line = bytes(row);
        synchronized (this) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest, end + rest.position());
            }
            add(run, status, line.length);
        }
        channel.force(false);
    }

    /** Puts the rows into the order of the runs: the file is replaced by another one, and closed. */
    synchronized void sort() throws IOException {
        AtomicFile.write(file, out -> {
            try (OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
                buffered.write(bytes(header));
                for (int run = 0; run < offsets.length; run++) {
                    if (has(run)) {
                        buffered.write(read(offsets[run], lengths[run]));
                    }
                }
            }
        });
        close();
    }

    private byte[] read(long offset, int length) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(length);
        while (line.hasRemaining()) {
            if (channel.read(line, offset + line.position()) < 0) {
                throw new IOException(file + " has been cut by another program");
            }
        }
        return line.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
