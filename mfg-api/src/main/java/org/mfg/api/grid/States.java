package org.mfg.api.grid;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;

/**
 * The states of an agent besides its position: the populations of a game of several, or, for example, incomes between which
 * agents jump at given rates. An axis of states has no lengths: its coordinate is the number of the state, from 0, the momentum
 * along it is 0, and densities are not per unit of it, so that Σ_k ∫ m(x, k) dx = 1.
 *
 * <p>With rates λ from each state to the one above and below it the equations gain the generator of these jumps, u_k its cost to go
 * and m_k its density in state k:
 *
 * <pre>
 *   -∂t u_k + ... - Σ_l λ_kl (u_l - u_k) = ...        ∂t m_k + ... - Σ_l (λ_lk m_l - λ_kl m_k) = 0.
 * </pre>
 *
 * @param names the names of the states, at least two
 * @param up the rates, >= 0 per unit of time, at which agents jump to the state above; that of the last state is 0
 * @param down the rates at which they jump to the state below; that of the first state is 0
 */
public record States(List<String> names, List<Double> up, List<Double> down) {
    /** Checks the names and the rates. */
    public States {
        names = List.copyOf(names);
        up = List.copyOf(up);
        down = List.copyOf(down);
        if (names.size() < 2 || names.stream().distinct().count() < names.size()) {
            throw InvalidInputException.of("states", "be two or more, of different names", names);
        }
        checkRates("up", up, names.size() - 1, names.size());
        checkRates("down", down, 0, names.size());
    }

    private static void checkRates(String field, List<Double> rates, int last, int size) {
        if (rates.size() != size) {
            throw InvalidInputException.of("rates " + field, "be one for each of the " + size + " states", rates);
        }
        for (double rate : rates) {
            if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                throw InvalidInputException.of("rates " + field, "be finite and >= 0", rate);
            }
        }
        if (rates.get(last) != 0) {
            throw InvalidInputException.of(
                    "rate " + field + " of state " + (last + 1), "be 0: there is no state beyond", rates.get(last));
        }
    }

    /** Populations: everybody stays in its own. */
    public static States populations(String... names) {
        List<Double> none = Collections.nCopies(names.length, 0.0);
        return new States(List.of(names), none, none);
    }

    /**
     * Two states.
     *
     * @param up the rate from the first to the second
     * @param down the rate from the second to the first
     */
    public static States two(String first, String second, double up, double down) {
        return new States(List.of(first, second), List.of(up, 0.0), List.of(0.0, down));
    }

    /** The number of states. */
    public int size() {
        return names.size();
    }

    /** The rate at which agents leave a state for the one above, or the one below it. */
    public double rate(int state, boolean isUp) {
        return (isUp ? up : down).get(state);
    }

    /** The smallest rate that is not 0; infinite where there is none. */
    public double slowestRate() {
        return Stream.concat(up.stream(), down.stream())
                .filter(rate -> rate > 0)
                .min(Double::compare)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether agents reach every state from every other. */
    public boolean isConnected() {
        return up.subList(0, size() - 1).stream().allMatch(rate -> rate > 0)
                && down.subList(1, size()).stream().allMatch(rate -> rate > 0);
    }
}
