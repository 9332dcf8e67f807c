package org.mfg.solvers.calibration;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fitting.leastsquares.ValueAndJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.calibration.EquilibriaOfParameters.Found;
import org.mfg.solvers.sensitivity.ClearedTangent;

/** The residuals of a game for values of its parameters, with the other sign, and the derivatives: an equilibrium, and a tangent for each parameter. */
final class CalibrationModel implements ValueAndJacobianFunction {
    /** A residual where there is no equilibrium: so large that a step there is taken back. */
    private static final double NOWHERE = 1e6;

    private final EquilibriaOfParameters equilibria;
    private final Observations data;
    private final Monitor monitor;
    private double[] at = {Double.NaN};
    private @Nullable Solved solved;
    private int residuals;
    private int solves;

    CalibrationModel(EquilibriaOfParameters equilibria, Observations data, Monitor monitor) {
        this.equilibria = equilibria;
        this.data = data;
        this.monitor = monitor;
    }

    /** An equilibrium, and how far the observations are from it. */
    record Solved(Found found, Misfit misfit) {}

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
        solves++;
        try {
            Found found = equilibria.at(values, monitor);
            Misfit misfit = data.at(found.prediction());
            residuals = misfit.residuals().length;
            solved = new Solved(found, misfit);
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
            List<ClearedTangent> tangents = tangents(here, values);
            for (int k = 0; k < values.length; k++) {
                jacobian.setColumn(k, here.misfit.derivatives(tangents.get(k)));
            }
        }
        return jacobian;
    }

    /** The derivatives of an equilibrium in each parameter. */
    List<ClearedTangent> tangents(Solved here, double[] values) {
        return equilibria.tangents(here.found, values);
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
        double[] values = point.toArray();
        return new Pair<>(computeValue(values), computeJacobian(values));
    }
}
