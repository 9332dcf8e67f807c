package org.mfg.solvers.newton;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Parallel;
import org.mfg.solvers.strategy.StrategyIterate;

/** An iterate that is a value function, whose policy is played; by GMRES. */
final class ValueIterate implements NewtonIterate {
    private final DiscreteGame game;
    private final StrategyIterate strategy;
    private final Forcing forcing;
    private final CoupledSystem system;
    private final double[] du;
    private int sweeps;

    ValueIterate(DiscreteGame game, double[] start, KrylovSettings krylov) {
        this.game = game;
        strategy = new StrategyIterate(game, start);
        system = new CoupledSystem(game, krylov, Gmres.inSinglePrecision(krylov.memory(), Parallel.of(game)));
        du = new double[game.size()];
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

    @Override
    public double[] digits() {
        return new double[0];
    }

    @Override
    public double[] m() {
        return strategy.m();
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
        double tolerance = forcing.tolerance(enough);
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
