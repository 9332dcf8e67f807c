package org.mfg.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.app.sweep.Base;

/** Solves every contender's game, one after the other, so that times compare. */
public final class Comparison {
    private Comparison() {}

    /**
     * Checks all contenders, then solves. For a second at most the first one is solved for nobody to see: it warms the virtual machine
     * up, so that the first contender is not the slowest for being first.
     *
     * @param base the game
     * @param common the settings that all contenders have
     * @throws org.mfg.api.InvalidInputException if the settings of a contender do not go together
     */
    public static List<Result> of(Base base, Map<String, Object> common, List<Contender> contenders, Monitor monitor) {
        for (Contender contender : contenders) {
            base.study(Result.point(common, contender), false);
        }
        List<Result> results = new ArrayList<>();
        base.study(Result.point(common, contenders.get(0)), false).solve(new ForASecond(monitor));
        for (Contender contender : contenders) {
            if (!monitor.isCancelled()) {
                results.add(Result.of(base, common, contender, monitor));
            }
        }
        return results;
    }

    /** Stops a solve that goes on for long. */
    private static final class ForASecond implements Monitor {
        private static final long NANOS = 1_000_000_000;

        private final Monitor user;
        private final long start = System.nanoTime();

        ForASecond(Monitor user) {
            this.user = user;
        }

        @Override
        public boolean isCancelled() {
            return user.isCancelled() || System.nanoTime() - start > NANOS;
        }
    }
}
