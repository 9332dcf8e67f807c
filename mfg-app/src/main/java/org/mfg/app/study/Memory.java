package org.mfg.app.study;

import java.util.Locale;
import java.util.Optional;

/** The memory that this process may take. */
public final class Memory {
    private Memory() {}

    /** What is wrong where so many bytes are needed and there cannot be as many. */
    static Optional<String> lacks(double bytes) {
        double most = Runtime.getRuntime().maxMemory();
        return bytes <= most
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s, of which there is %s (MFG_JAVA_OPTS=-Xmx%.0fg)",
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
