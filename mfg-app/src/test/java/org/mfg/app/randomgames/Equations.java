package org.mfg.app.randomgames;

import java.util.Arrays;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.game.MeanFieldGame;

/**
 * The two equations of a slice of time as docs/mathematics.md has them, node by node and with full matrices:
 *
 * <pre>
 *   N(u, m) = -ν Δ_h u + g(x, D⁻u, D⁺u, m),      A(u, m) its derivative in u,      F[m] all running costs
 * </pre>
 */
final class Equations {
    private final RandomGame random;
    private final MeanFieldGame game;
    private final Nodes nodes;

    Equations(RandomGame random, Nodes nodes) {
        this.random = random;
        this.nodes = nodes;
        game = random.game();
    }

    /** N(u, m); 0 at exits. */
    double[] operator(double t, double[] u, double[] m) {
        double[] out = new double[nodes.size];
        for (int i = 0; i < nodes.size; i++) {
            if (!nodes.isExit[i]) {
                out[i] = flux(t, u, m, i).value();
                for (int k = 0; k < nodes.dimension; k++) {
                    double h = nodes.spacing[k];
                    out[i] -= random.viscosity() * (beyond(u, i, k, 1) - 2 * u[i] + beyond(u, i, k, 0)) / (h * h);
                }
            }
        }
        return out;
    }

    /** A(u, m), with rows and columns of 0 at exits. */
    double[][] derivative(double t, double[] u, double[] m) {
        double[][] matrix = new double[nodes.size][nodes.size];
        for (int i = 0; i < nodes.size; i++) {
            if (nodes.isExit[i]) {
                continue;
            }
            Flux flux = flux(t, u, m, i);
            for (int k = 0; k < nodes.dimension; k++) {
                double h = nodes.spacing[k];
                int lower = nodes.neighbour[k][0][i];
                int upper = nodes.neighbour[k][1][i];
                // At a wall the neighbour beyond is the mirrored one, and the difference across is 0.
                int below = lower < 0 ? upper : lower;
                int above = upper < 0 ? lower : upper;
                matrix[i][below] -= random.viscosity() / (h * h);
                matrix[i][above] -= random.viscosity() / (h * h);
                matrix[i][i] += 2 * random.viscosity() / (h * h);
                if (!isFlat(i, k, 0)) {
                    matrix[i][i] += flux.minus()[k] / h;
                    matrix[i][lower] -= flux.minus()[k] / h;
                }
                if (!isFlat(i, k, 1)) {
                    matrix[i][upper] += flux.plus()[k] / h;
                    matrix[i][i] -= flux.plus()[k] / h;
                }
            }
        }
        for (double[] row : matrix) {
            for (int l = 0; l < nodes.size; l++) {
                row[l] = nodes.isExit[l] ? 0 : row[l];
            }
        }
        return matrix;
    }

    /** W⁻¹ Aᵀ W m. */
    double[] adjoint(double[][] matrix, double[] m) {
        double[] out = new double[nodes.size];
        for (int i = 0; i < nodes.size; i++) {
            for (int l = 0; l < nodes.size; l++) {
                out[l] += matrix[i][l] * nodes.weight[i] * m[i];
            }
        }
        for (int l = 0; l < nodes.size; l++) {
            out[l] /= nodes.weight[l];
        }
        return out;
    }

    /** f(t, x) + F[m]. */
    double[] runningCost(double t, double[] m) {
        double[] cost = new double[nodes.size];
        for (int i = 0; i < nodes.size; i++) {
            cost[i] = game.runningCost().at(t, nodes.x[i]);
            for (Coupling coupling : game.couplings()) {
                cost[i] += coupling instanceof LocalCoupling local
                        ? local.value(t, nodes.x[i], m[i])
                        : random.strength() * convolution(m, i);
            }
        }
        return cost;
    }

    /** g + G[m]. */
    double[] terminalCost(double t, double[] m) {
        double[] cost = new double[nodes.size];
        for (int i = 0; i < nodes.size; i++) {
            cost[i] = game.terminalCost().at(nodes.x[i]);
            for (Coupling coupling : game.terminalCouplings()) {
                cost[i] += ((LocalCoupling) coupling).value(t, nodes.x[i], m[i]);
            }
        }
        return cost;
    }

    double[] initialDensity() {
        double[] m = new double[nodes.size];
        for (int i = 0; i < nodes.size; i++) {
            m[i] = nodes.isExit[i] ? 0 : game.initialDensity().at(nodes.x[i]);
        }
        double mass = mass(m);
        return Arrays.stream(m).map(mi -> mi / mass).toArray();
    }

    double mass(double[] m) {
        double mass = 0;
        for (int i = 0; i < nodes.size; i++) {
            mass += nodes.weight[i] * m[i];
        }
        return mass;
    }

    /** Σ w K_σ(x - y) m(y), with K the normal density on each axis, and its periodic images. */
    private double convolution(double[] m, int i) {
        double sum = 0;
        for (int l = 0; l < nodes.size; l++) {
            double kernel = 1;
            for (int k = 0; k < nodes.dimension; k++) {
                double length =
                        game.domain().axis(k).upper() - game.domain().axis(k).lower();
                int images = game.domain().axis(k).isPeriodic() ? 12 : 0;
                double onAxis = 0;
                for (int image = -images; image <= images; image++) {
                    double z = (nodes.x[i][k] - nodes.x[l][k] + image * length) / random.kernel();
                    onAxis += Math.exp(-z * z / 2) / (random.kernel() * Math.sqrt(2 * Math.PI));
                }
                kernel *= onAxis;
            }
            sum += nodes.weight[l] * kernel * m[l];
        }
        return sum;
    }

    private Flux flux(double t, double[] u, double[] m, int i) {
        double[] minus = new double[nodes.dimension];
        double[] plus = new double[nodes.dimension];
        for (int k = 0; k < nodes.dimension; k++) {
            minus[k] = isFlat(i, k, 0) ? 0 : (u[i] - u[nodes.neighbour[k][0][i]]) / nodes.spacing[k];
            plus[k] = isFlat(i, k, 1) ? 0 : (u[nodes.neighbour[k][1][i]] - u[i]) / nodes.spacing[k];
        }
        Slope slope = new Slope(game.hamiltonian(), t, nodes.x[i], m[i]);
        return random.isUpwind()
                ? Flux.upwind(game.hamiltonian(), slope, minus, plus, random.maxSpeed())
                : Flux.central(slope, minus, plus);
    }

    /** Whether a one-sided difference is 0 by the wall: of central ones both are where there is one. */
    private boolean isFlat(int i, int k, int side) {
        boolean isWall = nodes.neighbour[k][side][i] < 0;
        return isWall || (!random.isUpwind() && nodes.neighbour[k][1 - side][i] < 0);
    }

    private double beyond(double[] u, int i, int k, int side) {
        int neighbour = nodes.neighbour[k][side][i];
        return u[neighbour < 0 ? nodes.neighbour[k][1 - side][i] : neighbour];
    }
}
