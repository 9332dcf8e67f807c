package org.mfg.app.verification;

import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.Mfg;

/**
 * The errors of a solved game against its exact solution: the largest over the time levels of Σ w m |u - u*|, the error of u where
 * the agents are, and of Σ w |m - m*|.
 */
record Convergence(double u, double m) {

    static Convergence of(Mfg mfg, MeanFieldGame game, int nodes, int steps) {
        Equilibrium e = mfg.solver("newton", Map.of("tolerance", 1e-10)).solve(mfg.discretize(game, nodes, steps));
        if (!e.isConverged()) {
            throw new AssertionError(e.toString());
        }
        return of(e, game.exactSolution().orElseThrow());
    }

    private static Convergence of(Equilibrium e, ExactSolution exact) {
        int n = e.grid().size();
        double[] x = new double[e.grid().dimension()];
        double u = 0;
        double m = 0;
        for (int j = 0; j < e.time().levels(); j++) {
            double uError = 0;
            double mError = 0;
            for (int i = 0; i < n; i++) {
                e.grid().position(i, x);
                double density = exact.density(e.time().time(j), x);
                double w = e.grid().weight(i);
                uError += w
                        * density
                        * Math.abs(e.u()[j * n + i] - exact.value(e.time().time(j), x));
                mError += w * Math.abs(e.m()[j * n + i] - density);
            }
            u = Math.max(u, uError);
            m = Math.max(m, mError);
        }
        return new Convergence(u, m);
    }

    /** The observed orders from this error to that of a grid twice as fine. */
    Convergence orderTo(Convergence finer) {
        return new Convergence(Math.log(u / finer.u) / Math.log(2), Math.log(m / finer.m) / Math.log(2));
    }
}
