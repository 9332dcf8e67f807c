package org.mfg.api.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int SAMPLED_POINTS = 12;
    private static final long SEED = 20100504;

    private final Hamiltonian hamiltonian;
    private final Domain domain;
    private final int axes;
    private final double horizon;
    private final Check check;
    private final Random random = new Random(SEED);

    private HamiltonianKit(Hamiltonian hamiltonian, Domain domain, double horizon) {
        this.hamiltonian = hamiltonian;
        this.domain = domain;
        this.horizon = horizon;
        axes = domain.positionAxes();
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
     * Checks at positions inside the given domain and times from 0 to 1.
     *
     * @throws AssertionError if a promise is broken; the message names it, the point and the values
     */
    public static void check(Hamiltonian hamiltonian, Domain domain) {
        check(hamiltonian, domain, 1);
    }

    static void check(Hamiltonian hamiltonian, Domain domain, double horizon) {
        new HamiltonianKit(hamiltonian, domain, horizon).run(POINTS, true);
    }

    /** A few of the points of {@link #check}, without the extreme ones, which a game may never see. */
    static void sample(Hamiltonian hamiltonian, Domain domain, double horizon) {
        new HamiltonianKit(hamiltonian, domain, horizon).run(SAMPLED_POINTS, false);
    }

    private void run(int count, boolean withExtremes) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(Point.random(random, domain, horizon));
        }
        for (Point at : points) {
            if (withExtremes) {
                extremes(at);
            }
            everywhere(at);
        }
        for (Point at : points) {
            structure(at);
        }
    }

    private void extremes(Point at) {
        finiteAndUnchanged(at.withDensity(0));
        finiteAndUnchanged(
                at.withMomentum(Arrays.stream(at.p()).map(p -> 100 * p).toArray()));
    }

    private void everywhere(Point at) {
        finiteAndUnchanged(at);
        finiteAndUnchanged(at.withMomentum(new double[domain.dimension()]));
        undeclaredDensity(at);
        if (hamiltonian instanceof AxiswiseHamiltonian axiswise) {
            new AxiswiseChecks(axiswise, check).derivatives(at, axes);
        }
        if (hamiltonian instanceof RadialHamiltonian radial) {
            new RadialChecks(radial, check).derivatives(at);
        }
        gradient(at);
        hessian(at);
        density(at);
        convex(at, Point.momentum(random, domain));
        convex(at, opposite(at.p()));
    }

    private void structure(Point at) {
        if (hamiltonian instanceof AxiswiseHamiltonian axiswise) {
            new AxiswiseChecks(axiswise, check).shape(at, axes);
        }
        if (hamiltonian instanceof RadialHamiltonian radial) {
            new RadialChecks(radial, check).shape(at);
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
        for (int k = 0; k < axes; k++) {
            int axis = k;
            check.derivative(
                    new Component("momentumGradient", k, -1), at, gradient[k], e -> value(at.shifted(axis, e)), 0);
        }
    }

    private void hessian(Point at) {
        double[] hessian = hessianAt(at);
        int d = domain.dimension();
        for (int k = 0; k < axes; k++) {
            for (int l = 0; l < axes; l++) {
                int row = k;
                int column = l;
                Object what = new Component("momentumHessian", k, l);
                check.derivative(what, at, hessian[k * d + l], e -> gradientAt(at.shifted(column, e))[row], 0);
            }
        }
    }

    private void undeclaredDensity(Point at) {
        if (hamiltonian.dependsOnDensity()) {
            return;
        }
        double value = value(at);
        double doubled = value(at.withDensity(2 * at.m()));
        if (value != doubled) {
            check.fail(
                    "value",
                    at,
                    "is " + value + " but " + doubled + " at twice the density, although dependsOnDensity() is false");
        }
    }

    private void density(Point at) {
        if (hamiltonian.dependsOnDensity()) {
            double derivative = hamiltonian.densityDerivative(at.t(), at.x(), at.p(), at.m());
            check.derivative("densityDerivative", at, derivative, m -> value(at.withDensity(m)), at.m());
        }
    }

    /** Two wells side by side, the commonest way not to be convex, show in the middle between p and -p. */
    private static double[] opposite(double[] p) {
        double[] q = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            q[k] = -p[k];
        }
        return q;
    }

    private void convex(Point at, double[] q) {
        double[] p = at.p();
        double[] middle = new double[p.length];
        double slope = 0;
        double slopes = 0;
        double[] gradientP = gradientAt(at);
        double[] gradientQ = gradientAt(at.withMomentum(q));
        for (int k = 0; k < axes; k++) {
            middle[k] = 0.5 * (p[k] + q[k]);
            slope += (gradientP[k] - gradientQ[k]) * (p[k] - q[k]);
            slopes += (Math.abs(gradientP[k]) + Math.abs(gradientQ[k])) * Math.abs(p[k] - q[k]);
        }
        Object where = new Segment(at, q);
        double here = value(at);
        double there = value(at.withMomentum(q));
        double between = value(at.withMomentum(middle));
        double size = Math.max(Math.abs(between), Math.max(Math.abs(here), Math.abs(there)));
        check.atLeast(
                "convexity, (H(p) + H(q))/2 - H((p + q)/2),", where, 0.5 * (here + there) - between, 0, size + slopes);
        check.atLeast("convexity, (H_p(p) - H_p(q))·(p - q),", where, slope, 0, slopes);
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

    /** An entry of a gradient or, where l is not negative, of a Hessian. */
    private record Component(String method, int k, int l) {
        @Override
        public String toString() {
            return method + "[" + k + "]" + (l < 0 ? "" : "[" + l + "]");
        }
    }

    /** Two momenta at a place; their words are needed only where a check fails. */
    private record Segment(Point at, double[] q) {
        @Override
        public String toString() {
            return at + " and q = " + Arrays.toString(q);
        }
    }
}
