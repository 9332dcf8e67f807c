package org.mfg.solvers.finitedifferences;

import org.mfg.api.hamiltonian.NumericalHamiltonian;

/**
 * The sizes, where the crowd is, of what makes the Hessian of the convex problem; means are over the crowd and time.
 *
 * @param density the mean of m
 * @param slope the mean of F'(m)
 * @param endSlope the mean of G'(m)/Δt at the end
 * @param curvature the geometric mean of ∂²g/∂q_s² over the sides that agents take
 * @param squaredSpeed the mean of Σ_s (∂g/∂q_s)²
 */
record CrowdScales(double density, double slope, double endSlope, double curvature, double squaredSpeed) {

    static CrowdScales of(
            Mesh mesh, int steps, CrowdCosts costs, NumericalHamiltonian hamiltonian, double[] u, double[] m) {
        int n = mesh.size;
        int sides = mesh.sides;
        double[][] differences = new double[sides][n];
        double[] q = new double[sides];
        double[] gradient = new double[sides];
        double[] hessian = new double[sides * sides];
        double mass = 0;
        double moving = 0;
        double density = 0;
        double slope = 0;
        double endSlope = 0;
        double logarithm = 0;
        double squaredSpeed = 0;
        for (int j = 0; j < steps; j++) {
            mesh.differences(u, j * n, 0, n, differences);
            for (int i = 0; i < n; i++) {
                double here = m[(j + 1) * n + i];
                double weight = mesh.weight[i] * here;
                if (weight > 0) {
                    for (int s = 0; s < sides; s++) {
                        q[s] = differences[s][i];
                    }
                    hamiltonian.gradient(costs.time(j + 1), mesh.position[i], q, here, gradient);
                    hamiltonian.hessian(costs.time(j + 1), mesh.position[i], q, here, hessian);
                    mass += weight;
                    density += weight * here;
                    slope += weight * costs.runningSlope(j + 1, i, here);
                    endSlope += j == steps - 1 ? weight * costs.endSlope(i, here) : 0;
                    for (int s = 0; s < sides; s++) {
                        double second = gradient[s] == 0 ? 0 : hessian[s * sides + s];
                        squaredSpeed += weight * gradient[s] * gradient[s];
                        logarithm += second > 0 ? weight * Math.log(second) : 0;
                        moving += second > 0 ? weight : 0;
                    }
                }
            }
        }
        double curvature = moving > 0 ? Math.exp(logarithm / moving) : 1;
        return new CrowdScales(density / mass, slope / mass, endSlope * steps / mass, curvature, squaredSpeed / mass);
    }
}
