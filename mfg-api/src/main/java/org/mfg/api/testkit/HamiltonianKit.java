package org.mfg.api.testkit;

import java.util.Arrays;
import java.util.Random;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * Checks a Hamiltonian against the promises of its interface, at seeded random points:
 *
 * <ul>
 *   <li>momentum gradient, momentum Hessian and density derivative agree with central differences;
 *   <li>H is convex in p: (H(p)+H(q))/2 >= H((p+q)/2), and the gradient is monotone;
 *   <li>H depends on m only if it says so;
 *   <li>everything is finite, also at p = 0, at m = 0 and for large p, and arguments are left unchanged;
 *   <li>axiswise: axis derivatives, and the minimiser of each H_k is where its slope changes sign;
 *   <li>radial: radial derivatives, h non-decreasing in r with slope 0 at r = 0.
 * </ul>
 */
public final class HamiltonianKit {
    private static final int POINTS = 200;
    private static final long SEED = 20100504;

    private final Hamiltonian hamiltonian;
    private final Domain domain;
    private final Check check;
    private final Random random = new Random(SEED);

    private HamiltonianKit(Hamiltonian hamiltonian, Domain domain) {
        this.hamiltonian = hamiltonian;
        this.domain = domain;
        check = new Check(hamiltonian);
    }

    /**
     * Checks on the unit box.
     *
     * @param dimension the number of axes, 1 to 3
     * @throws AssertionError if a promise is broken; the message names it, the point and the values
     */
    public static void check(Hamiltonian hamiltonian, int dimension) {
        Axis[] axes = new Axis[dimension];
        for (int k = 0; k < dimension; k++) {
            axes[k] = Axis.noFlux("xyz".substring(k, k + 1), 0, 1);
        }
        check(hamiltonian, Domain.of(axes));
    }

    /**
     * Checks at positions inside the given domain.
     *
     * @throws AssertionError if a promise is broken; the message names it, the point and the values
     */
    public static void check(Hamiltonian hamiltonian, Domain domain) {
        new HamiltonianKit(hamiltonian, domain).run();
    }

    private void run() {
        for (int i = 0; i < POINTS; i++) {
            Point at = Point.random(random, domain);
            finiteAndUnchanged(at);
            finiteAndUnchanged(at.withDensity(0));
            finiteAndUnchanged(at.withMomentum(new double[domain.dimension()]));
            finiteAndUnchanged(
                    at.withMomentum(Arrays.stream(at.p()).map(p -> 100 * p).toArray()));
            gradient(at);
            hessian(at);
            density(at);
            convex(at, Point.random(random, domain).p());
            if (hamiltonian instanceof AxiswiseHamiltonian axiswise) {
                new AxiswiseChecks(axiswise, check).run(at);
            }
            if (hamiltonian instanceof RadialHamiltonian radial) {
                new RadialChecks(radial, check).run(at);
            }
        }
    }

    private void finiteAndUnchanged(Point at) {
        Point before = new Point(at.t(), at.x().clone(), at.p().clone(), at.m());
        check.finite("value", before, value(at));
        for (double g : gradientAt(at)) {
            check.finite("momentumGradient", before, g);
        }
        for (double h : hessianAt(at)) {
            check.finite("momentumHessian", before, h);
        }
        check.finite("densityDerivative", before, hamiltonian.densityDerivative(at.t(), at.x(), at.p(), at.m()));
        if (!before.equals(at)) {
            check.fail("a call", before, "changed its arguments to " + at);
        }
    }

    private void gradient(Point at) {
        double[] gradient = gradientAt(at);
        for (int k = 0; k < gradient.length; k++) {
            int axis = k;
            check.derivative("momentumGradient[" + k + "]", at, gradient[k], e -> value(at.shifted(axis, e)), 0);
        }
    }

    private void hessian(Point at) {
        double[] hessian = hessianAt(at);
        int d = domain.dimension();
        for (int k = 0; k < d; k++) {
            for (int l = 0; l < d; l++) {
                int row = k;
                int column = l;
                String what = "momentumHessian[" + k + "][" + l + "]";
                check.derivative(what, at, hessian[k * d + l], e -> gradientAt(at.shifted(column, e))[row], 0);
            }
        }
    }

    private void density(Point at) {
        if (hamiltonian.dependsOnDensity()) {
            double derivative = hamiltonian.densityDerivative(at.t(), at.x(), at.p(), at.m());
            check.derivative("densityDerivative", at, derivative, m -> value(at.withDensity(m)), at.m());
            return;
        }
        if (value(at) != value(at.withDensity(2 * at.m()))) {
            check.fail("value", at, "changes with the density although dependsOnDensity() is false");
        }
    }

    private void convex(Point at, double[] q) {
        double[] p = at.p();
        double[] middle = new double[p.length];
        double slope = 0;
        double[] gradientP = gradientAt(at);
        double[] gradientQ = gradientAt(at.withMomentum(q));
        for (int k = 0; k < p.length; k++) {
            middle[k] = 0.5 * (p[k] + q[k]);
            slope += (gradientP[k] - gradientQ[k]) * (p[k] - q[k]);
        }
        String where = at + " and q = " + Arrays.toString(q);
        double mean = 0.5 * (value(at) + value(at.withMomentum(q)));
        double gap = mean - value(at.withMomentum(middle));
        check.atLeast("convexity, (H(p) + H(q))/2 - H((p + q)/2),", where, gap, 0, mean);
        check.atLeast("convexity, (H_p(p) - H_p(q))·(p - q),", where, slope, 0, slope);
    }

    private double value(Point at) {
        return hamiltonian.value(at.t(), at.x(), at.p(), at.m());
    }

    private double[] gradientAt(Point at) {
        double[] gradient = new double[domain.dimension()];
        hamiltonian.momentumGradient(at.t(), at.x(), at.p(), at.m(), gradient);
        return gradient;
    }

    private double[] hessianAt(Point at) {
        double[] hessian = new double[domain.dimension() * domain.dimension()];
        hamiltonian.momentumHessian(at.t(), at.x(), at.p(), at.m(), hessian);
        return hessian;
    }
}
