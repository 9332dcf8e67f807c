package org.mfg.solvers.finitedifferences;

import java.util.Arrays;

/** The policy change of a numerical Hamiltonian with a full Hessian: K is stored as its upper triangle by rows. */
final class CoupledPolicyChange implements PolicyChange {
    private final Mesh mesh;
    private final double[][] curvature;
    /** Of the steps. */
    private final double[] lengths;

    CoupledPolicyChange(Mesh mesh, int steps) {
        this.mesh = mesh;
        lengths = new double[steps];
        curvature = new double[mesh.positionSides * (mesh.positionSides + 1) / 2][steps * mesh.size];
    }

    @Override
    public void begin(int at, double dt) {
        lengths[at / mesh.size] = dt;
    }

    @Override
    public void store(int at, int node, double scale, double[] hessian) {
        int sides = mesh.positionSides;
        int width = mesh.momentumSides;
        int e = 0;
        for (int s = 0; s < sides; s++) {
            for (int t = s; t < sides; t++) {
                curvature[e++][at + node] = scale * hessian[s * width + t];
            }
        }
    }

    @Override
    public void links(int at, int axis, double[] out) {
        Arrays.fill(out, 0);
        for (int s = 2 * axis; s < 2 * axis + 2; s++) {
            double[] own = curvature[s * mesh.positionSides - s * (s - 1) / 2];
            double[] inverse = mesh.inverseSpacing[s];
            for (int i = 0; i < mesh.size; i++) {
                int lowerEnd = s == 2 * axis ? mesh.neighbour[s][i] : i;
                out[lowerEnd] += lengths[at / mesh.size] * own[at + i] * inverse[i] * inverse[i];
            }
        }
    }

    @Override
    public void subtract(int at, double[] du, int duAt, double[] out, int outAt) {
        if (mesh.positionSides == 2) {
            subtractOnLine(at, du, duAt, out, outAt);
        } else {
            subtractGeneral(at, du, duAt, out, outAt);
        }
    }

    private void subtractOnLine(int at, double[] du, int duAt, double[] out, int outAt) {
        int[] lower = mesh.neighbour[0];
        int[] upper = mesh.neighbour[1];
        double[] toLower = mesh.inverseSpacing[0];
        double[] toUpper = mesh.inverseSpacing[1];
        double[] minusMinus = curvature[0];
        double[] minusPlus = curvature[1];
        double[] plusPlus = curvature[2];
        double dt = lengths[at / mesh.size];
        for (int i = 0; i < mesh.size; i++) {
            double here = du[duAt + i];
            double minus = (here - du[duAt + lower[i]]) * toLower[i];
            double plus = (du[duAt + upper[i]] - here) * toUpper[i];
            double cross = minusPlus[at + i];
            double fluxMinus = dt * toLower[i] * (minusMinus[at + i] * minus + cross * plus);
            double fluxPlus = dt * toUpper[i] * (cross * minus + plusPlus[at + i] * plus);
            out[outAt + lower[i]] += fluxMinus;
            out[outAt + upper[i]] -= fluxPlus;
            out[outAt + i] += fluxPlus - fluxMinus;
        }
    }

    private void subtractGeneral(int at, double[] du, int duAt, double[] out, int outAt) {
        int sides = mesh.positionSides;
        double[] q = new double[sides];
        double[] flux = new double[sides];
        double dt = lengths[at / mesh.size];
        for (int i = 0; i < mesh.size; i++) {
            double here = du[duAt + i];
            for (int s = 0; s < sides; s += 2) {
                q[s] = (here - du[duAt + mesh.neighbour[s][i]]) * mesh.inverseSpacing[s][i];
                q[s + 1] = (du[duAt + mesh.neighbour[s + 1][i]] - here) * mesh.inverseSpacing[s + 1][i];
                flux[s] = 0;
                flux[s + 1] = 0;
            }
            int e = 0;
            for (int s = 0; s < sides; s++) {
                flux[s] += curvature[e++][at + i] * q[s];
                for (int t = s + 1; t < sides; t++) {
                    double c = curvature[e++][at + i];
                    flux[s] += c * q[t];
                    flux[t] += c * q[s];
                }
            }
            for (int s = 0; s < sides; s += 2) {
                double minus = dt * mesh.inverseSpacing[s][i] * flux[s];
                double plus = dt * mesh.inverseSpacing[s + 1][i] * flux[s + 1];
                out[outAt + mesh.neighbour[s][i]] += minus;
                out[outAt + mesh.neighbour[s + 1][i]] -= plus;
                out[outAt + i] += plus - minus;
            }
        }
    }
}
