package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The Jacobians of a path at a steady state where time steps are uneven, so that an answer depends on the steps in between and {@link FakeNews} does not hold: a column by a
 * backward and a forward sweep of the linearised game. In the notation there, with an index for the step whose length a matrix has, an input of step s gives
 *
 * <pre>
 *   S_s v^s = -∂R_s/∂θ,  S_j v^j = v^j+1 for j < s
 *   S̃_jᵀ μ^j = μ^j-1 - C_j v^j,  in step s less ∂Q_s/∂θ
 *   J(t, s) = φ · μ^t, and by way of φ's drift.
 * </pre>
 *
 * <p>R and Q are scaled with the length of their step. Costs 3/2 N² solves of a step for each input, N steps; {@link FakeNews} takes N.
 */
final class ColumnSweeps {
    private final Grid grid;
    private final SteadyState steady;
    private final TimeGrid time;
    private final OneStep step;
    private final StepwiseLinearization linearization;
    private final List<AgentQuantity> counted;
    private final List<double[]> weights;
    private final int steps;
    private final int nodes;

    ColumnSweeps(DiscreteEconomy economy, SteadyState steady, TimeGrid time) {
        grid = economy.grid();
        this.steady = steady;
        this.time = time;
        steps = time.steps();
        nodes = grid.size();
        step = new OneStep(economy, steady, time.step(0));
        counted = economy.market().aggregates(steady.parameters());
        weights = step.counted();
        DiscreteGame atRest = economy.discrete(
                PathGame.of(time, Collections.nCopies(steps, economy.game(steady.parameters())), steady, steady), time);
        linearization = OneStep.linearize(
                atRest,
                Scenario.atAllLevels(steady.fields().u(), time),
                Scenario.atAllLevels(steady.fields().m(), time));
    }

    /** The Jacobians; see {@link FakeNews#jacobian}. */
    SequenceJacobian jacobian(List<String> inputs, List<Double> scales, double[] start) {
        List<List<double[]>> byOutput = new ArrayList<>();
        counted.forEach(quantity -> byOutput.add(new ArrayList<>()));
        for (int i = 0; i < inputs.size(); i++) {
            double[][] matrices = matrices(step.derivatives(inputs.get(i), scales.get(i)));
            for (int o = 0; o < matrices.length; o++) {
                byOutput.get(o).add(matrices[o]);
            }
        }
        List<String> outputs = counted.stream().map(AgentQuantity::name).toList();
        List<List<double[]>> matrices = byOutput.stream().map(List::copyOf).toList();
        return new SequenceJacobian(List.copyOf(inputs), outputs, matrices, fromStart(start));
    }

    /** J by output. */
    private double[][] matrices(OneStep.Derivatives derivatives) {
        double[][] j = new double[counted.size()][steps * steps];
        double[][] pushed = new double[steps][nodes];
        for (int s = 0; s < steps; s++) {
            backward(derivatives, s, pushed, j);
            forward(s, pushed, j);
        }
        return j;
    }

    /** What an input of step s adds to the masses of steps 0 ... s, and by way of drifts to the aggregates. */
    private void backward(OneStep.Derivatives derivatives, int s, double[][] pushed, double[][] j) {
        double scale = -time.step(s) / time.step(0);
        double[] v = new double[nodes];
        for (int t = s; t >= 0; t--) {
            for (int i = 0; i < nodes; i++) {
                v[i] = t == s ? scale * derivatives.backward()[i] : v[i];
                pushed[t][i] = t == s ? scale * derivatives.forward()[i] : 0;
            }
            linearization.solveStep(t, v, 0);
            linearization.subtractPolicyChange(t, v, 0, pushed[t], 0);
            double[] byDrift = step.answerTo(v);
            for (int o = 0; o < j.length; o++) {
                j[o][t * steps + s] = byDrift[o] + (t == s ? derivatives.aggregates()[o] : 0);
            }
        }
    }

    private void forward(int s, double[][] pushed, double[][] j) {
        double[] mass = new double[nodes];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < nodes && t <= s; i++) {
                mass[i] += pushed[t][i];
            }
            linearization.solveDensityStep(t, mass, 0);
            for (int o = 0; o < j.length; o++) {
                j[o][t * steps + s] += dot(weights.get(o), mass);
            }
        }
    }

    private List<double[]> fromStart(double[] start) {
        double[] rest = steady.fields().m();
        double[] mass = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            mass[i] = grid.weight(i) * (start[i] - rest[i]);
        }
        List<double[]> answers = new ArrayList<>();
        counted.forEach(quantity -> answers.add(new double[steps]));
        for (int t = 0; t < steps; t++) {
            linearization.solveDensityStep(t, mass, 0);
            for (int o = 0; o < answers.size(); o++) {
                answers.get(o)[t] = dot(weights.get(o), mass);
            }
        }
        return answers;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
