package org.mfg.app.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleFunction;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Study;
import org.mfg.solvers.sensitivity.Adjoint;
import org.mfg.solvers.sensitivity.Sensitivity;

/** Derivatives of an equilibrium in functions of its game, along one function each, against differences of equilibria. */
final class Fields {
    private static final double STEP = 1e-5;

    private final DiscreteGame game;
    private final Equilibrium equilibrium;
    private final Quantity quantity;
    private final Adjoint adjoint;

    Fields(Study study, Equilibrium equilibrium) {
        game = study.discreteGame();
        this.equilibrium = equilibrium;
        quantity = PackagedGames.MFG.quantity("integral(m^2*x)", game.game());
        adjoint = Sensitivity.of(game, equilibrium).adjoint(quantity);
    }

    void checkRunningCost() {
        MeanFieldGame itself = game.game();
        double[] gradient = adjoint.toRunningCost();
        int n = game.space().size();
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            double dt = itself.isStationary() ? 1 : game.time().step(0);
            double t = itself.isStationary() ? 1 : game.time().time(i / n);
            sum += dt * game.space().weight(i % n) * gradient[i] * bump(t, x(i % n));
        }
        check(
                sum,
                epsilon -> itself.toBuilder()
                        .runningCost((t, x) ->
                                itself.runningCost().at(t, x) + epsilon * bump(itself.isStationary() ? 1 : t, x[0])));
    }

    void checkTerminalCost() {
        MeanFieldGame itself = game.game();
        check(
                along(adjoint.toTerminalCost(), 1),
                epsilon -> itself.toBuilder()
                        .terminalCost(x -> itself.terminalCost().at(x) + epsilon * bump(1, x[0])));
    }

    /** m0 (1 + ε b) is normalised again: its change is ε m0 (b - Σ w m0 b). */
    void checkInitialDensity() {
        MeanFieldGame itself = game.game();
        double[] gradient = adjoint.toInitialDensity();
        double[] m0 = game.initialDensity();
        double mean = 0;
        for (int i = 0; i < m0.length; i++) {
            mean += game.space().weight(i) * m0[i] * bump(1, x(i));
        }
        double sum = 0;
        for (int i = 0; i < m0.length; i++) {
            sum += game.space().weight(i) * gradient[i] * m0[i] * (bump(1, x(i)) - mean);
        }
        check(
                sum,
                epsilon -> itself.toBuilder()
                        .initialDensity(x -> itself.initialDensity().at(x) * (1 + epsilon * bump(1, x[0]))));
    }

    private double along(double[] gradient, double t) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += game.space().weight(i) * gradient[i] * bump(t, x(i));
        }
        return sum;
    }

    private double x(int node) {
        return game.grid().coordinate(node, 0);
    }

    private static double bump(double t, double x) {
        return t * Math.sin(3 * x) * Math.exp(-x);
    }

    private void check(double derivative, DoubleFunction<MeanFieldGameBuilder> family) {
        double difference = (value(family.apply(STEP)) - value(family.apply(-STEP))) / (2 * STEP);
        assertThat(derivative).isCloseTo(difference, within(1e-6 * Math.abs(difference)));
    }

    private double value(MeanFieldGameBuilder changed) {
        DiscreteGame other = game.discretization().discretize(changed.build(), game.grid(), game.time());
        Equilibrium e = PackagedGames.MFG
                .solver("newton", Map.of("tolerance", 1e-13, "krylov-tolerance", 1e-10, "levels", 1L))
                .solve(other, new Guess(equilibrium.u(), equilibrium.m()), Monitor.NONE);
        return quantity.value(other, e.u(), e.m());
    }
}
