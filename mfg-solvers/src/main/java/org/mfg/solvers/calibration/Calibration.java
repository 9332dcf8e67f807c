package org.mfg.solvers.calibration;

import java.util.List;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.EvaluationRmsChecker;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresFactory;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;

/**
 * Finds parameters of a game from what was observed of its crowd by least squares,
 *
 * <pre>
 *   minimise  Σ_i r_i(θ)²    over θ between bounds,   r = (observed - predicted by the equilibrium) / standard deviation,
 * </pre>
 *
 * <p>by Levenberg and Marquardt's method (Moré 1978, in Commons Math) with exact Jacobians: a tangent for each parameter. Of positions of agents r is
 * the root of a likelihood ({@link PositionObservations}). Errors that are not known are independent and of one variance. The optimum is a local one.
 */
public final class Calibration {
    private static final String ADVICE = "find fewer parameters, or start elsewhere";
    private static final int MOST_EVALUATIONS = 200;
    /** Relative and absolute changes of the root mean square below which it is over. */
    private static final double RELATIVE = 1e-10;

    private static final double ABSOLUTE = 1e-13;

    private final List<FreeParameter> free;
    private final EquilibriaOfParameters equilibria;
    private final Observations data;

    /**
     * @param free the parameters to find
     * @param equilibria those for their values
     */
    public Calibration(List<FreeParameter> free, EquilibriaOfParameters equilibria, Observations data) {
        int least = free.size() + (data.haveKnownErrors() ? 0 : 1);
        if (free.isEmpty() || data.count() < least) {
            throw InvalidInputException.of(
                    "observations",
                    (data.haveKnownErrors() ? "be as many as" : "be more than") + " the parameters, of which there are "
                            + free.size(),
                    data.count());
        }
        this.free = List.copyOf(free);
        this.equilibria = equilibria;
        this.data = data;
    }

    /**
     * Fits from the parameters' starts.
     *
     * @throws InvalidInputException if the game has no equilibrium there
     * @throws NumericalFailureException if the method does not end
     */
    public Fit fit(Monitor monitor) {
        CalibrationModel model = new CalibrationModel(equilibria, data, monitor);
        double[] start = free.stream().mapToDouble(FreeParameter::start).toArray();
        if (model.solve(start) == null) {
            throw InvalidInputException.because(
                    "start", "start must be values for which the game has an equilibrium that the solver finds");
        }
        LeastSquaresProblem problem = LeastSquaresFactory.create(
                model,
                new ArrayRealVector(model.residuals()),
                new ArrayRealVector(start, false),
                null,
                new EvaluationRmsChecker(RELATIVE, ABSOLUTE),
                MOST_EVALUATIONS,
                MOST_EVALUATIONS,
                true,
                this::within);
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer().optimize(problem);
            double[] values = within(optimum.getPoint()).toArray();
            CalibrationModel.Solved solved = model.solve(values);
            if (solved == null) {
                throw new NumericalFailureException("the fit ended where the game has no equilibrium: " + ADVICE);
            }
            return fit(model, solved, values);
        } catch (TooManyEvaluationsException | TooManyIterationsException e) {
            throw new NumericalFailureException(
                    "the fit did not end after " + MOST_EVALUATIONS + " evaluations: " + ADVICE + weakest(model));
        }
    }

    /** What was seen least where the fit is now. */
    private String weakest(CalibrationModel model) {
        CalibrationModel.@Nullable Solved last = model.last();
        return last == null
                ? ""
                : "; the combination that the observations tell least is "
                        + fit(model, last, model.lastValues()).weakest() + ", in relative changes";
    }

    private Fit fit(CalibrationModel model, CalibrationModel.Solved solved, double[] values) {
        return new Fit(free, values, data, equilibria, solved, model.tangents(solved, values), model.solves());
    }

    private RealVector within(RealVector values) {
        RealVector allowed = values.copy();
        for (int k = 0; k < free.size(); k++) {
            allowed.setEntry(k, free.get(k).within(values.getEntry(k)));
        }
        return allowed;
    }
}
