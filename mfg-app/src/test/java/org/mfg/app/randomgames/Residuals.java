package org.mfg.app.randomgames;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * What docs/mathematics.md calls the two residuals of an outcome.
 *
 * @param hjb max Δt |R_hjb| / max(1, max |u|)
 * @param fp max over levels of Σ w Δt |R_fp|
 * @param roundOff how far another order of the same operations may put them: each term of a residual has the relative error of a
 *     few additions, and the largest are ν Δt/h² and |H_p| Δt/h times the field; of Crank-Nicolson's density times the norm of the inverse that it takes
 */
record Residuals(double hjb, double fp, double roundOff) {
    private static final double OPERATIONS = 200 * Math.ulp(1.0);

    static Residuals of(RandomGame random, Nodes nodes, Equilibrium found) {
        return new Measure(random, nodes, found).residuals();
    }

    double largest() {
        return Math.max(hjb, fp);
    }

    /** The field's levels, and what has been found of them. */
    private static final class Measure {
        private final RandomGame random;
        private final Nodes nodes;
        private final Equations equations;
        private final double[][] u;
        private final double[][] m;
        private final double step;
        private double hjb;
        private double fp;
        private double size = 1;

        Measure(RandomGame random, Nodes nodes, Equilibrium found) {
            this.random = random;
            this.nodes = nodes;
            equations = new Equations(random, nodes);
            u = levels(found.u());
            m = levels(found.m());
            step = found.time().horizon() / random.steps();
        }

        private double[][] levels(double[] field) {
            double[][] levels = new double[random.steps() + 1][];
            for (int j = 0; j < levels.length; j++) {
                levels[j] = Arrays.copyOfRange(field, j * nodes.size, (j + 1) * nodes.size);
            }
            return levels;
        }

        Residuals residuals() {
            if (random.game().isStationary()) {
                stationary();
            } else {
                ends();
                for (int j = 0; j < random.steps(); j++) {
                    if (random.isUpwind()) {
                        implicitStep(j);
                    } else {
                        trapezoidStep(j);
                    }
                }
            }
            double largest = Arrays.stream(u)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            return new Residuals(hjb / Math.max(1, largest), fp, OPERATIONS * size);
        }

        private void ends() {
            int last = random.steps();
            double[] end = equations.terminalCost(random.steps() * step, m[last]);
            double[] start = equations.initialDensity();
            double distance = 0;
            for (int i = 0; i < nodes.size; i++) {
                value(i, u[last][i], u[last][i] - end[i]);
                distance += nodes.weight[i] * Math.abs(m[0][i] - start[i]);
            }
            fp = Math.max(fp, distance);
        }

        private void implicitStep(int j) {
            double t = (j + 1) * step;
            double[] operator = equations.operator(t, u[j], m[j + 1]);
            double[] cost = equations.runningCost(t, m[j + 1]);
            double[][] matrix = equations.derivative(t, u[j], m[j + 1]);
            double[] adjoint = equations.adjoint(matrix, m[j + 1]);
            note(matrix, step);
            double sum = 0;
            for (int i = 0; i < nodes.size; i++) {
                value(i, u[j][i], u[j][i] - u[j + 1][i] + step * (operator[i] - cost[i]));
                sum += nodes.isExit[i]
                        ? nodes.weight[i] * Math.abs(m[j + 1][i])
                        : nodes.weight[i] * Math.abs(m[j + 1][i] - m[j][i] + step * adjoint[i]);
            }
            fp = Math.max(fp, sum);
        }

        /** S_jᵀ W λ = W m^j, W m^{j+1} = (2I - S_{j+1})ᵀ W λ. */
        private void trapezoidStep(int j) {
            double[][] now = equations.derivative(j * step, u[j], m[j]);
            double[][] next = equations.derivative((j + 1) * step, u[j + 1], m[j + 1]);
            RealMatrix inverse = new LUDecomposition(scheme(now)).getSolver().getInverse();
            double[] weighted = new double[nodes.size];
            for (int i = 0; i < nodes.size; i++) {
                weighted[i] = nodes.weight[i] * m[j][i];
            }
            double[] lambda = inverse.transpose().operate(weighted);
            for (int i = 0; i < nodes.size; i++) {
                lambda[i] /= nodes.weight[i];
            }
            double[] adjoint = equations.adjoint(next, lambda);
            double[] half = half(j);
            double[] other = half(j + 1);
            note(now, step * inverse.getNorm());
            note(next, step * inverse.getNorm());
            double sum = 0;
            for (int i = 0; i < nodes.size; i++) {
                value(i, u[j][i], u[j][i] - u[j + 1][i] + half[i] + other[i]);
                sum += nodes.weight[i] * Math.abs(m[j + 1][i] - lambda[i] + step / 2 * adjoint[i]);
            }
            fp = Math.max(fp, sum);
        }

        /** ½Δt E_j. */
        private double[] half(int j) {
            double[] operator = equations.operator(j * step, u[j], m[j]);
            double[] cost = equations.runningCost(j * step, m[j]);
            for (int i = 0; i < nodes.size; i++) {
                operator[i] = step / 2 * (operator[i] - cost[i]);
            }
            return operator;
        }

        /** I + ½Δt A. */
        private RealMatrix scheme(double[][] matrix) {
            RealMatrix scheme = new Array2DRowRealMatrix(matrix).scalarMultiply(step / 2);
            for (int i = 0; i < nodes.size; i++) {
                scheme.addToEntry(i, i, 1);
            }
            return scheme;
        }

        /** One step of length 1, or 1/r, that begins as it ends; an ergodic value falls by the constant Σ w m u. */
        private void stationary() {
            double[] operator = equations.operator(step, u[0], m[1]);
            double[] cost = equations.runningCost(step, m[1]);
            double[][] matrix = equations.derivative(step, u[0], m[1]);
            double[] adjoint = equations.adjoint(matrix, m[1]);
            note(matrix, step);
            double constant = 0;
            for (int i = 0; i < nodes.size; i++) {
                constant += nodes.weight[i] * m[1][i] * u[0][i];
            }
            double sum = 0;
            for (int i = 0; i < nodes.size; i++) {
                value(i, u[0][i], u[0][i] - u[1][i] + step * (operator[i] - cost[i]));
                value(i, u[1][i], random.game().isErgodic() ? u[1][i] - u[0][i] + constant : u[1][i]);
                sum += nodes.weight[i] * Math.abs(m[1][i] - m[0][i] + step * adjoint[i]);
            }
            fp = Math.max(fp, sum);
        }

        private void value(int i, double value, double residual) {
            hjb = Math.max(hjb, Math.abs(nodes.isExit[i] ? value - nodes.exitCost[i] : residual));
        }

        private void note(double[][] matrix, double factor) {
            double norm = new Array2DRowRealMatrix(matrix, false).transpose().getNorm();
            size = Math.max(size, 1 + factor * (1 + norm));
        }
    }
}
