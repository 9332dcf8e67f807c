package org.mfg.api.testkit;

import org.mfg.api.hamiltonian.RadialHamiltonian;

/** The promises of {@link RadialHamiltonian} beyond those of every Hamiltonian. */
final class RadialChecks {
    private final RadialHamiltonian h;
    private final Check check;

    RadialChecks(RadialHamiltonian h, Check check) {
        this.h = h;
        this.check = check;
    }

    void run(Point at) {
        double square = 0;
        for (double p : at.p()) {
            square += p * p;
        }
        double r = Math.sqrt(square);
        double value = h.value(at.t(), at.x(), at.p(), at.m());
        check.equal("value", at, value, h.radialValue(at.t(), at.x(), r, at.m()), "as radialValue at |p|");
        derivatives(at.t(), at.x(), r, at.m());
        atZero(at.t(), at.x(), at.m());
    }

    private void derivatives(double t, double[] x, double r, double m) {
        Object at = where(t, x, r, m);
        double slope = h.radialDerivative(t, x, r, m);
        check.derivative("radialDerivative", at, slope, s -> h.radialValue(t, x, s, m), r);
        check.atLeast("radialDerivative", at, slope, 0, 1);
        double curvature = h.radialSecondDerivative(t, x, r, m);
        check.derivative("radialSecondDerivative", at, curvature, s -> h.radialDerivative(t, x, s, m), r);
        check.atLeast("radialSecondDerivative", at, curvature, 0, 1);
        double density = h.radialDensityDerivative(t, x, r, m);
        check.derivative("radialDensityDerivative", at, density, n -> h.radialValue(t, x, r, n), m);
        double mixed = h.radialMixedDerivative(t, x, r, m);
        check.derivative("radialMixedDerivative", at, mixed, n -> h.radialDerivative(t, x, r, n), m);
    }

    private void atZero(double t, double[] x, double m) {
        Object at = where(t, x, 0, m);
        check.equal("radialDerivative", at, h.radialDerivative(t, x, 0, m), 0, "at r = 0");
        check.finite("radialSecondDerivative", at, h.radialSecondDerivative(t, x, 0, m));
    }

    private static String where(double t, double[] x, double r, double m) {
        return new Point(t, x, new double[] {r}, m).toString().replace("p = ", "r = ");
    }
}
