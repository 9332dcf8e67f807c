package org.mfg.models.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * What is left of both equations when an exact solution is put in, at one point, by differences of fourth order. F is
 * the right-hand side of the Hamilton-Jacobi-Bellman equation there, given by the test. For H = ½ mobility |p|² only.
 */
final class EquationResiduals {
    private static final double STEP = 2e-3;

    private final ExactSolution exact;
    private final double viscosity;

    private final double mobility;

    /** For H = |p|²/2. */
    EquationResiduals(MeanFieldGame game) {
        this(game, 1);
    }

    EquationResiduals(MeanFieldGame game, double mobility) {
        this.mobility = mobility;
        exact = game.exactSolution().orElseThrow();
        viscosity = game.diffusion().viscosity().orElseThrow();
    }

    private interface Field {
        double at(double t, double[] x);
    }

    /** -∂t u - ν Δu + H(∇u) - F. */
    double hamiltonJacobiBellman(double t, double[] x, double cost) {
        double residual = -slope(exact::value, t, x, -1) - cost;
        for (int k = 0; k < x.length; k++) {
            double p = slope(exact::value, t, x, k);
            residual += -viscosity * curvature(exact::value, t, x, k) + 0.5 * mobility * p * p;
        }
        return residual;
    }

    /** ∂t m - ν Δm - mobility (∇m·∇u + m Δu). */
    double fokkerPlanck(double t, double[] x) {
        double residual = slope(exact::density, t, x, -1);
        double m = exact.density(t, x);
        for (int k = 0; k < x.length; k++) {
            residual -= viscosity * curvature(exact::density, t, x, k);
            residual -= mobility * slope(exact::density, t, x, k) * slope(exact::value, t, x, k);
            residual -= mobility * m * curvature(exact::value, t, x, k);
        }
        return residual;
    }

    /**
     * At a hundred random nodes both residuals of a game in the plane are 0, with the cost of its own coupling and the exact density.
     *
     * @param within what differences of values up to about 30 leave
     */
    static void assertSolvedInThePlane(MeanFieldGame game, double t, double within) {
        Grid grid = Grid.of(game.domain(), 161);
        double[] cost = new double[2 * grid.size()];
        game.couplings().get(0).on(grid, new TimeGrid(t, 1)).addValue(density(game, grid, t), 1, 1, cost);
        EquationResiduals residuals = new EquationResiduals(game);
        Random random = new Random(5);
        double[] x = new double[2];
        for (int trial = 0; trial < 100; trial++) {
            int node = random.nextInt(grid.size());
            grid.position(node, x);
            assertThat(residuals.hamiltonJacobiBellman(t, x, cost[grid.size() + node]))
                    .isEqualTo(0, within(within));
            assertThat(residuals.fokkerPlanck(t, x)).isEqualTo(0, within(within));
        }
    }

    /** The exact density at the end of one step to t. */
    static double[] density(MeanFieldGame game, Grid grid, double t) {
        ExactSolution exact = game.exactSolution().orElseThrow();
        double[] m = new double[2 * grid.size()];
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            m[grid.size() + i] = exact.density(t, x);
        }
        return m;
    }

    /** ∂u/∂x_k. */
    double valueSlope(double t, double[] x, int k) {
        return slope(exact::value, t, x, k);
    }

    /** ∂m/∂x_k. */
    double densitySlope(double t, double[] x, int k) {
        return slope(exact::density, t, x, k);
    }

    /** The first derivative along axis k, or in time for k = -1. */
    private static double slope(Field f, double t, double[] x, int k) {
        double near = moved(f, t, x, k, STEP) - moved(f, t, x, k, -STEP);
        double far = moved(f, t, x, k, 2 * STEP) - moved(f, t, x, k, -2 * STEP);
        return (8 * near - far) / (12 * STEP);
    }

    private static double curvature(Field f, double t, double[] x, int k) {
        double near = moved(f, t, x, k, STEP) + moved(f, t, x, k, -STEP);
        double far = moved(f, t, x, k, 2 * STEP) + moved(f, t, x, k, -2 * STEP);
        return (16 * near - far - 30 * f.at(t, x)) / (12 * STEP * STEP);
    }

    private static double moved(Field f, double t, double[] x, int k, double e) {
        if (k < 0) {
            return f.at(t + e, x);
        }
        double[] y = x.clone();
        y[k] += e;
        return f.at(t, y);
    }
}
