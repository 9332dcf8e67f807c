package org.mfg.solvers.newton;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The discrete equations of the small tutorial with H = |p|^1.5/1.5 and F = λ m, written out from docs/mathematics.md and evaluated with 40 digits at a value function that is the sum
 * of two fields.
 */
final class SteepEquations {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal THREE_HALVES = new BigDecimal("1.5");

    private final int n;
    private final int steps;
    private final BigDecimal[] u;
    private final BigDecimal[] m;
    private final BigDecimal h;
    private final BigDecimal dt;
    private final BigDecimal lambda;
    private final BigDecimal viscosity;

    SteepEquations(double[] u, double[] digits, double[] m, int n, int steps, double lambda, double viscosity) {
        this.n = n;
        this.steps = steps;
        this.u = new BigDecimal[u.length];
        this.m = new BigDecimal[u.length];
        for (int i = 0; i < u.length; i++) {
            this.u[i] = new BigDecimal(u[i]).add(new BigDecimal(digits[i]));
            this.m[i] = new BigDecimal(m[i]);
        }
        h = BigDecimal.ONE.divide(new BigDecimal(n - 1), DIGITS);
        dt = BigDecimal.ONE.divide(new BigDecimal(steps), DIGITS);
        this.lambda = new BigDecimal(lambda);
        this.viscosity = new BigDecimal(viscosity);
    }

    /** max Δt |R_hjb| over the steps. */
    double hjbResidual() {
        BigDecimal largest = BigDecimal.ZERO;
        for (int j = 0; j < steps; j++) {
            for (int i = 0; i < n; i++) {
                BigDecimal r = length(j, i);
                BigDecimal running = r.multiply(r.sqrt(DIGITS))
                        .divide(THREE_HALVES, DIGITS)
                        .subtract(lambda.multiply(m[(j + 1) * n + i]))
                        .subtract(viscosity.multiply(laplacian(j, i)));
                BigDecimal residual = u[j * n + i].subtract(u[(j + 1) * n + i]).add(dt.multiply(running, DIGITS));
                largest = largest.max(residual.abs());
            }
        }
        return largest.doubleValue();
    }

    /** max over the steps of Σ Δt w |R_fp|. */
    double fpResidual() {
        BigDecimal largest = BigDecimal.ZERO;
        for (int j = 0; j < steps; j++) {
            BigDecimal[] mass = new BigDecimal[n];
            for (int i = 0; i < n; i++) {
                mass[i] = weight(i).multiply(m[(j + 1) * n + i].subtract(m[j * n + i]));
            }
            for (int i = 0; i + 1 < n; i++) {
                // What goes from i to i + 1: agents drift down the slope of u, from the end by which they leave.
                BigDecimal flux = departing(j, i, i + 1)
                        .subtract(departing(j, i + 1, i))
                        .subtract(viscosity
                                .multiply(m[(j + 1) * n + i + 1].subtract(m[(j + 1) * n + i]))
                                .divide(h, DIGITS));
                mass[i] = mass[i].add(dt.multiply(flux, DIGITS));
                mass[i + 1] = mass[i + 1].subtract(dt.multiply(flux, DIGITS));
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal r : mass) {
                sum = sum.add(r.abs());
            }
            largest = largest.max(sum);
        }
        return largest.doubleValue();
    }

    /** The agents who leave a node for its neighbour per unit of time: w m q/√r / h, q the slope up to the node and r the length of both such slopes. */
    private BigDecimal departing(int j, int from, int to) {
        BigDecimal q = slope(j, from, to);
        if (q.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return weight(from)
                .multiply(m[(j + 1) * n + from])
                .multiply(q)
                .divide(length(j, from).sqrt(DIGITS), DIGITS)
                .divide(h, DIGITS);
    }

    private BigDecimal length(int j, int i) {
        BigDecimal below = i == 0 ? BigDecimal.ZERO : slope(j, i, i - 1);
        BigDecimal above = i == n - 1 ? BigDecimal.ZERO : slope(j, i, i + 1);
        return below.multiply(below).add(above.multiply(above)).sqrt(DIGITS);
    }

    /** By how much u rises from a neighbour to a node, over h; 0 where it falls. */
    private BigDecimal slope(int j, int node, int neighbour) {
        return u[j * n + node].subtract(u[j * n + neighbour]).divide(h, DIGITS).max(BigDecimal.ZERO);
    }

    private BigDecimal laplacian(int j, int i) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = Math.max(0, i - 1); k <= Math.min(n - 1, i + 1); k++) {
            sum = sum.add(u[j * n + k].subtract(u[j * n + i]));
        }
        return sum.divide(h, DIGITS).divide(weight(i), DIGITS);
    }

    private BigDecimal weight(int i) {
        return i == 0 || i == n - 1 ? h.divide(BigDecimal.valueOf(2), DIGITS) : h;
    }
}
