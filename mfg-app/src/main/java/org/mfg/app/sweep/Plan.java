package org.mfg.app.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The runs of a sweep, numbered from 0: the product of its factors, the last one varying fastest. Nothing is kept for each
 * run.
 *
 * <p>Work is shared out in chains of runs. In a sweep with warm starts a chain is the runs that differ in one factor only,
 * in its order; otherwise each run is a chain of its own.
 */
public final class Plan {
    /** A sweep of more runs is taken for a mistake. */
    public static final int MAX_RUNS = 1_000_000;

    private final List<String> names;
    private final List<Factor> factors;
    private final int size;
    private final int chainLength;
    private final int chainStride;

    /**
     * @param names the settings that vary, in the order of the columns
     * @param factors what they take their values from; together at most {@link #MAX_RUNS} runs
     * @param chained the number of the factor along which runs start from each other's solution, or none
     */
    public Plan(List<String> names, List<Factor> factors, OptionalInt chained) {
        this.names = List.copyOf(names);
        this.factors = List.copyOf(factors);
        size = product(this.factors);
        int at = chained.orElse(factors.size());
        chainStride = product(this.factors.subList(Math.min(at + 1, factors.size()), factors.size()));
        chainLength = chained.isPresent() ? factors.get(at).size() : 1;
    }

    private static int product(List<Factor> factors) {
        return factors.stream().mapToInt(Factor::size).reduce(1, Math::multiplyExact);
    }

    /** The settings that vary, in the order of the columns. */
    public List<String> names() {
        return names;
    }

    /** The number of runs. */
    public int size() {
        return size;
    }

    /** The settings of a run: a value for each of the names, in their order. */
    public Map<String, Object> point(int run) {
        Map<String, Object> point = new LinkedHashMap<>();
        names.forEach(name -> point.put(name, ""));
        int rest = run;
        for (int f = factors.size() - 1; f >= 0; f--) {
            int n = factors.get(f).size();
            factors.get(f).put(rest % n, point);
            rest /= n;
        }
        return point;
    }

    /** These runs in chains along the list of numbers that is the longest; empty where there is none of two. */
    Optional<Lines> lines() {
        Optional<Lines> longest = Optional.empty();
        int most = 1;
        for (int f = 0; f < factors.size(); f++) {
            if (factors.get(f) instanceof Variation v && v.isOfNumbers() && v.size() > most) {
                most = v.size();
                longest = Optional.of(new Lines(v.name(), new Plan(names, factors, OptionalInt.of(f))));
            }
        }
        return longest;
    }

    /**
     * Runs to draw lines through.
     *
     * @param name the setting along the lines
     * @param plan the runs; a chain is a line
     */
    record Lines(String name, Plan plan) {}

    /** The number of chains. */
    int chains() {
        return size / chainLength;
    }

    /** The runs of a chain, in the order in which they are to be made. */
    int[] chain(int chain) {
        int[] runs = new int[chainLength];
        int first = chain / chainStride * chainStride * chainLength + chain % chainStride;
        for (int k = 0; k < chainLength; k++) {
            runs[k] = first + k * chainStride;
        }
        return runs;
    }
}
