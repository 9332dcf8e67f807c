package org.mfg.solvers.finitedifferences;

import org.mfg.solvers.parallel.Workers;

/**
 * The discrete Fokker-Planck equation as a linear constraint on flows, Λ(m, ω) = (m0, 0, ...), of densities m^1 ... m^nt and one-sided fluxes ω_s:
 *
 * <pre>
 *   (Λ(m, ω))^j = m^{j+1} - m^j + Δt (-Δ_D m^{j+1} + W⁻¹ Σ_s D_sᵀ W ω_s^j)       Δ_D = Σ_k D_k Δ_k
 * </pre>
 *
 * <p>without m^0, which is given. Its adjoint for the weights W is Λᵀφ = ((I - Δt Δ_D) φ^j - φ^{j+1}, Δt D_s φ^j) with φ^nt = 0, and the metric is M = Δt (a, b r_s), a being another one at the end, where r_s = (width of the cell)/(distance to the neighbour)
 * makes Σ_s D_sᵀ W r_s⁻¹ D_s twice the Laplacian of the grid, walls included.
 */
final class ContinuityEquation {
    private final Mesh mesh;
    private final double dt;
    private final int steps;
    private final double[] initialDensity;
    private final Workers workers;
    private final ProjectionSystem system;
    /** r_s, by side and node; 1 where there is no neighbour, and so no flux. */
    private final double[][] ratio;

    private final double[] potential;
    private double a;
    private double aEnd;
    private double b;

    ContinuityEquation(
            Mesh mesh, double dt, double[] initialDensity, ProjectionSystem system, int steps, Workers workers) {
        this.mesh = mesh;
        this.dt = dt;
        this.steps = steps;
        this.initialDensity = initialDensity;
        this.workers = workers;
        this.system = system;
        potential = new double[steps * mesh.size];
        ratio = new double[mesh.sides][mesh.size];
        for (int s = 0; s < mesh.sides; s++) {
            for (int i = 0; i < mesh.size; i++) {
                double inverse = mesh.inverseSpacing[s][i];
                ratio[s][i] = inverse == 0 ? 1 : inverse * inverse / mesh.laplacian[s][i];
            }
        }
    }

    /** Sets the weights a > 0 of the density, another one at the end, and b > 0 of the fluxes. */
    void weigh(double density, double densityAtEnd, double flux) {
        a = density;
        aEnd = densityAtEnd;
        b = flux;
        system.factorize(a, aEnd, b);
    }

    /** Writes flow - M⁻¹Λᵀφ, Λ M⁻¹Λᵀ φ = Λ flow - (m0, 0, ...). */
    void project(double[][] flow, double[][] nearest) {
        workers.run(steps, (thread, j) -> defect(flow, j));
        system.solve(potential);
        workers.run(steps, (thread, j) -> shift(flow, potential, j, -1, nearest));
    }

    /** Takes M⁻¹Λᵀu from the flow. */
    void subtractMultiplier(double[] u, double[][] flow) {
        System.arraycopy(u, 0, potential, 0, potential.length);
        workers.run(steps, (thread, j) -> shift(flow, potential, j, -1, flow));
    }

    /** a, of the density at the end of a time step. */
    double densityWeight(int step) {
        return step == steps - 1 ? aEnd : a;
    }

    /** b r_s at a node. */
    double fluxWeight(int s, int node) {
        return b * ratio[s][node];
    }

    private void defect(double[][] flow, int j) {
        int n = mesh.size;
        int at = j * n;
        double[] m = flow[0];
        for (int i = 0; i < n; i++) {
            potential[at + i] = 0;
        }
        for (int s = 0; s < mesh.sides; s++) {
            double[] flux = flow[1 + s];
            int[] neighbour = mesh.neighbour[s];
            double sign = (s & 1) == 0 ? dt : -dt;
            for (int i = 0; i < n; i++) {
                double mass = sign * mesh.weight[i] * mesh.inverseSpacing[s][i] * flux[at + i];
                potential[at + i] += mass;
                potential[at + neighbour[i]] -= mass;
            }
        }
        for (int i = 0; i < n; i++) {
            double before = j == 0 ? initialDensity[i] : m[at - n + i];
            potential[at + i] =
                    potential[at + i] * mesh.inverseWeight[i] + m[at + i] - before - dt * laplacian(m, at, i);
        }
    }

    private void shift(double[][] flow, double[] phi, int j, double sign, double[][] out) {
        int n = mesh.size;
        int at = j * n;
        double inverse = sign / (densityWeight(j) * dt);
        for (int i = 0; i < n; i++) {
            double next = j == steps - 1 ? 0 : phi[at + n + i];
            out[0][at + i] = flow[0][at + i] + inverse * (phi[at + i] - next - dt * laplacian(phi, at, i));
        }
        for (int s = 0; s < mesh.sides; s++) {
            int[] neighbour = mesh.neighbour[s];
            double towards = (s & 1) == 0 ? -sign : sign;
            for (int i = 0; i < n; i++) {
                double difference = (phi[at + neighbour[i]] - phi[at + i]) * mesh.inverseSpacing[s][i];
                out[1 + s][at + i] = flow[1 + s][at + i] + towards * difference / fluxWeight(s, i);
            }
        }
    }

    private double laplacian(double[] v, int at, int i) {
        double sum = 0;
        for (int s = 0; s < mesh.sides; s++) {
            sum += mesh.diffusion[s][i] * (v[at + mesh.neighbour[s][i]] - v[at + i]);
        }
        return sum;
    }
}
