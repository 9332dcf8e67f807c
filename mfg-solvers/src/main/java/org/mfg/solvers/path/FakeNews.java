package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.Grid;

/**
 * The Jacobians of a path at a steady state by the fake-news algorithm (Auclert, Bardóczy, Rognlie and Straub 2021, Econometrica 89, section 3). With the {@link
 * StepwiseLinearization} of a step, S its matrix and S̃ that without discounting, C the change of the crowd with the policy, R and Q the residuals of both equations, and φ what an aggregate counts,
 *
 * <pre>
 *   v_0 = -S⁻¹ ∂R/∂θ,  v_k = S⁻¹ v_{k-1}                        du of a step, an input k steps ahead
 *   y_0 = -C v_0 - ∂Q/∂θ,  y_k = -C v_k                         what it adds to the masses of that step
 *   e_0 = S̃⁻¹ φ,  e_k = S̃⁻¹ e_{k-1}                             what a mass counts for k steps later
 *   J(t, s) = J(t-1, s-1) + e_t · y_s,  and D_{s-t} by way of φ's drift, on and above the diagonal.
 * </pre>
 *
 * <p>Costs a solve for each step, input and aggregate, and one product of a matrix of steps x nodes with one of nodes x steps. Exact to round-off where nobody feels the crowd;
 * otherwise the answers of agents who take the crowd as given.
 */
final class FakeNews {
    private final Grid grid;
    private final SteadyState steady;
    private final OneStep step;
    private final StepwiseLinearization linearization;
    private final int steps;
    private final int nodes;
    private final List<AgentQuantity> counted;
    private final List<double[][]> expectations;

    FakeNews(DiscreteEconomy economy, SteadyState steady, double dt, int steps) {
        grid = economy.grid();
        this.steady = steady;
        step = new OneStep(economy, steady, dt);
        linearization = step.linearize();
        this.steps = steps;
        nodes = grid.size();
        counted = economy.market().aggregates(steady.parameters());
        StepwiseLinearization undiscounted = step.linearizeUndiscounted();
        expectations = step.counted().stream()
                .map(values -> expectations(undiscounted, values))
                .toList();
    }

    /** e_k by k. */
    private double[][] expectations(StepwiseLinearization undiscounted, double[] counted) {
        double[][] e = new double[steps][];
        double[] last = counted;
        for (int k = 0; k < steps; k++) {
            e[k] = last.clone();
            undiscounted.solveStep(0, e[k], 0);
            last = e[k];
        }
        return e;
    }

    /**
     * The Jacobians.
     *
     * @param inputs names of parameters
     * @param scales of their values
     * @param start the density that is there at first
     */
    SequenceJacobian jacobian(List<String> inputs, List<Double> scales, double[] start) {
        List<List<double[]>> byOutput = new ArrayList<>();
        counted.forEach(quantity -> byOutput.add(new ArrayList<>()));
        for (int i = 0; i < inputs.size(); i++) {
            double[][] y = new double[nodes][steps];
            double[][] direct = answers(inputs.get(i), scales.get(i), y);
            for (int o = 0; o < byOutput.size(); o++) {
                byOutput.get(o).add(recursion(Product.of(expectations.get(o), y), direct[o]));
            }
        }
        List<String> outputs = counted.stream().map(AgentQuantity::name).toList();
        List<List<double[]>> matrices = byOutput.stream().map(List::copyOf).toList();
        return new SequenceJacobian(List.copyOf(inputs), outputs, matrices, fromStart(start));
    }

    /** Writes y by node and k; returns D by output and k. */
    private double[][] answers(String input, double scale, double[][] y) {
        OneStep.Derivatives derivatives = step.derivatives(input, scale);
        double[] v = derivatives.backward();
        double[] mass = derivatives.forward();
        double[][] direct = new double[counted.size()][steps];
        for (int i = 0; i < nodes; i++) {
            v[i] = -v[i];
            mass[i] = -mass[i];
        }
        for (int k = 0; k < steps; k++) {
            linearization.solveStep(0, v, 0);
            linearization.subtractPolicyChange(0, v, 0, mass, 0);
            double[] byDrift = step.answerTo(v);
            for (int o = 0; o < direct.length; o++) {
                direct[o][k] = byDrift[o] + (k == 0 ? derivatives.aggregates()[o] : 0);
            }
            for (int i = 0; i < nodes; i++) {
                y[i][k] = mass[i];
                mass[i] = 0;
            }
        }
        return direct;
    }

    private double[] recursion(double[] j, double[] direct) {
        for (int t = 1; t < steps; t++) {
            for (int s = 1; s < steps; s++) {
                j[t * steps + s] += j[(t - 1) * steps + s - 1];
            }
        }
        for (int t = 0; t < steps; t++) {
            for (int s = t; s < steps; s++) {
                j[t * steps + s] += direct[s - t];
            }
        }
        return j;
    }

    private List<double[]> fromStart(double[] start) {
        double[] rest = steady.fields().m();
        double[] mass = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            mass[i] = grid.weight(i) * (start[i] - rest[i]);
        }
        return expectations.stream()
                .map(e -> {
                    double[] answer = new double[steps];
                    for (int k = 0; k < steps; k++) {
                        for (int i = 0; i < nodes; i++) {
                            answer[k] += e[k][i] * mass[i];
                        }
                    }
                    return answer;
                })
                .toList();
    }
}
