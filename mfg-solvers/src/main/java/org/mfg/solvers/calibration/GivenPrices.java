package org.mfg.solvers.calibration;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.errorbars.GridFamily;
import org.mfg.solvers.sensitivity.ClearedTangent;
import org.mfg.solvers.sensitivity.Sensitivity;

/** Equilibria of a game at given prices, or without any: each is solved from the one before. */
public final class GivenPrices implements EquilibriaOfParameters {
    private final GamesOfParameters games;
    private final EquilibriumSolver solver;
    private @Nullable Guess last;

    /**
     * @param games the game for values of its free parameters
     * @param solver finds equilibria, to a tight tolerance: what is left of a residual is an error of the fit
     */
    public GivenPrices(GamesOfParameters games, EquilibriumSolver solver) {
        this.games = games;
        this.solver = solver;
    }

    @Override
    public Found at(double[] values, Monitor monitor) {
        DiscreteGame game = games.at(values);
        Equilibrium found = solver.solve(game, last, monitor);
        if (!found.isConverged()) {
            throw new NumericalFailureException(found.message());
        }
        last = new Guess(found.u(), found.m());
        return new Found(game, found, new double[0]);
    }

    @Override
    public List<ClearedTangent> tangents(Found found, double[] values) {
        Sensitivity sensitivity = Sensitivity.of(found.game(), found.equilibrium());
        return IntStream.range(0, values.length)
                .mapToObj(k -> sensitivity.tangent(values[k], value -> {
                    double[] moved = values.clone();
                    moved[k] = value;
                    return games.at(moved);
                }))
                .map(ClearedTangent::atGivenPrices)
                .toList();
    }

    @Override
    public Found onCoarser(DiscreteGame coarser, Found found, double[] values, Monitor monitor) {
        return new Found(coarser, GridFamily.solved(coarser, found.equilibrium(), solver, monitor), new double[0]);
    }
}
