package org.mfg.models.economy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.States;

/** What an hour of a household's work is worth, z, and how it changes by chance. */
public interface Incomes {

    /** The axis of z, or of the numbers of its states; empty where there is nothing to chance. */
    Optional<Axis> axis();

    /** z at a coordinate of the axis. */
    double productivity(double coordinate);

    /** The drift of z per unit of time; 0 where z jumps. */
    default double drift(double coordinate) {
        return 0;
    }

    /** The volatility σ of z per unit of time to the half; 0 where z jumps. */
    default double volatility() {
        return 0;
    }

    /** The coordinates of all states, or of both ends: productivity is monotone in between. */
    default double[] extremes() {
        return axis().map(a -> a.states()
                        .map(states -> IntStream.range(0, states.size())
                                .asDoubleStream()
                                .toArray())
                        .orElse(new double[] {a.lower(), a.upper()}))
                .orElse(new double[] {0});
    }

    /** Always the same. */
    static Incomes certain(double productivity) {
        return chain(Optional.empty(), productivity);
    }

    /**
     * A chain of states, called low and high where there are two, else z1, z2, ...: jumps between any two.
     *
     * @param productivities z of each state
     * @param rates from the state of the row to that of the column; the diagonal is not read, so that a generator will do
     */
    static Incomes chain(double[] productivities, double[][] rates) {
        return chain(States.of(names(productivities.length), rates), productivities);
    }

    /** A chain of states: jumps between any two at the rates of the states. */
    static Incomes chain(States states, double... productivities) {
        if (productivities.length != states.size()) {
            throw InvalidInputException.of(
                    "incomes", "be one for each of the " + states.size() + " states", Arrays.toString(productivities));
        }
        return chain(Optional.of(Axis.states("income", states)), productivities);
    }

    private static Incomes chain(Optional<Axis> axis, double... productivities) {
        double[] z = productivities.clone();
        for (double value : z) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw InvalidInputException.of("incomes", "be finite and > 0", value);
            }
        }
        return new Incomes() {
            @Override
            public Optional<Axis> axis() {
                return axis;
            }

            @Override
            public double productivity(double coordinate) {
                return z[(int) coordinate];
            }
        };
    }

    /**
     * A logarithm x of productivity that reverts to its mean, dx = -θ x dt + σ dB, as n - 1 coins that are each turned at the rate θ/2: the method of
     * Rouwenhorst (1995) in continuous time. From x_k = σ (2k - n + 1)/sqrt(2θ(n - 1)), k = 0 ... n-1, jumps lead up at the rate θ(n - 1 - k)/2 and
     * down at θ k/2, so that the mean reverts at the rate θ from every state, the stationary variance is σ²/(2θ), and autocorrelations are
     * e^(-θ t), exactly. z = e^x/E e^x has the mean 1.
     *
     * @param states n >= 2
     * @param reversion θ > 0
     * @param volatility σ > 0
     */
    static Incomes rouwenhorst(int states, double reversion, double volatility) {
        if (!(states >= 2 && states <= Rouwenhorst.MOST)) {
            throw InvalidInputException.of("states", "be between 2 and " + Rouwenhorst.MOST, states);
        }
        requireAboveZero("reversion", reversion);
        requireAboveZero("volatility", volatility);
        return Rouwenhorst.of(states, reversion, volatility);
    }

    /**
     * A productivity that diffuses around 1, dz = θ (1 - z) dt + σ dB, reflected at the ends of [low, high].
     *
     * @param low the least productivity, > 0 and < 1
     * @param high the largest, > 1
     */
    static Incomes diffusion(double low, double high, double reversion, double volatility) {
        if (!(low > 0 && low < 1)) {
            throw InvalidInputException.of("low", "be below the mean productivity 1", low);
        }
        if (!(high > 1)) {
            throw InvalidInputException.of("high", "be above the mean productivity 1", high);
        }
        requireAboveZero("reversion", reversion);
        requireAboveZero("volatility", volatility);
        Optional<Axis> axis = Optional.of(Axis.noFlux("z", low, high));
        return new Incomes() {
            @Override
            public Optional<Axis> axis() {
                return axis;
            }

            @Override
            public double productivity(double z) {
                return z;
            }

            @Override
            public double drift(double z) {
                return reversion * (1 - z);
            }

            @Override
            public double volatility() {
                return volatility;
            }
        };
    }

    private static void requireAboveZero(String field, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of(field, "be > 0", value);
        }
    }

    private static List<String> names(int states) {
        return states == 2
                ? List.of("low", "high")
                : IntStream.rangeClosed(1, states).mapToObj(k -> "z" + k).toList();
    }
}
