package org.mfg.solvers.calibration;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.calibration.EquilibriaOfParameters.Found;
import org.mfg.solvers.errorbars.GridFamily;
import org.mfg.solvers.nested.Prolongation;

/**
 * What the grid makes of fitted parameters. Predictions y_h have an error e of which the leading term is C h^p, p the order of the scheme; with those of the grid of about half the
 * intervals and steps, s times as wide, at the same parameters (L. F. Richardson 1911), A the Jacobian of the fit and W the weights of its residuals,
 *
 * <pre>
 *   e = y_h - y ≈ (y_sh - y_h)/(s^p - 1),     θ_h - θ ≈ -(AᵀA)⁻¹ Aᵀ W e,
 * </pre>
 *
 * <p>as the fit brings y_h near the data, Aᵀ W (data - y_h) = 0, and one without e would go on from there by the δ that brings y_h + W⁻¹A δ - e as near, AᵀA δ = AᵀW e. The coarser
 * grid's density is linear between its nodes, as data see it: their interpolation, of second order, has its part, that of places which lie anywhere between nodes.
 */
public final class GridBias {
    private static final int HALF = 2;

    private GridBias() {}

    /**
     * About θ_h - θ, fitted less what a fit on grids of spacing 0 gives, for each parameter; NaN where it is not known: too few nodes or steps, no equilibrium on the coarser
     * grid, parameters that the observations do not tell apart, or one at its bound, where the first condition does not hold.
     */
    public static double[] of(Fit fit, Monitor monitor) {
        Found found = fit.solved().found();
        DiscreteGame game = found.game();
        double[] unknown = new double[fit.values().length];
        Arrays.fill(unknown, Double.NaN);
        if (fit.isAtBound()) {
            return unknown;
        }
        try {
            DiscreteGame coarser = GridFamily.coarser(game, HALF);
            Found there = fit.equilibria().onCoarser(coarser, found, fit.values(), monitor);
            Guess seen = Prolongation.to(game, there.equilibrium());
            Prediction prediction = new Prediction(game, seen.u(), seen.m(), there.ofMarket());
            double[] change = fit.solved().misfit().to(fit.data().at(prediction));
            double factor = 1
                    - Math.pow(
                            GridFamily.ratio(coarser, game),
                            game.discretization().order());
            return Arrays.stream(fit.inParameters(change)).map(c -> c / factor).toArray();
        } catch (InvalidInputException | NumericalFailureException none) {
            return unknown;
        }
    }
}
