package org.mfg.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.mfg.app.sweep.RunResult;
import org.mfg.app.sweep.Sweep;
import org.mfg.app.sweep.Workers;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** The executors of a cluster. A task is a chain, or several where there are very many. */
final class SparkWorkers implements Workers {
    /** The driver plans and keeps books for each task. */
    private static final int MAX_TASKS = 20_000;

    private static final int POLL_MILLIS = 50;

    private final SparkContext context;
    private int lastCount;

    /** @param context stopped by {@link #close} */
    SparkWorkers(SparkContext context) {
        this.context = context;
    }

    @Override
    public int count() {
        if (!context.isStopped()) { // at Ctrl-C Spark stops on its own
            lastCount = context.defaultParallelism();
        }
        return lastCount;
    }

    @Override
    public Optional<String> make(Sweep sweep) throws IOException {
        List<Integer> chains = Arrays.stream(sweep.missingChains()).boxed().toList();
        if (chains.isEmpty()) {
            return Optional.empty();
        }
        SimpleFutureAction<BoxedUnit> job = submit(sweep, chains);
        try {
            while (!job.isCompleted()) {
                if (sweep.isStopped()) {
                    job.cancel();
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var end = job.value().get();
        return end.isSuccess() || sweep.isStopped()
                ? Optional.empty()
                : Optional.of(reason(end.failed().get()));
    }

    /** Results are handled in the driver, one task at a time, and each task once even if Spark had it made twice. */
    private SimpleFutureAction<BoxedUnit> submit(Sweep sweep, List<Integer> chains) {
        int tasks = Math.min(chains.size(), MAX_TASKS);
        JavaRDD<Integer> shared = JavaSparkContext.fromSparkContext(context).parallelize(chains, tasks);
        Seq<Object> all = CollectionConverters.asScala(
                        IntStream.range(0, tasks).<Object>mapToObj(k -> k).toList())
                .toSeq();
        return context.submitJob(
                shared.rdd(),
                new MakeChains(sweep.spec()),
                all,
                (task, results) -> {
                    write(sweep, results);
                    return BoxedUnit.UNIT;
                },
                () -> BoxedUnit.UNIT);
    }

    private static void write(Sweep sweep, List<RunResult> results) {
        try {
            for (RunResult result : results) {
                sweep.accept(result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a line; a row that could not be written is thrown as such. */
    private static String reason(Throwable failure) throws IOException {
        Throwable root = failure;
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            root = t;
            if (t instanceof UncheckedIOException unwritten) {
                throw new IOException(unwritten.getCause());
            }
        }
        return "Spark gave up: "
                + String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        context.stop();
    }
}
