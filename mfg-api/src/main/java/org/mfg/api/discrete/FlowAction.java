package org.mfg.api.discrete;

import org.mfg.api.grid.Grid;

/**
 * The action of a crowd's flow (Benamou and Brenier 2000, equations 4 to 7),
 *
 * <pre>
 *   T ∫∫ |J|²/m dx dt   >=   W₂²(m0, m(T)),      m_t + div J = 0,
 * </pre>
 *
 * <p>in units of length squared: the square of the Wasserstein distance between the first density and the last, where the flow is the cheapest one, as where H = |p|²/2, nothing diffuses and
 * nobody minds the others. J is what the forward sweep {@linkplain DiscreteGame#crossedMass moves}, noise and the scheme's own viscosity included, at a node the mean of what passes on both sides; m̄ is the mean of
 * both ends of a time step:
 *
 * <pre>
 *   T Σ_j Δt Σ w |J|² / m̄
 * </pre>
 *
 * <p>Near the cheapest flow it differs from the minimum by the square of what the flow differs, so that errors of first order in h and Δt, as those of m, are errors of second order here. What agents pay is
 * of first order: they pay for walking against the scheme's viscosity, which moves nobody.
 */
public final class FlowAction {
    private FlowAction() {}

    /**
     * The action, where m = forward(u).
     *
     * @throws org.mfg.api.InvalidInputException if the scheme does not tell what passes between nodes, or the places are no grid
     */
    public static double of(DiscreteGame game, double[] u, double[] m) {
        Grid grid = game.grid();
        double[] crossed = new double[grid.size()];
        double action = 0;
        for (int j = 0; j < game.time().steps(); j++) {
            for (int k = 0; k < grid.domain().positionAxes(); k++) {
                game.crossedMass(u, m, j, k, crossed);
                action += along(grid, k, crossed, m, j * crossed.length)
                        / game.time().step(j);
            }
        }
        return action * game.time().horizon();
    }

    /** Δt² Σ w |J_k|²/m̄ of the step that begins at an entry of m. */
    private static double along(Grid grid, int k, double[] crossed, double[] m, int at) {
        int n = crossed.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int lower = grid.neighbour(i, 2 * k);
            double moment = 0.5 * (crossed[i] + (lower < 0 ? 0 : crossed[lower])) * grid.cellWidth(i, k);
            double mass = 0.5 * grid.weight(i) * (m[at + i] + m[at + n + i]);
            sum += mass > 0 ? moment * moment / mass : 0;
        }
        return sum;
    }
}
