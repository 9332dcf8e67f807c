package org.mfg.app.study;

import java.util.Locale;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.MemoryNeed;

/** The memory that this process may take. */
public final class Memory {
    private Memory() {}

    private static final String SIZE = "nodes times time levels";
    private static final int MAX_FIELD = Integer.MAX_VALUE - 8;

    /** A need of less than this part of what there is goes without saying. */
    private static final double WORTH_SAYING = 0.1;

    /**
     * What a solve takes, in bytes.
     *
     * @param least what it surely takes
     * @param most what it may take
     */
    public record Need(double least, double most) {
        /** What the program itself takes. */
        private static final double PROGRAM = 10e6;

        static Need of(MemoryNeed fields, long size) {
            double field = (double) size * Double.BYTES;
            return new Need(PROGRAM + field * fields.least(), PROGRAM + field * fields.most());
        }

        /** The need in a line; empty where it is little. */
        public Optional<String> inWords() {
            double there = Runtime.getRuntime().maxMemory();
            if (most < WORTH_SAYING * there) {
                return Optional.empty();
            }
            String much = Memory.inWords(least);
            return Optional.of("the solve needs about " + much
                    + (most > 1.1 * least ? ", up to " + Memory.inWords(most) + " if it is hard" : "") + "; there is "
                    + Memory.inWords(there));
        }
    }

    /**
     * What a solve takes on a grid.
     *
     * @param solver its name, for messages
     * @throws InvalidInputException if a field is no array any more, or there is surely not as much memory
     */
    static Need required(MemoryNeed fields, Grid grid, TimeGrid time, String solver) {
        long size = (long) grid.size() * time.levels();
        if (size > MAX_FIELD) {
            throw InvalidInputException.of(SIZE, "be <= " + MAX_FIELD, size);
        }
        Need need = Need.of(fields, size);
        lacks(need.least()).ifPresent(lack -> {
            throw InvalidInputException.because(
                    SIZE, SIZE + " must be fewer than " + size + ", with which " + solver + " needs at least " + lack);
        });
        return need;
    }

    /** What is wrong where so many bytes are needed and there cannot be as many. */
    static Optional<String> lacks(double bytes) {
        double most = Runtime.getRuntime().maxMemory();
        return bytes <= most
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s, of which there is %s: take a coarser grid or more memory, for example MFG_JAVA_OPTS=-Xmx%.0fg",
                        inWords(bytes),
                        inWords(most),
                        Math.ceil(1.5 * bytes / (1 << 30))));
    }

    /** What to say when memory has run out. */
    public static String doesNotSuffice() {
        double most = Runtime.getRuntime().maxMemory();
        return String.format(
                Locale.ROOT,
                "memory does not suffice: more than %s were needed; take a coarser grid or more memory, for example MFG_JAVA_OPTS=-Xmx%.0fg",
                inWords(most),
                Math.ceil(2.0 * most / (1 << 30)));
    }

    private static String inWords(double bytes) {
        return bytes < 1 << 30
                ? String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20))
                : String.format(Locale.ROOT, "%.1f GB", bytes / (1 << 30));
    }
}
