package org.mfg.examples.figure;

/**
 * A line of a figure.
 *
 * @param name its name in the legend
 * @param x the abscissae, in order
 * @param y the ordinates; what is not a number leaves a gap
 */
public record Series(String name, double[] x, double[] y) {}
