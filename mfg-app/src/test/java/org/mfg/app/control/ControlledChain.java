package org.mfg.app.control;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Grid;

/**
 * A Markov chain on the nodes of [0, 1]: from node i one jumps to the left at rate a_i/h + ν c_i/h² and to the right at b_i/h
 * + ν c_i/h², c_i = 2 at the walls and 1 inside, and pays ½ (a² + b²) + f(m) a unit of time and g(x) at the end. A step of
 * time is implicit. The social cost is minimised over all feedbacks a, b >= 0, by nonlinear conjugate gradients on their
 * square roots, with gradients by differences. It shares no code with the framework but the grid's numbers.
 */
final class ControlledChain {
    private static final double DIFFERENCE = 1e-6;
    private static final int RESTART = 20;
    private static final int MAX_ITERATIONS = 20_000;

    private final DiscreteGame game;
    private final DoubleUnaryOperator crowdCost;
    private final int n;
    private final int steps;
    private final double[] roots;
    private double[] m = new double[0];

    ControlledChain(DiscreteGame game, DoubleUnaryOperator crowdCost) {
        this.game = game;
        this.crowdCost = crowdCost;
        n = game.grid().size();
        steps = game.time().steps();
        roots = new double[2 * n * steps];
        Arrays.fill(roots, 0.5);
    }

    /** The density of the last evaluation, level after level. */
    double[] density() {
        return m;
    }

    /** Descends until the gradient is this small; returns the cost. */
    double descend(double tolerance) {
        double[] gradient = gradient();
        double[] direction = negative(gradient);
        double step = 1;
        for (int k = 0; k < MAX_ITERATIONS && norm(gradient) > tolerance; k++) {
            double moved = lineSearch(direction, gradient, step);
            if (moved == 0) {
                Arrays.setAll(direction, i -> 0);
            }
            step = moved == 0 ? 1 : 2 * moved;
            double[] next = gradient();
            double beta = k % RESTART == 0 || moved == 0 ? 0 : Math.max(0, polakRibiere(next, gradient));
            double[] old = direction;
            direction = negative(next);
            for (int i = 0; i < old.length; i++) {
                direction[i] += beta * old[i];
            }
            if (inner(direction, next) >= 0) {
                direction = negative(next);
            }
            gradient = next;
            if (moved == 0 && beta == 0 && k % RESTART != 0) {
                break;
            }
        }
        return cost();
    }

    private double lineSearch(double[] direction, double[] gradient, double first) {
        double before = cost();
        double slope = inner(direction, gradient);
        double[] start = roots.clone();
        for (double step = first; step > 1e-14; step /= 2) {
            for (int i = 0; i < roots.length; i++) {
                roots[i] = start[i] + step * direction[i];
            }
            if (cost() <= before + 1e-4 * step * slope) {
                return step;
            }
        }
        System.arraycopy(start, 0, roots, 0, start.length);
        return 0;
    }

    private double[] gradient() {
        double[] gradient = new double[roots.length];
        for (int i = 0; i < roots.length; i++) {
            double at = roots[i];
            roots[i] = at + DIFFERENCE;
            double above = cost();
            roots[i] = at - DIFFERENCE;
            gradient[i] = (above - cost()) / (2 * DIFFERENCE);
            roots[i] = at;
        }
        return gradient;
    }

    private double cost() {
        Grid grid = game.grid();
        double dt = game.time().step(0);
        m = new double[n * (steps + 1)];
        double[] m0 = game.initialDensity();
        System.arraycopy(m0, 0, m, 0, n);
        double[] mass = new double[n];
        Arrays.setAll(mass, i -> grid.weight(i) * m0[i]);
        double cost = 0;
        for (int j = 0; j < steps; j++) {
            mass = new LUDecomposition(generator(j, dt).transpose())
                    .getSolver()
                    .solve(new ArrayRealVector(mass))
                    .toArray();
            for (int i = 0; i < n; i++) {
                double density = mass[i] / grid.weight(i);
                m[(j + 1) * n + i] = density;
                double move = 0.5 * (square(left(j, i)) + square(right(j, i)));
                cost += dt * mass[i] * (move + crowdCost.applyAsDouble(density));
            }
        }
        for (int i = 0; i < n; i++) {
            cost += mass[i] * game.game().terminalCost().at(new double[] {grid.coordinate(i, 0)});
        }
        return cost;
    }

    /** I - Δt Q, Q the generator of the chain in step j. */
    private RealMatrix generator(int j, double dt) {
        double h = game.grid().spacing(0);
        double nu = game.game().diffusion().viscosity().orElseThrow();
        RealMatrix matrix = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double diffusion = nu * (i == 0 || i == n - 1 ? 2 : 1) / (h * h);
            double toLeft = i == 0 ? 0 : diffusion + left(j, i) / h;
            double toRight = i == n - 1 ? 0 : diffusion + right(j, i) / h;
            matrix.setEntry(i, i, 1 + dt * (toLeft + toRight));
            if (i > 0) {
                matrix.setEntry(i, i - 1, -dt * toLeft);
            }
            if (i < n - 1) {
                matrix.setEntry(i, i + 1, -dt * toRight);
            }
        }
        return matrix;
    }

    private double left(int j, int i) {
        return square(roots[2 * (j * n + i)]);
    }

    private double right(int j, int i) {
        return square(roots[2 * (j * n + i) + 1]);
    }

    private static double square(double v) {
        return v * v;
    }

    private static double[] negative(double[] v) {
        return Arrays.stream(v).map(a -> -a).toArray();
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] v) {
        return Math.sqrt(inner(v, v));
    }

    private static double polakRibiere(double[] next, double[] last) {
        double sum = 0;
        for (int i = 0; i < next.length; i++) {
            sum += next[i] * (next[i] - last[i]);
        }
        return sum / inner(last, last);
    }
}
