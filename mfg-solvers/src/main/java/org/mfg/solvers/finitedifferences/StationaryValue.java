package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.NumericalFailureException;
import org.mfg.solvers.linalg.SliceSystems;

/**
 * The value function of the best response to a stationary crowd: Newton's method on
 *
 * <pre>
 *   ergodic:     ρ + N(u) = 0,  Σ w m u = 0        N(u) = -ν Δ_h u + g(Du, m) - f - F[m]
 *   discounted:  r u + N(u) = 0
 * </pre>
 *
 * <p>which for the convex g is Howard's policy iteration: each step takes the long-run cost of a policy, and the policy that is best
 * given that cost (Howard 1960). The long-run cost of a poor policy may be enormous where the viscosity is small: a crowd in two places
 * that hardly mix. So the ergodic equation is first stepped in time, implicitly, until the value falls at about the same rate
 * everywhere: no policy that is best for some cost to go is poor in this way. Where that is not near enough for Newton's method, it is stepped
 * further; and where the crowd mixes so slowly that round-off decides on the difference between two places, so that Newton's steps never settle,
 * as far as rates get flatter.
 */
final class StationaryValue {
    /** The rates at which the value falls may differ by this part of what the costs differ by. */
    private static final double FLATNESS = 0.1;

    private static final double FLATTEST = 1e-9;
    /** What round-off in u may add to the rates is far less. */
    private static final double ROUND_OFF = 1e-8;

    private static final int MAX_TIME_STEPS = 50;

    private final Mesh mesh;
    private final ParallelAssembly assembly;
    private final ParallelAssembly mixing;
    private final Costs costs;
    private final RecurrentSystems systems;
    private final SliceNewton ergodic;
    private final SliceNewton timeStep;
    private double[] cost = new double[0];
    private final double[] rate;

    /**
     * @param assembly of the game's time step
     * @param mixing of the long time step τ
     * @param systems for the ergodic equation
     * @param oneStep room for one slice, for the game's time step
     */
    StationaryValue(
            Mesh mesh,
            ParallelAssembly assembly,
            ParallelAssembly mixing,
            Costs costs,
            RecurrentSystems systems,
            SliceSystems oneStep) {
        this.mesh = mesh;
        this.assembly = assembly;
        this.mixing = mixing;
        this.costs = costs;
        this.systems = systems;
        ergodic = new SliceNewton(mesh, mixing, systems);
        timeStep = new SliceNewton(mesh, assembly, oneStep);
        rate = new double[mesh.size];
    }

    /** Solves the ergodic equation from the guess in u: its levels become u + ρ and u. */
    void solveErgodic(double[] m, double[] u) {
        prepare(m, u);
        double differences = Math.max(spread(cost, mesh.size), ROUND_OFF);
        double flattest = FLATTEST * differences;
        double flat = FLATNESS * differences;
        stepInTime(m, u, flat);
        boolean isSolved = iterate(m, u, flat);
        while (!isSolved && flat > flattest) {
            flat = FLATNESS * Math.min(flat, spread(rate, 0));
            stepInTime(m, u, flat);
            isSolved = iterate(m, u, flat);
        }
        if (spread(rate, 0) > flattest) {
            settle(m, u);
        }
        if (!isSolved && spread(rate, 0) > flattest) {
            throw new NumericalFailureException("Hamilton-Jacobi-Bellman", 0, 0, "no ergodic solution was found");
        }
        normalize(m, u);
    }

    /** Newton's method on the ergodic equation; restores u and returns false if the rates do not stay as flat as they are. */
    private boolean iterate(double[] m, double[] u, double flat) {
        int n = mesh.size;
        System.arraycopy(u, 0, u, n, n);
        try {
            newton(m, u);
            rates(m, u);
            if (spread(rate, 0) <= flat + ROUND_OFF * Math.max(1, spread(u, 0))) {
                return true;
            }
        } catch (NumericalFailureException failure) {
            // As if the rates were not flat: time steps lead on.
        }
        System.arraycopy(u, n, u, 0, n);
        rates(m, u);
        return false;
    }

    private void newton(double[] m, double[] u) {
        int n = mesh.size;
        ergodic.solve(0, u, 0, (residual, jacobian) -> {
            mixing.linearize(u, 0, 0, m, cost, n, residual, 0, jacobian);
            double mean = systems.mean(u, 0);
            for (int i = 0; i < n; i++) {
                residual[i] += mean;
            }
            clearFixed(residual);
        });
    }

    /** Writes u + ρ and u with Σ w m u = 0, given the rates -ρ. */
    private void normalize(double[] m, double[] u) {
        int n = mesh.size;
        double constant = -systems.mean(rate, 0);
        double mean = 0;
        double mass = 0;
        for (int i = 0; i < n; i++) {
            mean += mesh.weight[i] * m[n + i] * u[i];
            mass += mesh.weight[i] * m[n + i];
        }
        for (int i = 0; i < n; i++) {
            u[i] += (constant - mean) / mass;
            u[n + i] = u[i] - constant;
        }
        clearFixed(u);
    }

    /** Solves the discounted equation from the guess in u: its levels become u and 0. */
    void solveDiscounted(double[] m, double[] u) {
        int n = mesh.size;
        prepare(m, u);
        Arrays.fill(u, n, 2 * n, 0);
        solveTimeStep(m, u);
    }

    /** Steps u back in time until its rates N(u) differ by at most {@code flat}, or for many steps. */
    private void stepInTime(double[] m, double[] u, double flat) {
        rates(m, u);
        for (int k = 0; k < MAX_TIME_STEPS && spread(rate, 0) > flat; k++) {
            stepInTime(m, u);
        }
    }

    /** Steps u back in time while that makes its rates flatter, to round-off in the end. */
    private void settle(double[] m, double[] u) {
        double before;
        do {
            before = spread(rate, 0);
            stepInTime(m, u);
        } while (spread(rate, 0) < 0.5 * before);
    }

    private void stepInTime(double[] m, double[] u) {
        int n = mesh.size;
        double mean = systems.mean(u, 0);
        for (int i = 0; i < n; i++) {
            u[n + i] = u[i] - mean;
            u[i] = u[n + i];
        }
        clearFixed(u);
        solveTimeStep(m, u);
        rates(m, u);
    }

    /** Computes N(u), at which u falls: -ρ everywhere once it is the solution. */
    private void rates(double[] m, double[] u) {
        assembly.residual(u, 0, 0, m, cost, mesh.size, rate, 0);
    }

    /** The largest less the smallest entry of a slice, of the nodes where agents can be. */
    private double spread(double[] v, int at) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < mesh.size; i++) {
            if (mesh.weight[i] > 0) {
                smallest = Math.min(smallest, v[at + i]);
                largest = Math.max(largest, v[at + i]);
            }
        }
        return largest - smallest;
    }

    /** Solves for the first level of u from the second, one time step before it. */
    private void solveTimeStep(double[] m, double[] u) {
        int n = mesh.size;
        timeStep.solve(0, u, 0, (residual, jacobian) -> assembly.linearize(u, 0, n, m, cost, n, residual, 0, jacobian));
    }

    private void prepare(double[] m, double[] u) {
        cost = costs.running(m);
        clearFixed(u);
    }

    /** At walls u is 0, of both levels. */
    private void clearFixed(double[] u) {
        for (int at = 0; at < u.length; at += mesh.size) {
            for (int node : mesh.fixed) {
                u[at + node] = 0;
            }
        }
    }
}
