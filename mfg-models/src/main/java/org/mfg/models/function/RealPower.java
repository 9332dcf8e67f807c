package org.mfg.models.function;

/**
 * The function r → r^a for r >= 0 and a fixed real exponent a. Whole and half exponents from -1 to 3 are made of
 * products and square roots: {@link Math#pow} costs several times more and would be much of the cost of a grid node.
 */
public final class RealPower {
    private final double exponent;
    private final int twice;

    private RealPower(double exponent, int twice) {
        this.exponent = exponent;
        this.twice = twice;
    }

    /** The power with the given finite exponent. */
    public static RealPower of(double exponent) {
        double twice = 2 * exponent;
        boolean isSpecial = twice == Math.rint(twice) && twice >= -2 && twice <= 6;
        return new RealPower(exponent, isSpecial ? (int) twice : Integer.MAX_VALUE);
    }

    /** The exponent a. */
    public double exponent() {
        return exponent;
    }

    /**
     * r^a.
     *
     * @param r the base, >= 0
     */
    public double at(double r) {
        return switch (twice) {
            case -2 -> 1 / r;
            case -1 -> 1 / Math.sqrt(r);
            case 0 -> 1;
            case 1 -> Math.sqrt(r);
            case 2 -> r;
            case 3 -> r * Math.sqrt(r);
            case 4 -> r * r;
            case 5 -> r * r * Math.sqrt(r);
            case 6 -> r * r * r;
            default -> Math.pow(r, exponent);
        };
    }
}
