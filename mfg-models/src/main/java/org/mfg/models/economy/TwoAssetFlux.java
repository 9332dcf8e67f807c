package org.mfg.models.economy;

import java.util.Arrays;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * Godunov's flux of a {@link TwoAssetHamiltonian} (Bardi and Osher, SIAM J. Math. Anal. 22 (1991)): households choose at the one-sided differences, each drift upwind,
 *
 * <pre>
 *   g(x, q) = max over c and d of U(c) - ḃ⁺ q_b⁺ - ḃ⁻ q_b⁻ - ȧ⁺ q_a⁺ - ȧ⁻ q_a⁻,     ḃ = y_k + r_b b - c - d - χ(d, a),  ȧ = r_a a + d,
 * </pre>
 *
 * <p>with v⁺ = max(v, 0), v⁻ = min(v, 0). A maximum of linear functions of q that do not rise with q⁺ nor fall with q⁻: convex and monotone, and consistent as ḃ⁺ + ḃ⁻ = ḃ.
 * At a state constraint, q = ∓∞, drifts across it are not open. Drifts are upwinded whole, not in the parts -d - χ and y + r_b b - c as in the programs published for such models, which adds
 * the least viscosity, and lets a household at the borrowing limit deposit out of its income.
 *
 * <p>Where V is concave on an axis (q⁻ <= q⁺) the drift there is that at q⁺ if it is positive, that at q⁻ if it is negative, and else 0: then a unit is worth what makes
 * resting best, found by Newton's method for b and known for a. Where it is not, the better of both differences is taken.
 */
final class TwoAssetFlux implements NumericalHamiltonian {
    private final TwoAssetChoice choice;

    TwoAssetFlux(TwoAssetChoice choice) {
        this.choice = choice;
    }

    private void choose(double[] x, double[] q) {
        choice.at(x);
        double rising = -q[3];
        double falling = -q[2];
        if (rising <= falling) {
            choose(q, rising, falling);
            return;
        }
        choose(q, falling, falling);
        double other = choice.value;
        choose(q, rising, rising);
        if (choice.value < other) {
            choose(q, falling, falling);
        }
    }

    private void choose(double[] q, double rising, double falling) {
        double whereRises = -q[1];
        double whereFalls = -q[0];
        if (whereRises > whereFalls) {
            choice.choose(whereFalls, rising, falling);
            double other = choice.value;
            choice.choose(whereRises, rising, falling);
            if (choice.value < other) {
                choice.choose(whereFalls, rising, falling);
            }
            return;
        }
        choice.choose(whereRises, rising, falling);
        if (choice.liquidDrift >= 0) {
            return;
        }
        choice.choose(whereFalls, rising, falling);
        if (choice.liquidDrift > 0) {
            choice.rest(Math.max(whereRises, 0), whereFalls, rising, falling);
        }
    }

    @Override
    public double value(double t, double[] x, double[] q, double m) {
        choose(x, q);
        return choice.value;
    }

    @Override
    public void gradient(double t, double[] x, double[] q, double m, double[] gradient) {
        choose(x, q);
        Arrays.fill(gradient, 0);
        gradient[0] = Math.max(0, -choice.liquidDrift);
        gradient[1] = Math.min(0, -choice.liquidDrift);
        gradient[2] = Math.max(0, -choice.illiquidDrift);
        gradient[3] = Math.min(0, -choice.illiquidDrift);
    }
}
