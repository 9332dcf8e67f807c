package org.mfg.api.grid;

import java.util.Optional;
import org.mfg.api.InvalidInputException;

/**
 * One axis of a box: the interval [lower, upper] and what happens at its two ends; or an axis of {@linkplain States states}.
 *
 * @param name the coordinate's name, for example {@code x}
 * @param lower the lower end, finite
 * @param upper the upper end, finite, above the lower one
 * @param lowerBoundary the condition at the lower end
 * @param upperBoundary the condition at the upper end; periodic exactly where the lower one is
 * @param states the states, of an axis of states; its ends are 0 and their number less 1
 * @param grading how nodes are spread; even on an axis that is periodic or one of states
 */
public record Axis(
        String name,
        double lower,
        double upper,
        Boundary lowerBoundary,
        Boundary upperBoundary,
        Optional<States> states,
        Grading grading) {

    /** Checks the interval and the boundary conditions. */
    public Axis {
        if (!Double.isFinite(lower)) {
            throw InvalidInputException.of("lower end of axis " + name, "be finite", lower);
        }
        if (!Double.isFinite(upper) || upper <= lower) {
            throw InvalidInputException.of(
                    "upper end of axis " + name, "be finite and above the lower end " + lower, upper);
        }
        if (states.isPresent()) {
            boolean isPlain = lowerBoundary.equals(Boundary.noFlux()) && upperBoundary.equals(Boundary.noFlux());
            if (!isPlain || lower != 0 || upper != states.orElseThrow().size() - 1) {
                throw InvalidInputException.because(
                        "boundary", "axis " + name + " of states must have neither doors nor conditions at its ends");
            }
        }
        boolean isEven = grading.equals(Grading.EVEN);
        if (!isEven && (states.isPresent() || lowerBoundary.kind() == Boundary.Kind.PERIODIC)) {
            throw InvalidInputException.because(
                    "grading", "grading of axis " + name + " must be even: the axis is periodic or one of states");
        }
        if ((lowerBoundary.kind() == Boundary.Kind.PERIODIC) != (upperBoundary.kind() == Boundary.Kind.PERIODIC)) {
            throw InvalidInputException.because(
                    "boundary", "boundary of axis " + name + " must be periodic at both ends or at neither");
        }
    }

    /** An axis of positions. */
    public Axis(String name, double lower, double upper, Boundary lowerBoundary, Boundary upperBoundary) {
        this(name, lower, upper, lowerBoundary, upperBoundary, Optional.empty(), Grading.EVEN);
    }

    /** An axis of states. */
    public static Axis states(String name, States states) {
        Boundary none = Boundary.noFlux();
        return new Axis(name, 0, states.size() - 1, none, none, Optional.of(states), Grading.EVEN);
    }

    /** An axis with reflecting ends. */
    public static Axis noFlux(String name, double lower, double upper) {
        return new Axis(name, lower, upper, Boundary.noFlux(), Boundary.noFlux());
    }

    /** A periodic axis. */
    public static Axis periodic(String name, double lower, double upper) {
        return new Axis(name, lower, upper, Boundary.periodic(), Boundary.periodic());
    }

    /** Whether the two ends are glued together. */
    public boolean isPeriodic() {
        return lowerBoundary.kind() == Boundary.Kind.PERIODIC;
    }

    /** Whether this is an axis of states. */
    public boolean hasStates() {
        return states.isPresent();
    }

    /** This axis with its nodes spread otherwise. */
    public Axis graded(Grading grading) {
        return new Axis(name, lower, upper, lowerBoundary, upperBoundary, states, grading);
    }

    /** Whether the nodes are evenly spread. */
    public boolean isEven() {
        return grading.equals(Grading.EVEN);
    }

    /** The coordinate of node i of n. */
    double coordinate(int i, int n) {
        return isEven()
                ? lower + length() * i / intervals(n)
                : lower + length() * grading.at((double) i / intervals(n));
    }

    /** The number of intervals between n nodes. */
    int intervals(int n) {
        return isPeriodic() ? n : n - 1;
    }

    /** The length upper - lower. */
    public double length() {
        return upper - lower;
    }
}
