package org.mfg.solvers.path;

import java.util.List;

/**
 * How aggregates of the crowd along a path answer to inputs of its agents near a steady state, to first order: dX_o(t) = Σ_s J_{o,i}(t, s) dθ_i(s), s and t numbering the
 * time steps, whose ends they are; a matrix for each aggregate and input. Agents foresee an input of step s from the beginning on.
 *
 * @param inputs names of prices, and of other parameters
 * @param outputs names of aggregates
 * @param matrices by output and input: J row-major, steps x steps
 * @param fromStart by output: the answer to the crowd that is there at first less that of the steady state
 */
public record SequenceJacobian(
        List<String> inputs, List<String> outputs, List<List<double[]>> matrices, List<double[]> fromStart) {

    /** J of an output to an input, row-major, the row being the time of the output. */
    public double[] of(String output, String input) {
        return matrices.get(outputs.indexOf(output)).get(inputs.indexOf(input));
    }
}
