package org.mfg.models.game;

import org.mfg.api.InvalidInputException;
import org.mfg.api.game.ExactSolution;

/**
 * The equilibrium of the trade-crowding game on the whole line, in closed form. With s = T - t the time that is left, u = ½ a q² +
 * b q + c gives
 *
 * <pre>
 *   a' = a²/(2κ) - 2φ, a(T) = 2A:          a = 2κ z'(s)/z(s),      z'' = (φ/κ) z,                z(0) = 1,  z'(0) = A/κ
 *   2κ E'' + α E' - 2φ E = 0,
 *   E(0) = E0, κ E'(T) + A E(T) = 0:       E = E0 w(s)/w(T),       w'' = (α w' + 2φ w)/(2κ),     w(0) = 1,  w'(0) = A/κ
 *   v' = -a v/κ + 2ν, v(0) = σ0²:          v = z² (σ0²/z(T)² + 2ν (Y(T) - Y)),   Y = y/z,   y'' = (φ/κ) y,  y(0) = 0,  y'(0) = 1
 *   u = ½ a (q - E)² - 2κE' (q - E) - κ E E' + ¼α (E² - E(T)²) + 2κν log z,     m = N(E, v).
 * </pre>
 *
 * <p>The equation of the mean comes from b' = ab/(2κ) + αE' and E' = -(aE + b)/(2κ). Y' = 1/z² since the Wronskian of y and z is 1.
 * The value along the mean is ∫ κE'² + φE² - αEE' dt + A E(T)², integrated by parts.
 */
final class TradeCrowdingSolution implements ExactSolution {
    /** Far from overflow, so that products of two do not. */
    private static final double LARGEST = 1e100;

    private final TradeCrowdingModel model;
    /** sqrt(φ/κ), the rate at which an agent alone gets rid of its inventory. */
    private final double rate;
    /** w = e^(growth s) (cosh(crowdRate s) + ...). */
    private final double growth;

    private final double crowdRate;
    private final double end;

    /** @throws InvalidInputException if the horizon is so long that the hyperbolic functions overflow */
    TradeCrowdingSolution(TradeCrowdingModel model) {
        this.model = model;
        rate = Math.sqrt(model.phi() / model.kappa());
        growth = model.alpha() / (4 * model.kappa());
        crowdRate = Math.sqrt(growth * growth + rate * rate);
        end = model.horizon();
        if (!(w(end) <= LARGEST && z(end) <= LARGEST)) {
            throw InvalidInputException.of(
                    "horizon", "be shorter than some hundred times kappa/alpha and sqrt(kappa/phi)", end);
        }
    }

    /** The mean inventory E(t). */
    double mean(double t) {
        return model.mean0() * w(end - t) / w(end);
    }

    /** The mean speed of trading, E'(t). */
    double meanSpeed(double t) {
        double s = end - t;
        double slope = Math.exp(growth * s)
                * (crowdRate * Math.sinh(crowdRate * s) + (urgency() - growth) * Math.cosh(crowdRate * s));
        return -model.mean0() * (growth * w(s) + slope) / w(end);
    }

    /** The standard deviation of the inventories at time t. */
    double deviation(double t) {
        double s = end - t;
        double relative = model.deviation0() / z(end);
        double variance = relative * relative + 2 * model.viscosity() * (y(end) / z(end) - y(s) / z(s));
        return z(s) * Math.sqrt(variance);
    }

    @Override
    public double value(double t, double[] x) {
        double s = end - t;
        double mean = mean(t);
        double left = mean(end);
        double speed = meanSpeed(t);
        double distance = x[0] - mean;
        double zSlope = rate * rate * y(s) + urgency() * Math.cosh(rate * s);
        double a = 2 * model.kappa() * zSlope / z(s);
        return 0.5 * a * distance * distance
                - 2 * model.kappa() * speed * distance
                - model.kappa() * mean * speed
                + 0.25 * model.alpha() * (mean * mean - left * left)
                + 2 * model.kappa() * model.viscosity() * Math.log(z(s));
    }

    @Override
    public double density(double t, double[] x) {
        return Normal.density(x[0], mean(t), deviation(t));
    }

    /** A/κ. */
    private double urgency() {
        return model.terminalPenalty() / model.kappa();
    }

    private double w(double s) {
        return Math.exp(growth * s) * (Math.cosh(crowdRate * s) + (urgency() - growth) * sinhOver(crowdRate, s));
    }

    private double z(double s) {
        return Math.cosh(rate * s) + urgency() * y(s);
    }

    private double y(double s) {
        return sinhOver(rate, s);
    }

    /** sinh(r s)/r, which is s for r = 0. */
    private static double sinhOver(double r, double s) {
        return r == 0 ? s : Math.sinh(r * s) / r;
    }
}
