package org.mfg.api.discrete;

/**
 * What an agent has or does, as a function of time, its position and its drift: wealth, consumption, saving. Its sum over a crowd is an
 * <em>aggregate</em>, Σ w m q(x, a); see {@link org.mfg.api.equilibrium.CrossSection#aggregate}.
 *
 * @param name in the field's words, such as {@code capital} or {@code consumption}
 * @param value the function
 * @param dependsOnDrift whether it is read from the drift too; what depends on the position alone is cheaper
 */
public record AgentQuantity(String name, Value value, boolean dependsOnDrift) {

    /** A function of time and of an agent's position and drift: pure, and neither keeps nor changes the arrays. */
    @FunctionalInterface
    public interface Value {
        /**
         * The value.
         *
         * @param t the time, such as the age of a generation; 0 of a stationary game
         * @param x the position, d entries, the number of the state the last where there are states
         * @param drift the drift along each axis, d entries; 0 of a quantity that does not depend on it
         */
        double at(double t, double[] x, double[] drift);
    }

    /** A function of a position and a drift there. */
    @FunctionalInterface
    public interface OfDrift {
        /** The value at x with this drift, d entries each. */
        double at(double[] x, double[] drift);
    }

    /** A function of a position. */
    @FunctionalInterface
    public interface OfPosition {
        /** The value at x, d entries. */
        double at(double[] x);
    }

    /** What an agent has. */
    public static AgentQuantity ofPosition(String name, OfPosition value) {
        return new AgentQuantity(name, (t, x, drift) -> value.at(x), false);
    }

    /** What an agent does. */
    public static AgentQuantity ofDrift(String name, OfDrift value) {
        return new AgentQuantity(name, (t, x, drift) -> value.at(x, drift), true);
    }
}
