package org.mfg.solvers.newton;

import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.equilibrium.*;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.progress.*;

public final class NewtonSolver implements EquilibriumSolver {
    private final StoppingRule rule;
    private final double forcing;
    private final int maxKrylov;
    public static boolean trace = false;

    public NewtonSolver(StoppingRule rule, double forcing, int maxKrylov) {
        this.rule = rule;
        this.forcing = forcing;
        this.maxKrylov = maxKrylov;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        SolveLog log = new SolveLog(game, rule, monitor, "");
        Guess g = start == null ? Guess.stationary(game) : start;
        double[] u = g.u().clone();
        double[] m = g.m().clone();
        game.forward(u, m);
        int n = game.size();
        double[] r = new double[n], b = new double[n], du = new double[n], dm = new double[n];
        double[] last = new double[n]; double[] u1 = new double[n], m1 = new double[n];
        Gmres gmres = new Gmres(200);
        boolean done = log.record(u, m, 1, 0);
        game.backwardResidual(u, m, r);
        double merit = norm(r);
        double eta = forcing; int M=Integer.getInteger("M",1); double[] hist=new double[M];
        while (!done) {
            Linearization lin = game.linearize(u, m);
            if(trace&&last!=null){double mx=0;for(int i=0;i<n;i++)mx=Math.max(mx,Math.abs(last[i]));System.err.println("last "+mx);}
            for (int i = 0; i < n; i++) r[i] = -r[i];
            lin.backward(null, r, b);
            Gmres.Result k = gmres.solve(
                    (x, y) -> {
                        lin.forward(x, null, dm);
                        lin.backward(dm, null, y);
                        for (int i = 0; i < y.length; i++) y[i] = x[i] - y[i];
                    },
                    b, du, eta, maxKrylov);
            double s = 1; hist[log.last().index()%M]=merit; double worst=0; for(double h:hist)worst=Math.max(worst,h);
            double merit1;
            while (true) {
                for (int i = 0; i < n; i++) u1[i] = u[i] + s * du[i];
                System.arraycopy(m, 0, m1, 0, n);
                try {
                game.forward(u1, m1);
                game.backwardResidual(u1, m1, r);
                merit1 = norm(r);
                } catch (org.mfg.api.NumericalFailureException e) { merit1 = Double.NaN; }
                if (merit1 <= (1 - 1e-4 * s) * worst) break;
                s /= 2;
                if (s < 1e-4) { log.stop(Status.STALLED, "line search"); break; }
            }
            if (s < 1e-4) break;
            merit = merit1; for (int i = 0; i < n; i++) last[i] = s * du[i];
            double[] t = u; u = u1; u1 = t;
            t = m; m = m1; m1 = t;
            done = log.record(u, m, s, k.steps() + 1);
            if (trace) System.err.println("    " + log.last().index() + " res " + log.last().residual() + " merit " + merit + " s " + s + " krylov " + k);
        }
        return log.equilibrium();
    }

    private static double norm(double[] v) {
        double s = 0;
        for (double x : v) s += x * x;
        return Math.sqrt(s);
    }
}
