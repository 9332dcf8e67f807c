package org.mfg.api.coupling;

/**
 * A coupling on a grid: it acts on a range of time levels at once, so that an implementation may do them all as one
 * product. Fields are flat, row-major, time slowest: entry i of level j is at index j n + i for n nodes. Not safe for
 * use by several threads at a time.
 */
public interface DiscreteCoupling {

    /** Adds F[m] to {@code out} at the levels first ... last, both included. */
    void addValue(double[] m, int first, int last, double[] out);

    /** Adds the directional derivative F'[m] dm to {@code out} at the levels first ... last, both included. */
    void addDerivative(double[] m, double[] dm, int first, int last, double[] out);
}
