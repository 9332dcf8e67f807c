package org.mfg.output.figure;

import java.util.List;

/**
 * Points of a panel.
 *
 * @param xLabel what the abscissae are
 * @param yLabel what the ordinates are
 * @param x the abscissae
 * @param y as many ordinates
 * @param lines to compare with: full lines, and dotted ones that are references
 */
public record Scatter(String xLabel, String yLabel, double[] x, double[] y, List<Curve> lines) {}
