package org.mfg.app.report;

import java.util.List;
import java.util.Map;

/**
 * Lines to compare, such as the convergence of several solvers. The reader chooses what they are drawn against.
 *
 * @param id a name of its own on the page, in letters and hyphens
 * @param title what the chart shows; it is read to who cannot see it
 * @param quantity the label of the vertical axis
 * @param isLogarithmic whether that axis is logarithmic; then values that have no logarithm leave a gap
 * @param lines the lines, at least one
 */
public record LineChart(String id, String title, String quantity, boolean isLogarithmic, List<Line> lines) {

    /** Copies the lines. */
    public LineChart {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param name its name in the legend
     * @param against where its points are, by what the line can be drawn against: the same keys for all lines of a chart
     * @param values its values, one for each point
     */
    public record Line(String name, Map<String, double[]> against, double[] values) {}
}
