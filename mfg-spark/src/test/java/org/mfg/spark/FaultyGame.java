package org.mfg.spark;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.models.game.TutorialGame;

/** The tutorial, but one task of Spark's dies of it. */
public final class FaultyGame implements GameProvider {
    static final AtomicInteger CALLS = new AtomicInteger();
    static final int FATAL_CALL = 9;

    private final TutorialGame tutorial = new TutorialGame();

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public String description() {
        return "one task dies";
    }

    @Override
    public List<Parameter> parameters() {
        return tutorial.parameters();
    }

    @Override
    public int[] defaultNodes() {
        return tutorial.defaultNodes();
    }

    @Override
    public int defaultSteps() {
        return tutorial.defaultSteps();
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        if (TaskContext.get() != null && CALLS.incrementAndGet() == FATAL_CALL) {
            throw new Error("as if the executor had been lost");
        }
        return tutorial.create(parameters);
    }
}
