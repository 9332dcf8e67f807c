package org.mfg.api.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;

/**
 * The states of an agent besides its position: the populations of a game of several, or, for example, incomes between which
 * agents jump at given rates. An axis of states has no lengths: its coordinate is the number of the state, from 0, the momentum
 * along it is 0, and densities are not per unit of it, so that Σ_k ∫ m(x, k) dx = 1.
 *
 * <p>With rates λ_kl from state k to state l, any two of them, the equations gain the generator Λ of these jumps, u_k the cost to go
 * and m_k the density in state k:
 *
 * <pre>
 *   -∂t u_k + ... - Σ_l λ_kl (u_l - u_k) = ...        ∂t m_k + ... - Σ_l (λ_lk m_l - λ_kl m_k) = 0.
 * </pre>
 *
 * @param names the names of the states, at least two
 * @param rates the rates λ_kl >= 0 per unit of time, a row for each state k that agents leave, an entry for each state l that they
 *     jump to; the diagonal is not read, and is 0 here
 */
public record States(List<String> names, List<List<Double>> rates) {
    /** Checks the names and the rates. */
    public States {
        names = List.copyOf(names);
        if (names.size() < 2 || names.stream().distinct().count() < names.size()) {
            throw InvalidInputException.of("states", "be two or more, of different names", names);
        }
        if (rates.size() != names.size()) {
            throw InvalidInputException.of(
                    "rates", "have a row for each of the " + names.size() + " states", rates.size() + " rows");
        }
        List<List<Double>> rows = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            rows.add(checked(k, rates.get(k), names));
        }
        rates = List.copyOf(rows);
    }

    private static List<Double> checked(int from, List<Double> rates, List<String> names) {
        if (rates.size() != names.size()) {
            throw InvalidInputException.of(
                    "rates from " + names.get(from),
                    "be one to each of the " + names.size() + " states",
                    rates.size() + (rates.size() == 1 ? " rate" : " rates"));
        }
        List<Double> row = new ArrayList<>(rates);
        row.set(from, 0.0);
        for (int l = 0; l < row.size(); l++) {
            double rate = row.get(l);
            if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                throw InvalidInputException.of(
                        "rate from " + names.get(from) + " to " + names.get(l), "be finite and >= 0", rate);
            }
        }
        return List.copyOf(row);
    }

    /**
     * States with jumps between any two.
     *
     * @param rates the rates, from the state of the row to that of the column; the diagonal is not read
     */
    public static States of(List<String> names, double[][] rates) {
        return new States(
                names,
                Arrays.stream(rates)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    /** Populations: everybody stays in its own. */
    public static States populations(String... names) {
        return of(List.of(names), new double[names.length][names.length]);
    }

    /**
     * Two states.
     *
     * @param up the rate from the first to the second
     * @param down the rate from the second to the first
     */
    public static States two(String first, String second, double up, double down) {
        return birthDeath(List.of(first, second), new double[] {up}, new double[] {down});
    }

    /**
     * A chain of birth and death: jumps lead to the next state or the one before.
     *
     * @param up the rates from each state but the last to the next
     * @param down the rates back, from each state but the first to the one before
     */
    public static States birthDeath(List<String> names, double[] up, double[] down) {
        int pairs = names.size() - 1;
        requirePairs("rates up", up, pairs);
        requirePairs("rates down", down, pairs);
        double[][] rates = new double[names.size()][names.size()];
        for (int k = 0; k < pairs; k++) {
            rates[k][k + 1] = up[k];
            rates[k + 1][k] = down[k];
        }
        return of(names, rates);
    }

    private static void requirePairs(String field, double[] rates, int pairs) {
        if (rates.length != pairs) {
            throw InvalidInputException.of(
                    field, "be one for each of the " + pairs + " pairs of neighbouring states", Arrays.toString(rates));
        }
    }

    /**
     * A ring: each state is left for the next alone, and the last for the first.
     *
     * @param rates the rates at which each state is left
     */
    public static States cycle(List<String> names, double... rates) {
        int size = names.size();
        if (rates.length != size) {
            throw InvalidInputException.of(
                    "rates", "be one for each of the " + size + " states", Arrays.toString(rates));
        }
        double[][] matrix = new double[size][size];
        for (int k = 0; k < size; k++) {
            matrix[k][(k + 1) % size] = rates[k];
        }
        return of(names, matrix);
    }

    /** The number of states K. */
    public int size() {
        return names.size();
    }

    /** The rate λ_kl at which agents in state k jump to state l; 0 for k = l. */
    public double rate(int k, int l) {
        return rates.get(k).get(l);
    }

    /** The distances j, 0 < j < K, in increasing order, over which somebody jumps: from a state k to (k + j) mod K. */
    public int[] jumps() {
        return IntStream.range(1, size())
                .filter(j -> IntStream.range(0, size()).anyMatch(k -> rate(k, (k + j) % size()) > 0))
                .toArray();
    }

    /** Whether no jump leads farther than to the next state or the one before. */
    public boolean isBirthDeath() {
        return IntStream.range(0, size())
                .allMatch(k -> IntStream.range(0, size()).allMatch(l -> Math.abs(k - l) <= 1 || rate(k, l) == 0));
    }

    /** The smallest rate that is not 0; infinite where there is none. */
    public double slowestRate() {
        return rates.stream()
                .flatMap(List::stream)
                .filter(rate -> rate > 0)
                .min(Double::compare)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The recurrent classes, by name: sets of states that agents do not leave, and within which they get from each to each. */
    public List<List<String>> recurrentClasses() {
        boolean[][] reaches = new boolean[size()][];
        Arrays.setAll(reaches, this::reachedFrom);
        List<List<String>> classes = new ArrayList<>();
        for (int k = 0; k < size(); k++) {
            int from = k;
            int[] reached =
                    IntStream.range(0, size()).filter(l -> reaches[from][l]).toArray();
            // Everybody comes back; each class is told by its first state.
            if (reached[0] == k && Arrays.stream(reached).allMatch(l -> reaches[l][from])) {
                classes.add(Arrays.stream(reached).mapToObj(names::get).toList());
            }
        }
        return Collections.unmodifiableList(classes);
    }

    /** The states that agents in state k get to, k among them. */
    private boolean[] reachedFrom(int k) {
        boolean[] isReached = new boolean[size()];
        int[] found = new int[size()];
        found[0] = k;
        isReached[k] = true;
        int count = 1;
        for (int at = 0; at < count; at++) {
            for (int l = 0; l < size(); l++) {
                if (!isReached[l] && rate(found[at], l) > 0) {
                    isReached[l] = true;
                    found[count++] = l;
                }
            }
        }
        return isReached;
    }
}
