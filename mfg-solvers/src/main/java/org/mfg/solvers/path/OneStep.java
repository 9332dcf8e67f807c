package org.mfg.solvers.path;

import java.util.Arrays;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Parameters;

/**
 * One time step of a path at a steady state, which it begins and ends with: its equations and aggregates, and their derivatives in parameters by central differences
 * of games that are made anew.
 */
final class OneStep {
    /** The step of a difference whose error is least, as a part of what moves. */
    private static final double DIFFERENCE = Math.cbrt(Math.ulp(1.0));

    private final DiscreteEconomy economy;
    private final SteadyState steady;
    private final TimeGrid time;
    private final int nodes;
    private final double[] u;
    private final double[] m;
    private final DiscreteGame game;
    private final List<double[]> byDrift;

    /** @param dt the length of the step */
    OneStep(DiscreteEconomy economy, SteadyState steady, double dt) {
        this.economy = economy;
        this.steady = steady;
        time = new TimeGrid(dt, 1);
        nodes = economy.grid().size();
        u = twice(steady.fields().u());
        m = twice(steady.fields().m());
        game = game(steady.parameters());
        byDrift = byDrift();
    }

    private static double[] twice(double[] level) {
        double[] both = Arrays.copyOf(level, 2 * level.length);
        System.arraycopy(level, 0, both, level.length, level.length);
        return both;
    }

    private DiscreteGame game(Parameters parameters) {
        return economy.discrete(PathGame.of(time, List.of(economy.game(parameters)), steady, steady), time);
    }

    /** The equations of the step, linearised. */
    StepwiseLinearization linearize() {
        return linearize(game, u, m);
    }

    /** The same of agents who do not discount: their matrix, transposed, is what moves the crowd. */
    StepwiseLinearization linearizeUndiscounted() {
        return linearize(economy.discrete(game.game().toBuilder().discount(0).build(), time), u, m);
    }

    /** The equations of a game, linearised. */
    static StepwiseLinearization linearize(DiscreteGame of, double[] u, double[] m) {
        if (of.linearize(u, m) instanceof StepwiseLinearization l) {
            l.solveExactly();
            return l;
        }
        throw InvalidInputException.because("discretization", "discretization must be upwind for a path");
    }

    /** The derivatives in a parameter. */
    record Derivatives(double[] backward, double[] forward, double[] aggregates) {}

    /**
     * Of the residuals of both equations, one level each, that of Fokker-Planck times the weights, and of the aggregates at given (u, m).
     *
     * @param scale of the parameter's values
     */
    Derivatives derivatives(String parameter, double scale) {
        double value = steady.parameters().real(parameter);
        double h = DIFFERENCE * Math.max(Math.abs(value), scale);
        Parameters above = steady.parameters().with(parameter, value + h);
        Parameters below = steady.parameters().with(parameter, value - h);
        DiscreteGame up = game(above);
        DiscreteGame down = game(below);
        double width = above.real(parameter) - below.real(parameter);
        double[] backward = backwardResidual(up);
        subtract(backward, backwardResidual(down), width);
        double[] forward = forwardResidual(up);
        subtract(forward, forwardResidual(down), width);
        double[] aggregates = aggregates(up, u, above);
        subtract(aggregates, aggregates(down, u, below), width);
        return new Derivatives(backward, forward, aggregates);
    }

    private static void subtract(double[] above, double[] below, double width) {
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) / width;
        }
    }

    private double[] backwardResidual(DiscreteGame of) {
        double[] residual = new double[2 * nodes];
        of.backwardResidual(u, m, residual);
        return Arrays.copyOf(residual, nodes);
    }

    private double[] forwardResidual(DiscreteGame of) {
        double[] residual = new double[2 * nodes];
        of.forwardResidual(u, m, residual);
        double[] masses = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            masses[i] = economy.grid().weight(i) * residual[nodes + i];
        }
        return masses;
    }

    private double[] aggregates(DiscreteGame of, double[] at, Parameters parameters) {
        CrossSection crowd = new CrossSection(economy.grid(), of.policy(at, m), m, 0, 0);
        return economy.market().count(parameters, crowd);
    }

    /** How the aggregates answer to a change of the value function at the beginning of the step, by way of the drift alone. */
    double[] answerTo(double[] du) {
        double[] answer = new double[byDrift.size()];
        double size = Arrays.stream(du).map(Math::abs).max().orElse(0);
        if (size == 0 || byDrift.stream().allMatch(slopes -> slopes.length == 0)) {
            return answer;
        }
        double h = DIFFERENCE / size;
        Policy above = game.policy(moved(du, h), m);
        Policy below = game.policy(moved(du, -h), m);
        for (int k = 0; k < economy.grid().dimension(); k++) {
            for (int i = 0; i < nodes; i++) {
                double change = (above.drift(0, i, k) - below.drift(0, i, k)) / (2 * h);
                for (int o = 0; o < answer.length; o++) {
                    answer[o] += byDrift.get(o).length == 0 ? 0 : byDrift.get(o)[k * nodes + i] * change;
                }
            }
        }
        return answer;
    }

    /** ∂/∂drift of the aggregates, by aggregate: by axis and node; empty of one that does not depend on drifts. */
    private List<double[]> byDrift() {
        Policy policy = game.policy(u, m);
        return economy.market().aggregates(steady.parameters()).stream()
                .map(quantity -> quantity.dependsOnDrift() ? byDrift(quantity, policy) : new double[0])
                .toList();
    }

    private double[] byDrift(AgentQuantity quantity, Policy policy) {
        Grid grid = economy.grid();
        int d = grid.dimension();
        double[] slopes = new double[d * nodes];
        double[] x = new double[d];
        double[] drift = new double[d];
        for (int i = 0; i < nodes; i++) {
            double mass = grid.weight(i) * m[nodes + i];
            grid.position(i, x);
            for (int k = 0; k < d; k++) {
                drift[k] = policy.drift(0, i, k);
            }
            for (int k = 0; k < d && mass != 0; k++) {
                double at = drift[k];
                double h = DIFFERENCE * Math.max(1, Math.abs(at));
                drift[k] = at + h;
                double above = quantity.value().at(0, x, drift);
                drift[k] = at - h;
                slopes[k * nodes + i] = mass * (above - quantity.value().at(0, x, drift)) / (2 * h);
                drift[k] = at;
            }
        }
        return slopes;
    }

    private double[] moved(double[] du, double h) {
        double[] moved = u.clone();
        for (int i = 0; i < nodes; i++) {
            moved[i] += h * du[i];
        }
        return moved;
    }

    /** What is counted, at each node: by aggregate. */
    List<double[]> counted() {
        CrossSection crowd = new CrossSection(economy.grid(), game.policy(u, m), m, 0, 0);
        return economy.market().aggregates(steady.parameters()).stream()
                .map(crowd::values)
                .toList();
    }
}
