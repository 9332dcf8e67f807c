package org.mfg.solvers.finitedifferences;

import java.util.Arrays;

/**
 * The policy change of a numerical Hamiltonian whose Hessian is diagonal: then C is the Laplacian of a graph, with one
 * conductance a link, Δt (w m ∂²g/∂q²)/h² summed over both ends of the link. Stored at the lower end, by axis.
 */
final class DiagonalPolicyChange implements PolicyChange {
    private final Mesh mesh;
    private final double[][] conductance;
    /** Of the steps. */
    private final double[] lengths;

    private final int[][] upperEnds;
    /** The node that each is the upper end of a link of; itself where there is none. */
    private final int[][] lowerEnds;
    /** How far all links of an axis lead; 0 where one leads elsewhere, as on a ring. */
    private final int[] stride;

    DiagonalPolicyChange(Mesh mesh, int steps) {
        this(mesh, new double[mesh.positionSides / 2][steps * mesh.size]);
    }

    /** @param conductance where to store the conductances: by axis, time step and lower end */
    DiagonalPolicyChange(Mesh mesh, double[][] conductance) {
        this.mesh = mesh;
        this.conductance = conductance;
        lengths = new double[conductance[0].length / mesh.size];
        upperEnds = new int[conductance.length][];
        lowerEnds = new int[conductance.length][];
        stride = new int[conductance.length];
        for (int k = 0; k < upperEnds.length; k++) {
            upperEnds[k] = upperEnds(mesh, k);
            lowerEnds[k] = lowerEnds(upperEnds[k]);
            stride[k] = stride(upperEnds[k]);
        }
    }

    /** The upper ends of the links of an axis, by their lower ends. An exit has no neighbours, but is the lower end of links all the same. */
    private static int[] upperEnds(Mesh mesh, int k) {
        int[] upper = mesh.neighbour[2 * k + 1].clone();
        int[] lower = mesh.neighbour[2 * k];
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] != i) {
                upper[lower[i]] = i;
            }
        }
        return upper;
    }

    private static int[] lowerEnds(int[] upper) {
        int[] lower = new int[upper.length];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = i;
        }
        for (int i = 0; i < upper.length; i++) {
            if (upper[i] != i) {
                lower[upper[i]] = i;
            }
        }
        return lower;
    }

    /** The distance of all upper ends from their lower ends; 0 if there is none, and where it would not fit into the grid twice. */
    private static int stride(int[] upper) {
        int stride = 0;
        for (int i = 0; i < upper.length; i++) {
            if (upper[i] != i && stride == 0) {
                stride = upper[i] - i;
            }
            if (upper[i] != i && upper[i] - i != stride) {
                return 0;
            }
        }
        return stride > 0 && 2 * stride <= upper.length ? stride : 0;
    }

    @Override
    public void begin(int at, double dt) {
        lengths[at / mesh.size] = dt;
        for (double[] c : conductance) {
            Arrays.fill(c, at, at + mesh.size, 0);
        }
    }

    @Override
    public void store(int at, int node, double scale, double[] hessian) {
        int width = mesh.momentumSides;
        double dt = lengths[at / mesh.size];
        for (int s = 0; s < mesh.positionSides; s++) {
            double h = mesh.inverseSpacing[s][node];
            int lowerEnd = (s & 1) == 0 ? mesh.neighbour[s][node] : node;
            conductance[s >> 1][at + lowerEnd] += dt * scale * hessian[s * width + s] * h * h;
        }
    }

    @Override
    public void links(int at, int axis, double[] out) {
        System.arraycopy(conductance[axis], at, out, 0, mesh.size);
    }

    /** Each flux is computed at both of its ends: the same number, and no sum waits for the one before it. */
    @Override
    public void subtract(int at, double[] du, int duAt, double[] out, int outAt) {
        for (int k = 0; k < conductance.length; k++) {
            if (stride[k] > 0) {
                subtractRun(conductance[k], at, du, duAt, out, outAt, stride[k]);
            } else {
                subtract(conductance[k], at, du, duAt, out, outAt, k);
            }
        }
    }

    /** Where all links lead equally far. Those that there are not have no conductance. */
    private void subtractRun(double[] c, int at, double[] du, int duAt, double[] out, int outAt, int stride) {
        int end = mesh.size - stride;
        for (int i = 0; i < stride; i++) {
            out[outAt + i] -= c[at + i] * (du[duAt + i] - du[duAt + i + stride]);
        }
        int below = at - stride;
        int duBelow = duAt - stride;
        int duAbove = duAt + stride;
        for (int i = stride; i < end; i++) {
            double here = du[duAt + i];
            out[outAt + i] += c[below + i] * (du[duBelow + i] - here) - c[at + i] * (here - du[duAbove + i]);
        }
        for (int i = end; i < mesh.size; i++) {
            out[outAt + i] += c[below + i] * (du[duBelow + i] - du[duAt + i]);
        }
    }

    private void subtract(double[] c, int at, double[] du, int duAt, double[] out, int outAt, int k) {
        int[] upper = upperEnds[k];
        int[] lower = lowerEnds[k];
        for (int i = 0; i < upper.length; i++) {
            double here = du[duAt + i];
            double in = c[at + lower[i]] * (du[duAt + lower[i]] - here);
            out[outAt + i] += in - c[at + i] * (here - du[duAt + upper[i]]);
        }
    }
}
