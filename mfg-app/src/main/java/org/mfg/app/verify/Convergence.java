package org.mfg.app.verify;

/**
 * Errors of one field on a sequence of grids with doubled intervals.
 *
 * @param game what was solved
 * @param field "u" or "m"
 * @param norm how errors are measured
 * @param intervals the intervals of the first axis of each grid
 * @param errors the error on each grid
 * @param expected the order that the scheme has
 * @param margin what an observed order may lack, on grids that are not infinitely fine
 */
public record Convergence(
        String game, String field, String norm, double[] intervals, double[] errors, double expected, double margin) {

    /** The order between the grids k and k + 1, log2 of the ratio of errors. */
    public double order(int k) {
        return Math.log(errors[k] / errors[k + 1]) / Math.log(2);
    }

    /** The order between the two finest grids. */
    public double order() {
        return order(errors.length - 2);
    }

    /** Whether the order is at least the expected one less the margin. */
    public boolean isPassed() {
        return order() >= expected - margin;
    }
}
