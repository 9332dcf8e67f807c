package org.mfg.solvers.calibration;

import java.util.Arrays;
import org.apache.commons.math3.fitting.leastsquares.ValueAndJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.sensitivity.Sensitivity;

/** What a game predicts for values of its parameters, and the derivatives: one solve from the last equilibrium, and a tangent for each parameter. */
final class CalibrationModel implements ValueAndJacobianFunction {
    /** What is predicted where there is no equilibrium: so far off that a step there is taken back. */
    private static final double NOWHERE = 1e6;

    private final GamesOfParameters games;
    private final DensityObservations data;
    private final EquilibriumSolver solver;
    private final Monitor monitor;
    private double[] at = {Double.NaN};
    private @Nullable DiscreteGame game;
    private @Nullable Equilibrium equilibrium;
    private @Nullable Guess last;
    private int solves;

    CalibrationModel(GamesOfParameters games, DensityObservations data, EquilibriumSolver solver, Monitor monitor) {
        this.games = games;
        this.data = data;
        this.solver = solver;
        this.monitor = monitor;
    }

    int solves() {
        return solves;
    }

    /** Solves for the values; null where there is no equilibrium. */
    @Nullable Equilibrium solve(double[] values) {
        if (Arrays.equals(values, at)) {
            return equilibrium;
        }
        at = values.clone();
        equilibrium = null;
        try {
            game = games.at(values);
            Equilibrium found = solver.solve(game, last, monitor);
            solves++;
            if (found.isConverged()) {
                equilibrium = found;
                last = new Guess(found.u(), found.m());
            }
        } catch (InvalidInputException | NumericalFailureException none) {
            return null;
        }
        return equilibrium;
    }

    @Override
    public RealVector computeValue(double[] values) {
        Equilibrium e = solve(values);
        if (e == null || game == null) {
            double[] far = data.values();
            Arrays.setAll(far, i -> far[i] + NOWHERE);
            return new ArrayRealVector(far, false);
        }
        return new ArrayRealVector(data.of(game, e.u(), e.m()), false);
    }

    @Override
    public RealMatrix computeJacobian(double[] values) {
        Equilibrium e = solve(values);
        RealMatrix jacobian = new Array2DRowRealMatrix(data.values().length, values.length);
        if (e == null || game == null) {
            return jacobian;
        }
        Sensitivity sensitivity = Sensitivity.of(game, e);
        for (int k = 0; k < values.length; k++) {
            int parameter = k;
            jacobian.setColumn(
                    k,
                    sensitivity
                            .tangent(values[k], value -> {
                                double[] moved = values.clone();
                                moved[parameter] = value;
                                return games.at(moved);
                            })
                            .of(data));
        }
        return jacobian;
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
        double[] values = point.toArray();
        return new Pair<>(computeValue(values), computeJacobian(values));
    }
}
