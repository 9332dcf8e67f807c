package org.mfg.models.formula;

/**
 * A number with its first two derivatives in a variable, and their arithmetic: second-order Taylor series (Griewank and Walther 2008,
 * chapter 13). With g = (g, g', g''), f(g) = (f, f_g g', f_g g'' + f_gg g'²).
 *
 * @param value the value
 * @param first the first derivative
 * @param second the second derivative
 */
public record Jet(double value, double first, double second) {
    static Jet constant(double value) {
        return new Jet(value, 0, 0);
    }

    static Jet variable(double value) {
        return new Jet(value, 1, 0);
    }

    /** A function of this one, from its own value and derivatives there. */
    private Jet through(double f, double slope, double curvature) {
        return isConstant() ? constant(f) : new Jet(f, slope * first, slope * second + curvature * first * first);
    }

    private boolean isConstant() {
        return first == 0 && second == 0;
    }

    Jet plus(Jet o) {
        return new Jet(value + o.value, first + o.first, second + o.second);
    }

    Jet minus(Jet o) {
        return new Jet(value - o.value, first - o.first, second - o.second);
    }

    Jet times(Jet o) {
        return new Jet(
                value * o.value,
                first * o.value + value * o.first,
                second * o.value + 2 * first * o.first + value * o.second);
    }

    Jet over(Jet o) {
        return times(o.through(1 / o.value, -1 / (o.value * o.value), 2 / (o.value * o.value * o.value)));
    }

    Jet negative() {
        return new Jet(-value, -first, -second);
    }

    /** This one to the power of another; to a power that varies as exp(o log this). */
    Jet power(Jet o) {
        if (!o.isConstant()) {
            Jet power = o.times(log()).exp();
            return new Jet(Math.pow(value, o.value), power.first, power.second);
        }
        double n = o.value;
        return through(
                Math.pow(value, n),
                n == 0 ? 0 : n * Math.pow(value, n - 1),
                n == 0 || n == 1 ? 0 : n * (n - 1) * Math.pow(value, n - 2));
    }

    Jet exp() {
        double f = Math.exp(value);
        return through(f, f, f);
    }

    Jet log() {
        return through(Math.log(value), 1 / value, -1 / (value * value));
    }

    Jet sin() {
        double f = Math.sin(value);
        return through(f, Math.cos(value), -f);
    }

    Jet cos() {
        double f = Math.cos(value);
        return through(f, -Math.sin(value), -f);
    }

    Jet tanh() {
        double f = Math.tanh(value);
        double slope = 1 - f * f;
        return through(f, slope, -2 * f * slope);
    }

    Jet atan() {
        double slope = 1 / (1 + value * value);
        return through(Math.atan(value), slope, -2 * value * slope * slope);
    }
}
