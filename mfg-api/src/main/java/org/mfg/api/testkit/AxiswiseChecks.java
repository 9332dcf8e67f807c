package org.mfg.api.testkit;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;

/** The promises of {@link AxiswiseHamiltonian} beyond those of every Hamiltonian. */
final class AxiswiseChecks {
    private final AxiswiseHamiltonian h;
    private final Check check;

    AxiswiseChecks(AxiswiseHamiltonian h, Check check) {
        this.h = h;
        this.check = check;
    }

    void run(Point at) {
        double sum = 0;
        for (int k = 0; k < at.p().length; k++) {
            axis(k, at.t(), at.x(), at.p()[k], at.m());
            minimizer(k, at.t(), at.x(), at.m());
            sum += h.axisValue(k, at.t(), at.x(), at.p()[k], at.m());
        }
        check.equal("value", at, h.value(at.t(), at.x(), at.p(), at.m()), sum, "as the sum of axisValue");
    }

    private void axis(int k, double t, double[] x, double p, double m) {
        Object at = where(k, t, x, p, m);
        double slope = h.axisDerivative(k, t, x, p, m);
        check.derivative("axisDerivative", at, slope, q -> h.axisValue(k, t, x, q, m), p);
        double curvature = h.axisSecondDerivative(k, t, x, p, m);
        check.derivative("axisSecondDerivative", at, curvature, q -> h.axisDerivative(k, t, x, q, m), p);
        check.atLeast("axisSecondDerivative", at, curvature, 0, 1);
        double density = h.axisDensityDerivative(k, t, x, p, m);
        check.derivative("axisDensityDerivative", at, density, n -> h.axisValue(k, t, x, p, n), m);
        double mixed = h.axisMixedDerivative(k, t, x, p, m);
        check.derivative("axisMixedDerivative", at, mixed, n -> h.axisDerivative(k, t, x, p, n), m);
    }

    private void minimizer(int k, double t, double[] x, double m) {
        double p = h.axisMinimizer(k, t, x, m);
        Object at = where(k, t, x, p, m);
        if (Double.isInfinite(p)) {
            for (double q : new double[] {-1, 0, 1}) {
                double slope = h.axisDerivative(k, t, x, q, m);
                check.atLeast("slope towards an infinite axisMinimizer", at, p > 0 ? -slope : slope, 0, 1);
            }
            return;
        }
        check.finite("axisMinimizer", at, p);
        for (double e : new double[] {1e-3, 0.1, 1}) {
            check.atLeast("slope above axisMinimizer", at, h.axisDerivative(k, t, x, p + e, m), 0, 1);
            check.atLeast("minus the slope below axisMinimizer", at, -h.axisDerivative(k, t, x, p - e, m), 0, 1);
        }
    }

    private static String where(int k, double t, double[] x, double p, double m) {
        return "axis " + k + ", " + new Point(t, x, new double[] {p}, m);
    }
}
