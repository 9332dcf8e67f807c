package org.mfg.models.game;

import org.mfg.models.coupling.MeanCost;

/**
 * The data of the linear-quadratic game on the line.
 *
 * @param viscosity ν >= 0
 * @param horizon T > 0
 * @param kappa κ, the running cost ½ κ (x - s μ(t))² of being away from s times the mean
 * @param s the factor s
 * @param kappaTerminal κ_T, as κ at the final time
 * @param sTerminal s_T, as s at the final time
 * @param mean0 the mean μ0 of the initial normal density
 * @param deviation0 its standard deviation σ0 > 0
 */
record LinearQuadraticModel(
        double viscosity,
        double horizon,
        double kappa,
        double s,
        double kappaTerminal,
        double sTerminal,
        double mean0,
        double deviation0) {

    MeanCost runningCost() {
        return new Attraction(kappa, s);
    }

    MeanCost terminalCost() {
        return new Attraction(kappaTerminal, sTerminal);
    }
}
