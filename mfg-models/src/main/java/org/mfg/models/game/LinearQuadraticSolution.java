package org.mfg.models.game;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.ExactSolution;

/**
 * The equilibrium of the linear-quadratic game on the whole line: u = ½ a x² + b x + c with b = η μ, m normal with mean
 * μ and variance v, where
 *
 * <pre>
 *   a' = a² - κ,                    a(T) = κ_T            backward
 *   η' = 2aη + η² + κ s,            η(T) = -κ_T s_T       backward
 *   μ' = -(a + η) μ,                μ(0) = μ0             forward
 *   v' = -2av + 2ν,                 v(0) = σ0²            forward
 *   c' = -νa + ½b² - ½ κ s² μ²,     c(T) = ½ κ_T s_T² μ(T)²   backward
 * </pre>
 *
 * <p>The equations are integrated by the method of Dormand and Prince of order 8 with dense output, to a tolerance of
 * 1e-12.
 */
final class LinearQuadraticSolution implements ExactSolution {
    private static final double TOLERANCE = 1e-12;

    private final LinearQuadraticModel model;
    private final ContinuousOutputModel feedback;
    private final ContinuousOutputModel moments;
    private final ContinuousOutputModel constant;

    /**
     * Integrates the equations.
     *
     * @throws InvalidInputException if a Riccati equation has no solution up to the horizon
     */
    LinearQuadraticSolution(LinearQuadraticModel model) {
        this.model = model;
        double end = model.horizon();
        double kappaTerminal = model.kappaTerminal();
        double[] atEnd = {kappaTerminal, -kappaTerminal * model.sTerminal()};
        feedback = integrate(new Equations(2, this::feedbackSlope), end, atEnd, 0);
        double[] atStart = {model.mean0(), model.deviation0() * model.deviation0()};
        moments = integrate(new Equations(2, this::momentsSlope), 0, atStart, end);
        double target = model.sTerminal() * mean(end);
        double[] constantAtEnd = {0.5 * kappaTerminal * target * target};
        constant = integrate(new Equations(1, this::constantSlope), end, constantAtEnd, 0);
    }

    private void feedbackSlope(double t, double[] y, double[] slope) {
        slope[0] = y[0] * y[0] - model.kappa();
        slope[1] = 2 * y[0] * y[1] + y[1] * y[1] + model.kappa() * model.s();
    }

    private void momentsSlope(double t, double[] y, double[] slope) {
        double a = at(feedback, t, 0);
        slope[0] = -(a + at(feedback, t, 1)) * y[0];
        slope[1] = -2 * a * y[1] + 2 * model.viscosity();
    }

    private void constantSlope(double t, double[] y, double[] slope) {
        double b = at(feedback, t, 1) * mean(t);
        double target = model.s() * mean(t);
        slope[0] = -model.viscosity() * at(feedback, t, 0) + 0.5 * b * b - 0.5 * model.kappa() * target * target;
    }

    private ContinuousOutputModel integrate(Equations equations, double from, double[] start, double to) {
        double span = Math.abs(to - from);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-12 * span, 0.02 * span, TOLERANCE, TOLERANCE);
        ContinuousOutputModel output = new ContinuousOutputModel();
        integrator.addStepHandler(output);
        try {
            integrator.integrate(equations, from, start, to, start.clone());
        } catch (MathIllegalStateException | org.apache.commons.math3.exception.NumberIsTooSmallException e) {
            throw InvalidInputException.of(
                    "horizon", "be so short that the linear-quadratic game has an equilibrium", model.horizon());
        }
        return output;
    }

    /** The final time T. */
    double horizon() {
        return model.horizon();
    }

    /** The mean μ(t). */
    double mean(double t) {
        return at(moments, t, 0);
    }

    /** The standard deviation of the density at time t. */
    double deviation(double t) {
        return Math.sqrt(at(moments, t, 1));
    }

    @Override
    public double value(double t, double[] x) {
        double a = at(feedback, t, 0);
        double b = at(feedback, t, 1) * mean(t);
        return (0.5 * a * x[0] + b) * x[0] + at(constant, t, 0);
    }

    @Override
    public double density(double t, double[] x) {
        return Normal.density(x[0], mean(t), deviation(t));
    }

    /** Component k of a dense output at time t. The library's object holds the time it was last asked for. */
    private static double at(ContinuousOutputModel output, double t, int k) {
        synchronized (output) {
            output.setInterpolatedTime(t);
            return output.getInterpolatedState()[k];
        }
    }

    private interface Slope {
        void at(double t, double[] y, double[] slope);
    }

    private record Equations(int getDimension, Slope slope) implements FirstOrderDifferentialEquations {
        @Override
        public void computeDerivatives(double t, double[] y, double[] slopeOut) {
            slope.at(t, y, slopeOut);
        }
    }
}
