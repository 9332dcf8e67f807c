package org.mfg.models.economy;

import org.mfg.api.InvalidInputException;

/**
 * How much a household works, l hours, of which each pays y: the best hours where wealth is worth q > 0 per unit of utility. Working costs
 *
 * <pre>
 *   v(l) = ψ l^(1+1/φ)/(1+1/φ),   with φ the Frisch elasticity.
 * </pre>
 */
public sealed interface Labour {

    /** l(q, y) >= 0. */
    double hours(double q, double y);

    /** What is earned by l hours, less what consumption has to make up for: y l, or y l - v(l). */
    double earnings(double l, double y);

    /** What l hours cost in utility: v(l), or 0. */
    double disutility(double l);

    /** What l hours cost in consumption: v(l), or 0. */
    double hardship(double l);

    /** The derivative of earnings in q, where they are y l. */
    double response(double l, double y, double q);

    /** One hour, at no cost. */
    static Labour fixed() {
        return new Fixed();
    }

    /** U(c) - v(l). Those who are poor work more: v'(l) = q y. */
    static Labour separable(double weight, double frisch) {
        return new Separable(weight, frisch);
    }

    /** U(c - v(l)) (Greenwood, Hercowitz and Huffman 1988), with no effect of wealth on hours: v'(l) = y. */
    static Labour ghh(double weight, double frisch) {
        return new Ghh(weight, frisch);
    }

    /** v(l). */
    private static double cost(double weight, double frisch, double l) {
        double exponent = 1 + 1 / frisch;
        return weight * Math.pow(l, exponent) / exponent;
    }

    private static void check(double weight, double frisch) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("labour-weight", "be > 0", weight);
        }
        if (!(frisch > 0 && frisch < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("frisch", "be > 0", frisch);
        }
    }

    /** One hour. */
    record Fixed() implements Labour {
        @Override
        public double hours(double q, double y) {
            return 1;
        }

        @Override
        public double earnings(double l, double y) {
            return y;
        }

        @Override
        public double disutility(double l) {
            return 0;
        }

        @Override
        public double hardship(double l) {
            return 0;
        }

        @Override
        public double response(double l, double y, double q) {
            return 0;
        }
    }

    /**
     * Work that costs utility.
     *
     * @param weight ψ > 0
     * @param frisch φ > 0
     */
    record Separable(double weight, double frisch) implements Labour {
        /** Checks both. */
        public Separable {
            check(weight, frisch);
        }

        @Override
        public double hours(double q, double y) {
            return q > 0 ? Math.pow(q * y / weight, frisch) : 0;
        }

        @Override
        public double earnings(double l, double y) {
            return y * l;
        }

        @Override
        public double disutility(double l) {
            return cost(weight, frisch, l);
        }

        @Override
        public double hardship(double l) {
            return 0;
        }

        @Override
        public double response(double l, double y, double q) {
            return q > 0 ? frisch * y * l / q : 0;
        }
    }

    /**
     * Work that costs consumption.
     *
     * @param weight ψ > 0
     * @param frisch φ > 0
     */
    record Ghh(double weight, double frisch) implements Labour {
        /** Checks both. */
        public Ghh {
            check(weight, frisch);
        }

        @Override
        public double hours(double q, double y) {
            return Math.pow(y / weight, frisch);
        }

        @Override
        public double earnings(double l, double y) {
            return y * l - cost(weight, frisch, l);
        }

        @Override
        public double disutility(double l) {
            return 0;
        }

        @Override
        public double hardship(double l) {
            return cost(weight, frisch, l);
        }

        @Override
        public double response(double l, double y, double q) {
            return 0;
        }
    }
}
