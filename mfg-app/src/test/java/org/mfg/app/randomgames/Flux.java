package org.mfg.app.randomgames;

import java.util.Arrays;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * The numerical Hamiltonian g and its derivatives in q⁻ and q⁺, from the table of docs/mathematics.md.
 *
 * @param value g
 * @param minus ∂g/∂q⁻ by axis
 * @param plus ∂g/∂q⁺ by axis
 */
record Flux(double value, double[] minus, double[] plus) {

    /** H and half of H_p for each side, at the mean of both differences. */
    static Flux central(Slope h, double[] minus, double[] plus) {
        return laxFriedrichs(h, minus, plus, 0);
    }

    static Flux upwind(Hamiltonian hamiltonian, Slope h, double[] minus, double[] plus, double maxSpeed) {
        if (hamiltonian instanceof RadialHamiltonian) {
            return radial(h, minus, plus);
        }
        if (hamiltonian instanceof AxiswiseHamiltonian || minus.length == 1) {
            return engquistOsher(h, minus, plus);
        }
        return laxFriedrichs(h, minus, plus, maxSpeed);
    }

    private static Flux laxFriedrichs(Slope h, double[] minus, double[] plus, double maxSpeed) {
        int d = minus.length;
        double[] p = new double[d];
        double viscous = 0;
        for (int k = 0; k < d; k++) {
            p[k] = (minus[k] + plus[k]) / 2;
            viscous += maxSpeed / 2 * (plus[k] - minus[k]);
        }
        double[] slope = h.gradient(p);
        return new Flux(
                h.value(p) - viscous,
                Arrays.stream(slope).map(s -> s / 2 + maxSpeed / 2).toArray(),
                Arrays.stream(slope).map(s -> s / 2 - maxSpeed / 2).toArray());
    }

    private static Flux engquistOsher(Slope h, double[] minus, double[] plus) {
        int d = minus.length;
        double atRest = h.value(new double[d]);
        double value = atRest;
        double[] byMinus = new double[d];
        double[] byPlus = new double[d];
        for (int k = 0; k < d; k++) {
            double p = h.minimizer(k);
            double right = Math.max(minus[k], p);
            double left = Math.min(plus[k], p);
            value += h.along(k, right) + h.along(k, left) - h.along(k, p) - atRest;
            byMinus[k] = minus[k] > p ? h.derivativeAlong(k, right) : 0;
            byPlus[k] = plus[k] < p ? h.derivativeAlong(k, left) : 0;
        }
        return new Flux(value, byMinus, byPlus);
    }

    private static Flux radial(Slope h, double[] minus, double[] plus) {
        int d = minus.length;
        double squares = 0;
        for (int k = 0; k < d; k++) {
            squares += Math.pow(Math.max(minus[k], 0), 2) + Math.pow(Math.min(plus[k], 0), 2);
        }
        double r = Math.sqrt(squares);
        double slope = h.derivativeAlong(0, r);
        double[] byMinus = new double[d];
        double[] byPlus = new double[d];
        for (int k = 0; k < d && r > 0; k++) {
            byMinus[k] = slope * Math.max(minus[k], 0) / r;
            byPlus[k] = slope * Math.min(plus[k], 0) / r;
        }
        return new Flux(h.along(0, r), byMinus, byPlus);
    }
}
