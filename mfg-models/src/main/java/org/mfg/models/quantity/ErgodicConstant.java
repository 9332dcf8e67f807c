package org.mfg.models.quantity;

import java.util.Optional;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;

/** ρ = Σ w m (u^0 - u^1), with the two levels u + ρ and u that solvers see of an ergodic game. */
final class ErgodicConstant implements Quantity {

    @Override
    public String name() {
        return "rho";
    }

    @Override
    public double value(DiscreteGame game, double[] u, double[] m) {
        int n = game.space().size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += game.space().weight(i) * m[n + i] * (u[i] - u[n + i]);
        }
        return sum;
    }

    @Override
    public Optional<Gradient> gradient(DiscreteGame game, double[] u, double[] m) {
        int n = game.space().size();
        double[] byU = new double[2 * n];
        double[] byM = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double w = game.space().weight(i);
            byU[i] = w * m[n + i];
            byU[n + i] = -byU[i];
            byM[n + i] = w * (u[i] - u[n + i]);
        }
        return Optional.of(new Gradient(byU, byM));
    }
}
