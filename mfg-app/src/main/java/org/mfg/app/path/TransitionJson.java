package org.mfg.app.path;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.app.output.JsonFile;
import org.mfg.app.study.Study;
import org.mfg.solvers.path.Transition;

/** {@code path.json}: what was asked of a path, and how the search for its prices ended. */
final class TransitionJson {
    private TransitionJson() {}

    static void write(
            JsonFile out,
            Study study,
            Transition transition,
            List<String> shocks,
            Series series,
            Optional<Welfare> welfare)
            throws IOException {
        out.study(study);
        out.text("shocks", String.join("; ", shocks));
        out.number("until", transition.time().horizon());
        out.integer("steps", transition.time().steps());
        out.timeGrading(transition.time());
        out.text("status", transition.equilibrium().status().name());
        out.text("message", transition.equilibrium().message());
        out.integer("iterations", transition.iterations().size());
        out.array("attempts", transition.iterations(), attempt -> {
            out.number("largest-excess", attempt.largestExcess());
            out.number("step", attempt.step());
            out.number("seconds", attempt.seconds());
        });
        if (transition.linear().isPresent()) {
            out.number("jacobian-seconds", transition.linear().get().seconds());
        }
        Iteration last = transition.equilibrium().last();
        out.number("hjb-residual", last.hjbResidual());
        out.number("fp-residual", last.fpResidual());
        out.number("mass-drift", last.massDrift());
        out.number("missing-at-the-end", transition.missing());
        if (welfare.isPresent()) {
            out.number("welfare-gain", welfare.get().ofMean());
            out.number("welfare-gain-of-steady-states", welfare.get().ofSteadyStates());
            out.number("share-that-gains", welfare.get().shareOfWinners());
        }
        out.object("before", () -> values(out, series, 0));
        out.object("at-the-end", () -> values(out, series, transition.time().steps()));
        out.versions();
    }

    private static void values(JsonFile out, Series series, int level) throws IOException {
        for (Map.Entry<String, double[]> entry : series.byName().entrySet()) {
            out.number(TransitionFiles.word(entry.getKey()), entry.getValue()[level]);
        }
    }
}
