package org.mfg.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.TaskContext;
import org.jspecify.annotations.Nullable;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.sweep.Chain;
import org.mfg.app.sweep.RunResult;
import org.mfg.app.sweep.SweepSpec;
import org.mfg.app.yaml.SweepFile;
import org.mfg.solvers.Mfg;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does in a task: the runs of some chains. It is sent the text of the sweep, and reads that once. */
final class MakeChains extends AbstractFunction1<Iterator<Integer>, List<RunResult>> implements Serializable {
    private static final long serialVersionUID = 1L;

    private static @Nullable UUID readFor;
    private static @Nullable SweepSpec read;

    private final UUID job = UUID.randomUUID();
    private final String file;
    private final byte[] text;

    MakeChains(SweepSpec spec) {
        file = spec.file().toAbsolutePath().toString();
        text = spec.text();
    }

    @Override
    public List<RunResult> apply(Iterator<Integer> chains) {
        SweepSpec spec = spec(this);
        TaskContext task = TaskContext.get();
        Monitor untilKilled = new Monitor() {
            @Override
            public boolean isCancelled() {
                return task.isInterrupted();
            }
        };
        List<RunResult> results = new ArrayList<>();
        try {
            while (chains.hasNext() && !task.isInterrupted()) {
                Chain.make(spec, chains.next(), true, untilKilled, results::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    /** Plugins are on the class path of the task's thread. */
    private static synchronized SweepSpec spec(MakeChains asked) {
        SweepSpec known = read;
        if (known == null || !asked.job.equals(readFor)) {
            known = SweepFile.parse(asked.text, Path.of(asked.file), Mfg.load());
            read = known;
            readFor = asked.job;
        }
        return known;
    }
}
