package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.progress.SolveLog;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Parallel;
import org.mfg.solvers.strategy.StrategyIterate;

/**
 * An iterate that is a value function, whose policy is played. Linear systems are solved by GMRES; on small grids exactly, once GMRES has done as much work as that takes. So together they take at most
 * twice the lesser, where neither form of GMRES gets on.
 */
final class ValueIterate implements NewtonIterate {
    /** After a system that was solved exactly, GMRES has this share of the work to show that the next one is easier. */
    private static final double NEXT_CHANCE = 0.25;
    /** So many sweeps are always GMRES's: on grids of less than 100 nodes an exact solution is cheaper, but neither takes long. */
    private static final int FEWEST_SWEEPS = 100;

    private final DiscreteGame game;
    private final StrategyIterate strategy;
    private final Forcing forcing;
    private final CoupledSystem system;
    private final ExactSystem exact;
    private final boolean mayBeExact;
    private final WorkFields fields;
    private boolean isExact;
    private int sweeps;

    ValueIterate(DiscreteGame game, double[] start, KrylovSettings krylov, WorkFields fields) {
        this.game = game;
        this.fields = fields;
        strategy = new StrategyIterate(game, start, fields);
        system = new CoupledSystem(
                game, krylov, Gmres.inSinglePrecision(krylov.memory(), Parallel.of(game), fields), fields);
        exact = new ExactSystem(game);
        mayBeExact = krylov.preconditioner() == Preconditioner.AUTO;
        forcing = new Forcing(krylov.tolerance());
    }

    @Override
    public void restartFrom(double[] start) {
        strategy.restartFrom(start);
        forcing.restart();
    }

    @Override
    public double[] u() {
        return strategy.u();
    }

    /** The strategy leaves its arrays alone until it moves, which is recorded. */
    @Override
    public boolean record(SolveLog log, double step, int sweeps) {
        return log.recordInPlace(strategy.u(), strategy.m(), step, sweeps);
    }

    @Override
    public double residualNorm() {
        return strategy.residualNorm();
    }

    @Override
    public double step() {
        return strategy.step();
    }

    @Override
    public int sweeps() {
        return sweeps;
    }

    @Override
    public String account() {
        return (system.account() + " " + exact.account()).strip();
    }

    @Override
    public boolean advance(double enough, double residual) {
        double[] du = fields.take(game.size());
        boolean advances = advance(du, forcing.tolerance(enough, residual));
        fields.give(du);
        return advances;
    }

    private boolean advance(double[] du, double tolerance) {
        Linearization linearization = game.linearize(strategy.u(), strategy.m());
        solve(linearization, du, tolerance);
        double before = strategy.residualNorm();
        if (!strategy.moveAlong(du, 1)) {
            int again = isExact ? 0 : system.solveAgain(linearization, strategy.residual(), du, tolerance);
            sweeps += again;
            if (again == 0 || !strategy.moveAlong(du, 1)) {
                return false;
            }
        }
        forcing.reduced(strategy.residualNorm() / before);
        return true;
    }

    private void solve(Linearization linearization, double[] du, double tolerance) {
        // Crank-Nicolson, whose systems offer no approximate inverse, stays with GMRES.
        boolean isPossible =
                mayBeExact && linearization instanceof PreconditionedLinearization && exact.isPossible(linearization);
        double allowance = isPossible
                ? (isExact ? NEXT_CHANCE : 1) * Math.max(FEWEST_SWEEPS, exact.cost())
                : Double.POSITIVE_INFINITY;
        CoupledSystem.Result result = system.solve(linearization, strategy.residual(), du, tolerance, allowance);
        sweeps = result.sweeps();
        isExact = isPossible && !result.isSolved();
        if (isExact) {
            exact.solve(linearization, strategy.residual(), null, du);
            sweeps += exact.cost();
        }
    }
}
