package org.mfg.app.sweep;

import org.mfg.api.InvalidInputException;

/** Makes the runs in threads of this process. */
public final class ThreadsEngine implements SweepEngine {

    @Override
    public String name() {
        return THREADS;
    }

    @Override
    public Workers start(Options options) {
        options.master().ifPresent(master -> {
            throw InvalidInputException.because(
                    "--master", "--master must come with an engine that has one: --engine spark --master " + master);
        });
        return new ThreadWorkers(options.workers().orElse(Runtime.getRuntime().availableProcessors()));
    }
}
