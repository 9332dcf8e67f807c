package org.mfg.api.testkit;

import java.util.Random;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * Checks a {@link NumericalHamiltonian} against its promises, at seeded random points: it is consistent with H, its gradient is its derivative
 * and its Hessian that of the gradient, it is monotone, and convex between random points.
 */
public final class FluxKit {
    private static final int POINTS = 200;
    private static final long SEED = 19840101;

    private final NumericalHamiltonian flux;
    private final Hamiltonian hamiltonian;
    private final Domain domain;
    private final Check check;
    private final Random random = new Random(SEED);

    private FluxKit(NumericalHamiltonian flux, Hamiltonian hamiltonian, Domain domain) {
        this.flux = flux;
        this.hamiltonian = hamiltonian;
        this.domain = domain;
        check = new Check(flux);
    }

    /**
     * Checks a flux of a Hamiltonian at positions inside the domain.
     *
     * @throws AssertionError if a promise is broken; the message names it, the point and the values
     */
    public static void check(NumericalHamiltonian flux, Hamiltonian hamiltonian, Domain domain) {
        new FluxKit(flux, hamiltonian, domain).run();
    }

    private void run() {
        for (int i = 0; i < POINTS; i++) {
            Point at = Point.random(random, domain, 1);
            consistent(at);
            double[] q = differences();
            derivatives(at, q);
            convex(at, q, differences());
        }
    }

    /** Random one-sided differences, from -3 to 3. */
    private double[] differences() {
        double[] q = new double[2 * domain.dimension()];
        for (int s = 0; s < 2 * domain.positionAxes(); s++) {
            q[s] = 6 * random.nextDouble() - 3;
        }
        return q;
    }

    private void consistent(Point at) {
        double[] p = at.p().clone();
        double[] q = new double[2 * p.length];
        for (int k = 0; k < p.length; k++) {
            p[k] = k < domain.positionAxes() ? p[k] : 0;
            q[2 * k] = p[k];
            q[2 * k + 1] = p[k];
        }
        double exact = hamiltonian.value(at.t(), at.x(), p, at.m());
        check.equal("value at equal differences", at, flux.value(at.t(), at.x(), q, at.m()), exact, "as H");
    }

    private void derivatives(Point at, double[] q) {
        int sides = q.length;
        double[] gradient = gradient(at, q);
        double[] hessian = new double[sides * sides];
        flux.hessian(at.t(), at.x(), q, at.m(), hessian);
        for (int s = 0; s < 2 * domain.positionAxes(); s++) {
            int side = s;
            check.derivative("gradient[" + s + "]", at, gradient[s], e -> value(at, moved(q, side, e)), 0);
            // Non-decreasing in q⁻, non-increasing in q⁺.
            check.atLeast("monotonicity in q[" + s + "],", at, (s & 1) == 0 ? gradient[s] : -gradient[s], 0, 1);
            for (int r = 0; r < 2 * domain.positionAxes(); r++) {
                int row = r;
                check.derivative(
                        "hessian[" + r + "][" + s + "]",
                        at,
                        hessian[r * sides + s],
                        e -> gradient(at, moved(q, side, e))[row],
                        0);
            }
        }
    }

    private void convex(Point at, double[] a, double[] b) {
        double[] middle = new double[a.length];
        for (int s = 0; s < a.length; s++) {
            middle[s] = 0.5 * (a[s] + b[s]);
        }
        double mean = 0.5 * (value(at, a) + value(at, b));
        check.atLeast("convexity, (g(a) + g(b))/2 - g((a + b)/2),", at, mean - value(at, middle), 0, mean);
    }

    private static double[] moved(double[] q, int side, double e) {
        double[] other = q.clone();
        other[side] += e;
        return other;
    }

    private double value(Point at, double[] q) {
        return flux.value(at.t(), at.x(), q, at.m());
    }

    private double[] gradient(Point at, double[] q) {
        double[] gradient = new double[q.length];
        flux.gradient(at.t(), at.x(), q, at.m(), gradient);
        return gradient;
    }
}
