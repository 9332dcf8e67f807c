package org.mfg.solvers.calibration;

import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.sensitivity.ClearedTangent;

/** Equilibria of a game that depends on several numbers: {@link GivenPrices} or {@link ClearedEconomy}. */
public interface EquilibriaOfParameters {

    /**
     * The equilibrium for values of the free parameters, in their order.
     *
     * @throws org.mfg.api.InvalidInputException if there is no game for these
     * @throws org.mfg.api.NumericalFailureException if no equilibrium is found
     */
    Found at(double[] values, Monitor monitor);

    /** Its derivatives in the free parameters. */
    List<ClearedTangent> tangents(Found found, double[] values);

    /**
     * The equilibrium for the same values on a coarser grid.
     *
     * @throws org.mfg.api.NumericalFailureException if none is found
     */
    Found onCoarser(DiscreteGame coarser, Found found, double[] values, Monitor monitor);

    /**
     * An equilibrium.
     *
     * @param game the game that it is of
     * @param ofMarket prices and what the market counts; empty where prices are given
     */
    record Found(DiscreteGame game, Equilibrium equilibrium, double[] ofMarket) {
        Prediction prediction() {
            return new Prediction(game, equilibrium.u(), equilibrium.m(), ofMarket);
        }
    }
}
