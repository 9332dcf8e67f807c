package org.mfg.solvers.admm;

import org.jspecify.annotations.Nullable;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.belief.BestResponse;

/** TODO. */
public final class AdmmSolver implements EquilibriumSolver {
    private static final String ADVICE = "Try more iterations, or solver newton.";

    private final StoppingRule rule;
    static double A = Double.parseDouble(System.getProperty("pa", "0.5"));
    static double B = Double.parseDouble(System.getProperty("pb", "3"));
    static int ROUND = Integer.getInteger("round", 10);
    static double G = Double.parseDouble(System.getProperty("guard", "0.9"));
    static double O = Double.parseDouble(System.getProperty("over", "1.6"));

    /** @param rule when to stop */
    public AdmmSolver(StoppingRule rule) {
        this.rule = rule;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        ConvexForm form = game.convexForm();
        SolveLog log = new SolveLog(game, rule, monitor, ADVICE);
        try {
            Guess guess = start == null ? Guess.stationary(game) : start;
            BestResponse response = new BestResponse(game, guess);
            response.to(guess.m());
            form.weigh(Math.max(A * form.densitySlope(response.m()), 1e-3), B);
            double[][] z = new double[form.components()][form.size()];
            double[][] x = new double[form.components()][form.size()];
            double[][] y = new double[form.components()][form.size()];
            double[][] r = new double[form.components()][form.size()];
            double[] belief = response.m().clone();
            double entered = Double.POSITIVE_INFINITY;
            int n = belief.length - form.size();
            boolean restart = true;
            int sweeps = 1;
            while (!log.record(response.u(), response.m(), 1, sweeps)) {
                double res = log.last().residual();
                if (res <= G * entered) {
                    entered = res;
                    form.enter(response.u(), response.m(), z);
                    restart = true;
                } else restart = false;
                if (System.getProperty("v") != null) System.out.println(log.last().index() + " " + res + " " + restart);
                for (int k = 0; k < ROUND; k++) {
                    form.project(z, y);
                    for (int c = 0; c < z.length; c++) for (int i = 0; i < z[c].length; i++) r[c][i] = 2 * y[c][i] - z[c][i];
                    form.proximal(r, x);
                    for (int c = 0; c < z.length; c++) for (int i = 0; i < z[c].length; i++) z[c][i] += O * (x[c][i] - y[c][i]);
                }
                System.arraycopy(x[0], 0, belief, n, x[0].length);
                response.to(belief);
                sweeps = ROUND + 1;
            }
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }
}
