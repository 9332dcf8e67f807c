package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.progress.SolveLog;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Parallel;
import org.mfg.solvers.strategy.StrategyIterate;

/** An iterate that is a value function, whose policy is played; by GMRES. */
final class ValueIterate implements NewtonIterate {
    private final DiscreteGame game;
    private final StrategyIterate strategy;
    private final Forcing forcing;
    private final CoupledSystem system;
    private final WorkFields fields;
    private int sweeps;

    ValueIterate(DiscreteGame game, double[] start, KrylovSettings krylov, WorkFields fields) {
        this.game = game;
        this.fields = fields;
        strategy = new StrategyIterate(game, start, fields);
        system = new CoupledSystem(
                game, krylov, Gmres.inSinglePrecision(krylov.memory(), Parallel.of(game), fields), fields);
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
        return system.account();
    }

    @Override
    public boolean advance(double enough) {
        double[] du = fields.take(game.size());
        boolean advances = advance(du, forcing.tolerance(enough));
        fields.give(du);
        return advances;
    }

    private boolean advance(double[] du, double tolerance) {
        Linearization linearization = game.linearize(strategy.u(), strategy.m());
        sweeps = system.solve(linearization, strategy.residual(), du, tolerance);
        double before = strategy.residualNorm();
        if (!strategy.moveAlong(du, 1)) {
            int again = system.solveAgain(linearization, strategy.residual(), du, tolerance);
            sweeps += again;
            if (again == 0 || !strategy.moveAlong(du, 1)) {
                return false;
            }
        }
        forcing.reduced(strategy.residualNorm() / before);
        return true;
    }
}
