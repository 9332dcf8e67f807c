package org.mfg.examples.yourown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.output.figure.SolveCurve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * A solver of your own, and how it converges beside the others. The damped fixed point repeats
 *
 * <pre>
 *   u = best response to m (backward sweep),   m' = the crowd that plays u (forward sweep),   m ← m + θ_k (m' - m)
 * </pre>
 *
 * <p>here with fictitious play's θ_k = 2/(k + 2). A {@link DiscreteGame} is all it sees, so it solves games of every dimension and scheme; the log measures
 * residuals and decides when to stop. What to look at: Newton's method takes a few iterations, Anderson's tens; averages approach at a rate of
 * about 1/k, far from done when the others have finished (comparison).
 */
public final class YourSolver {
    private YourSolver() {}

    /** The solver. */
    record Averaging(StoppingRule rule) implements EquilibriumSolver {
        @Override
        public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
            Guess guess = start == null ? Guess.stationary(game) : start;
            double[] u = guess.u().clone();
            double[] m = guess.m().clone();
            double[] answer = m.clone();
            SolveLog log = new SolveLog(game, rule, monitor, "More iterations help.");
            for (int k = 0; ; k++) {
                game.backward(m, u);
                game.forward(u, answer);
                double step = 2.0 / (k + 2);
                for (int i = 0; i < m.length; i++) {
                    m[i] += step * (answer[i] - m[i]);
                }
                if (log.record(u, m, step, 1)) {
                    return log.equilibrium();
                }
            }
        }
    }

    /** Takes the folder to write to, out/gallery/your-solver if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/your-solver"));
    }

    /** Writes the figure; returns the largest difference of the crowd found here from Newton's. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        DiscreteGame game = mfg.discretize(mfg.game("tutorial", Map.of()), 100, 100);
        Map<String, EquilibriumSolver> solvers = new LinkedHashMap<>();
        solvers.put("newton", mfg.solver("newton", Map.of("levels", 0)));
        solvers.put("anderson", mfg.solver("anderson", Map.of()));
        solvers.put("policy-iteration", mfg.solver("policy-iteration", Map.of()));
        solvers.put("your own", new Averaging(new StoppingRule(1e-6, 300)));

        List<Equilibrium> found = new ArrayList<>();
        List<SolveCurve> curves = new ArrayList<>();
        solvers.forEach((name, solver) -> {
            Equilibrium e = solver.solve(game);
            found.add(e);
            curves.add(SolveCurve.of(name, e.history()));
            System.out.printf("%-17s %s%n", name, e);
        });
        new StudyFigures(out).comparison("comparison", curves);
        double[] newton = found.get(0).m();
        double[] own = found.get(found.size() - 1).m();
        double largest = 0;
        for (int i = 0; i < newton.length; i++) {
            largest = Math.max(largest, Math.abs(own[i] - newton[i]));
        }
        return new double[] {largest};
    }
}
