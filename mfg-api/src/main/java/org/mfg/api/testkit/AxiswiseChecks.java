package org.mfg.api.testkit;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/** The promises of {@link AxiswiseHamiltonian} beyond those of every Hamiltonian. */
final class AxiswiseChecks {
    private static final double[] DISTANCES = {1e-3, 0.1, 1};
    private static final double[] TOWARDS_INFINITY = {-1, 0, 1};

    private final AxiswiseHamiltonian h;
    private final Check check;

    AxiswiseChecks(AxiswiseHamiltonian h, Check check) {
        this.h = h;
        this.check = check;
    }

    /** The derivatives along the axes of positions, which are the first ones. */
    void derivatives(Point at, int axes) {
        double sum = 0;
        for (int k = 0; k < at.p().length; k++) {
            sum += h.axisValue(k, at.t(), at.x(), at.p()[k], at.m());
        }
        for (int k = 0; k < axes; k++) {
            derivatives(k, at.t(), at.x(), at.p()[k], at.m());
        }
        check.equal("value", at, h.value(at.t(), at.x(), at.p(), at.m()), sum, "as the sum of axisValue");
    }

    private void derivatives(int k, double t, double[] x, double p, double m) {
        Object at = new AxisPoint(k, t, x, p, m);
        double slope = h.axisDerivative(k, t, x, p, m);
        check.derivative("axisDerivative", at, slope, q -> h.axisValue(k, t, x, q, m), p);
        double curvature = h.axisSecondDerivative(k, t, x, p, m);
        check.derivative("axisSecondDerivative", at, curvature, q -> h.axisDerivative(k, t, x, q, m), p);
        double density = h.axisDensityDerivative(k, t, x, p, m);
        check.derivative("axisDensityDerivative", at, density, n -> h.axisValue(k, t, x, p, n), m);
        double mixed = h.axisMixedDerivative(k, t, x, p, m);
        check.derivative("axisMixedDerivative", at, mixed, n -> h.axisDerivative(k, t, x, p, n), m);
    }

    /** Each H_k is convex with its minimiser where it says. */
    void shape(Point at, int axes) {
        for (int k = 0; k < axes; k++) {
            double slope = h.axisDerivative(k, at.t(), at.x(), at.p()[k], at.m());
            double curvature = h.axisSecondDerivative(k, at.t(), at.x(), at.p()[k], at.m());
            check.curvature("axisSecondDerivative", at, curvature, slope);
            minimizer(k, at.t(), at.x(), at.m());
        }
    }

    private void minimizer(int k, double t, double[] x, double m) {
        double p = h.axisMinimizer(k, t, x, m);
        Object at = new AxisPoint(k, t, x, p, m);
        if (Double.isInfinite(p)) {
            for (double q : TOWARDS_INFINITY) {
                double slope = h.axisDerivative(k, t, x, q, m);
                check.atLeast("slope towards an infinite axisMinimizer", at, p > 0 ? -slope : slope, 0, 1);
            }
            return;
        }
        check.finite("axisMinimizer", at, p);
        for (double distance : DISTANCES) {
            double e = distance * Math.max(1, Math.abs(p));
            check.atLeast("slope above axisMinimizer", at, h.axisDerivative(k, t, x, p + e, m), 0, 1);
            check.atLeast("minus the slope below axisMinimizer", at, -h.axisDerivative(k, t, x, p - e, m), 0, 1);
        }
    }

    /** A place to check at on one axis; its words are needed only where a check fails. */
    private record AxisPoint(int axis, double t, double[] x, double p, double m) {
        @Override
        public String toString() {
            return "axis " + axis + ", " + new Point(t, x, new double[] {p}, m);
        }
    }
}
