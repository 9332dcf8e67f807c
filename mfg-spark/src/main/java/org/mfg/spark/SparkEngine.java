package org.mfg.spark;

import org.mfg.api.InvalidInputException;
import org.mfg.app.sweep.SweepEngine;
import org.mfg.app.sweep.Workers;

/** Makes the runs on a cluster, or on Spark's threads of this process ({@code local[N]}). */
public final class SparkEngine implements SweepEngine {
    /** Spark 4.0 calls what Java 24 has taken away. */
    private static final int NEWEST_JAVA = 23;

    @Override
    public String name() {
        return SPARK;
    }

    @Override
    public Workers start(Options options) {
        if (options.workers().isPresent()) {
            throw InvalidInputException.because(
                    "--workers",
                    "--workers must not be given with --engine spark: its master says how many, as local[2]");
        }
        int java = Runtime.version().feature();
        if (java > NEWEST_JAVA) {
            throw InvalidInputException.because(
                    "engine", "engine spark must have Java 17 to 23, but this is Java " + java);
        }
        return new SparkWorkers(Cluster.connect(options));
    }
}
