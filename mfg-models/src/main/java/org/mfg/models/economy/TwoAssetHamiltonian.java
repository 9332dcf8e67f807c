package org.mfg.models.economy;

import java.util.Optional;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * The Hamiltonian of a {@link TwoAssetHousehold} at x = (b, a, k): with u = -V, so that λ = -p_b and μ = -p_a are what a unit of each asset is worth,
 *
 * <pre>
 *   H(x, p) = max over c and d of U(c) - p_b (y_k + r_b b - c - d - χ(d, a)) - p_a (r_a a + d).
 * </pre>
 *
 * <p>Deposits couple p_a and p_b, so H is no sum over the axes; it brings a {@link TwoAssetFlux}.
 */
record TwoAssetHamiltonian(TwoAssetHousehold household) implements Hamiltonian {

    private TwoAssetChoice choice(double[] x, double[] p) {
        TwoAssetChoice choice = new TwoAssetChoice(household);
        choice.at(x);
        choice.choose(-p[0], -p[1], -p[1]);
        return choice;
    }

    @Override
    public double value(double t, double[] x, double[] p, double m) {
        return choice(x, p).value;
    }

    @Override
    public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
        TwoAssetChoice choice = choice(x, p);
        gradient[0] = -choice.liquidDrift;
        gradient[1] = -choice.illiquidDrift;
        gradient[2] = 0;
    }

    @Override
    public Optional<NumericalHamiltonian> numericalHamiltonian(int dimension) {
        return Optional.of(new TwoAssetFlux(new TwoAssetChoice(household)));
    }
}
