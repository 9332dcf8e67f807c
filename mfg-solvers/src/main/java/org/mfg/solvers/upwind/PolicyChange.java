package org.mfg.solvers.upwind;

/**
 * How the Fokker-Planck equation changes with the policy: C du = Δt Dᵀ K D du for each time step, D the one-sided
 * differences and K = w m ∂²g/∂q² at each node, stored as the upper triangle by rows. Symmetric and positive
 * semi-definite.
 */
final class PolicyChange {
    private final Mesh mesh;
    private final double dt;
    private final double[][] curvature;
    private final double[] q;
    private final double[] flux;

    PolicyChange(Mesh mesh, int steps, double dt) {
        this.mesh = mesh;
        this.dt = dt;
        curvature = new double[mesh.sides * (mesh.sides + 1) / 2][steps * mesh.size];
        q = new double[mesh.sides];
        flux = new double[mesh.sides];
    }

    /** Stores scale times the Hessian at entry {@code at} = step times n + node. */
    void store(int at, double scale, double[] hessian) {
        int sides = mesh.sides;
        int e = 0;
        for (int s = 0; s < sides; s++) {
            for (int t = s; t < sides; t++) {
                curvature[e++][at] = scale * hessian[s * sides + t];
            }
        }
    }

    /** Subtracts C du of the time step whose slice of du begins at {@code at} from the slice {@code out}. */
    void subtract(double[] du, int at, double[] out) {
        if (mesh.sides == 2) {
            subtractOnLine(du, at, out);
        } else {
            subtractGeneral(du, at, out);
        }
    }

    private void subtractOnLine(double[] du, int at, double[] out) {
        int[] lower = mesh.neighbour[0];
        int[] upper = mesh.neighbour[1];
        double[] toLower = mesh.inverseSpacing[0];
        double[] toUpper = mesh.inverseSpacing[1];
        double[] minusMinus = curvature[0];
        double[] minusPlus = curvature[1];
        double[] plusPlus = curvature[2];
        for (int i = 0; i < mesh.size; i++) {
            double here = du[at + i];
            double minus = (here - du[at + lower[i]]) * toLower[i];
            double plus = (du[at + upper[i]] - here) * toUpper[i];
            double cross = minusPlus[at + i];
            double fluxMinus = dt * toLower[i] * (minusMinus[at + i] * minus + cross * plus);
            double fluxPlus = dt * toUpper[i] * (cross * minus + plusPlus[at + i] * plus);
            out[lower[i]] += fluxMinus;
            out[upper[i]] -= fluxPlus;
            out[i] += fluxPlus - fluxMinus;
        }
    }

    private void subtractGeneral(double[] du, int at, double[] out) {
        int sides = mesh.sides;
        for (int i = 0; i < mesh.size; i++) {
            double here = du[at + i];
            for (int s = 0; s < sides; s += 2) {
                q[s] = (here - du[at + mesh.neighbour[s][i]]) * mesh.inverseSpacing[s][i];
                q[s + 1] = (du[at + mesh.neighbour[s + 1][i]] - here) * mesh.inverseSpacing[s + 1][i];
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
                out[mesh.neighbour[s][i]] += minus;
                out[mesh.neighbour[s + 1][i]] -= plus;
                out[i] += plus - minus;
            }
        }
    }
}
