package org.mfg.solvers.market;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.market.ClearedMarket.Trial;

/**
 * The prices of a market with several: Newton's method on the excess, J dπ = -E with J by differences,
 *
 * <pre>
 *   π ← π + α dπ,  α the first of 1, 1/2, 1/4, ... with an equilibrium and |J⁻¹E(π + α dπ)| <= (1 - α/4) |J⁻¹E(π)|,
 * </pre>
 *
 * <p>the natural monotonicity test (Deuflhard 2004, section 3.3), which no unit of a price or a condition matters to. A step goes no more than nine
 * tenths of the way to an end of a range. Each iteration takes an equilibrium for each price, and one for each α.
 */
final class NewtonSearch {
    private static final int MAX_ITERATIONS = 50;
    private static final int MAX_HALVINGS = 12;

    /** Of the way to the end of a range: the longest step. */
    private static final double LONGEST = 0.9;

    /** Of the tolerance: a Newton step so small is none. */
    private static final double NEGLIGIBLE = 1e-3;

    /** Where there is no equilibrium at the first prices, the diagonal of the ranges is halved so often. */
    private static final int START_HALVINGS = 4;

    private final List<PriceInterval> ranges;
    private final PriceTrials trials;
    private final double tolerance;

    NewtonSearch(List<PriceInterval> ranges, PriceTrials trials, double tolerance) {
        this.ranges = ranges;
        this.trials = trials;
        this.tolerance = tolerance;
    }

    /** The outcome, from the prices among the parameters. */
    ClearedMarket root(Parameters parameters) {
        Trial at = start(parameters);
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MAX_ITERATIONS; k++) {
            PriceJacobian jacobian = PriceJacobian.at(at, ranges, trials);
            double[] step = jacobian.step(at);
            double size = absolute(step);
            if (size <= NEGLIGIBLE * tolerance || (size <= tolerance && size > 0.5 * before)) {
                return trials.cleared(at);
            }
            Optional<Trial> next = improved(at, step, jacobian);
            if (next.isEmpty()) {
                return size <= tolerance
                        ? trials.cleared(at)
                        : trials.failure("no step from " + trials.inWords(at.prices())
                                + " reduces the excess, which is " + at.excess() + " there");
            }
            at = next.get();
            before = size;
        }
        return trials.failure("the market did not clear after " + MAX_ITERATIONS + " Newton steps: the excess is "
                + at.excess() + " at " + trials.inWords(at.prices()));
    }

    private Trial start(Parameters parameters) {
        Trial first = trials.at(ranges.stream()
                .mapToDouble(r -> r.inside(parameters.real(r.name())))
                .toArray());
        if (first.isSolved()) {
            return first;
        }
        for (int parts = 2; parts <= 1 << START_HALVINGS; parts *= 2) {
            for (int k = 1; k < parts; k += 2) {
                double part = (double) k / parts;
                Trial other =
                        trials.at(ranges.stream().mapToDouble(r -> r.at(part)).toArray());
                if (other.isSolved()) {
                    return other;
                }
            }
        }
        throw new PriceTrials.Over(
                "no equilibrium at " + trials.inWords(first.prices()) + " (" + first.failure() + "), nor at others");
    }

    /** The first prices on the step that are better. */
    private Optional<Trial> improved(Trial at, double[] step, PriceJacobian jacobian) {
        double size = jacobian.size(step);
        double part = Math.min(1, longest(at, step));
        for (int k = 0; k < MAX_HALVINGS; k++) {
            double[] prices = PriceJacobian.array(at.prices());
            for (int i = 0; i < prices.length; i++) {
                prices[i] += part * step[i];
            }
            if (Arrays.equals(prices, PriceJacobian.array(at.prices()))) {
                return Optional.empty();
            }
            Trial next = trials.at(prices);
            if (next.isSolved() && jacobian.size(jacobian.step(next)) <= (1 - part / 4) * size) {
                return Optional.of(next);
            }
            part /= 2;
        }
        return Optional.empty();
    }

    /** How much of the step there is room for. */
    private double longest(Trial at, double[] step) {
        double part = 1;
        for (int k = 0; k < step.length; k++) {
            double price = at.prices().get(k);
            double room = step[k] > 0
                    ? ranges.get(k).highest() - price
                    : price - ranges.get(k).lowest();
            part = Math.min(part, LONGEST * room / Math.abs(step[k]));
        }
        return part;
    }

    private static double absolute(double[] step) {
        return Arrays.stream(step).map(Math::abs).max().orElse(0);
    }
}
