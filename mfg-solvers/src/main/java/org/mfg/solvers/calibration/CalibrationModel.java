package org.mfg.solvers.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
import org.mfg.solvers.sensitivity.Tangent;

/** The residuals of a game for values of its parameters, with the other sign, and the derivatives: one solve from the last equilibrium, and a tangent for each parameter. */
final class CalibrationModel implements ValueAndJacobianFunction {
    /** A residual where there is no equilibrium: so large that a step there is taken back. */
    private static final double NOWHERE = 1e6;

    private final GamesOfParameters games;
    private final Observations data;
    private final EquilibriumSolver solver;
    private final Monitor monitor;
    private double[] at = {Double.NaN};
    private @Nullable Solved solved;
    private @Nullable Guess last;
    private int residuals;
    private int solves;

    CalibrationModel(GamesOfParameters games, Observations data, EquilibriumSolver solver, Monitor monitor) {
        this.games = games;
        this.data = data;
        this.solver = solver;
        this.monitor = monitor;
    }

    /** A game, its equilibrium, and how far the observations are from it. */
    record Solved(DiscreteGame game, Equilibrium equilibrium, Misfit misfit) {}

    /** The games solved so far. */
    int solves() {
        return solves;
    }

    /** How many residuals there are, once a game has been solved. */
    int residuals() {
        return residuals;
    }

    /** What was solved last; null if there was no equilibrium. */
    @Nullable Solved last() {
        return solved;
    }

    /** The values of that. */
    double[] lastValues() {
        return at.clone();
    }

    /** Solves for the values; null where there is no equilibrium. */
    @Nullable Solved solve(double[] values) {
        if (Arrays.equals(values, at)) {
            return solved;
        }
        at = values.clone();
        solved = null;
        try {
            DiscreteGame game = games.at(values);
            Equilibrium found = solver.solve(game, last, monitor);
            solves++;
            if (found.isConverged()) {
                last = new Guess(found.u(), found.m());
                Misfit misfit = data.at(game, found.u(), found.m());
                residuals = misfit.residuals().length;
                solved = new Solved(game, found, misfit);
            }
        } catch (InvalidInputException | NumericalFailureException none) {
            return null;
        }
        return solved;
    }

    @Override
    public RealVector computeValue(double[] values) {
        Solved here = solve(values);
        double[] value = new double[residuals];
        if (here == null) {
            Arrays.fill(value, NOWHERE);
        } else {
            double[] found = here.misfit.residuals();
            Arrays.setAll(value, i -> -found[i]);
        }
        return new ArrayRealVector(value, false);
    }

    @Override
    public RealMatrix computeJacobian(double[] values) {
        Solved here = solve(values);
        RealMatrix jacobian = new Array2DRowRealMatrix(residuals, values.length);
        if (here != null) {
            List<Tangent> tangents = tangents(here, values);
            for (int k = 0; k < values.length; k++) {
                jacobian.setColumn(k, here.misfit.derivatives(tangents.get(k)));
            }
        }
        return jacobian;
    }

    /** The derivatives of an equilibrium in each parameter. */
    List<Tangent> tangents(Solved here, double[] values) {
        Sensitivity sensitivity = Sensitivity.of(here.game, here.equilibrium);
        return IntStream.range(0, values.length)
                .mapToObj(k -> sensitivity.tangent(values[k], value -> {
                    double[] moved = values.clone();
                    moved[k] = value;
                    return games.at(moved);
                }))
                .toList();
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
        double[] values = point.toArray();
        return new Pair<>(computeValue(values), computeJacobian(values));
    }
}
