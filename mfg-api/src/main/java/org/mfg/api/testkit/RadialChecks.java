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

    void derivatives(Point at) {
        double r = at.length();
        derivatives(at.t(), at.x(), r, at.m());
        double value = h.value(at.t(), at.x(), at.p(), at.m());
        check.equal("value", at, value, h.radialValue(at.t(), at.x(), r, at.m()), "as radialValue at |p|");
    }

    private void derivatives(double t, double[] x, double r, double m) {
        Object at = new RadialPoint(t, x, r, m);
        double slope = h.radialDerivative(t, x, r, m);
        check.derivative("radialDerivative", at, slope, s -> h.radialValue(t, x, s, m), r);
        double curvature = h.radialSecondDerivative(t, x, r, m);
        check.derivative("radialSecondDerivative", at, curvature, s -> h.radialDerivative(t, x, s, m), r);
        double density = h.radialDensityDerivative(t, x, r, m);
        check.derivative("radialDensityDerivative", at, density, n -> h.radialValue(t, x, r, n), m);
        double mixed = h.radialMixedDerivative(t, x, r, m);
        check.derivative("radialMixedDerivative", at, mixed, n -> h.radialDerivative(t, x, r, n), m);
    }

    /** h is convex and non-decreasing, with slope 0 at r = 0. */
    void shape(Point at) {
        double r = at.length();
        Object where = new RadialPoint(at.t(), at.x(), r, at.m());
        double slope = h.radialDerivative(at.t(), at.x(), r, at.m());
        check.atLeast("radialDerivative", where, slope, 0, 1);
        double curvature = h.radialSecondDerivative(at.t(), at.x(), r, at.m());
        check.curvature("radialSecondDerivative", where, curvature, slope);
        Object centre = new RadialPoint(at.t(), at.x(), 0, at.m());
        check.equal("radialDerivative", centre, h.radialDerivative(at.t(), at.x(), 0, at.m()), 0, "at r = 0");
        check.finite("radialSecondDerivative", centre, h.radialSecondDerivative(at.t(), at.x(), 0, at.m()));
    }

    /** A place to check at; its words are needed only where a check fails. */
    private record RadialPoint(double t, double[] x, double r, double m) {
        @Override
        public String toString() {
            return new Point(t, x, new double[] {r}, m).toString().replace("p = ", "r = ");
        }
    }
}
