package org.mfg.solvers.newton;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.solvers.direct.SpaceTimeElimination;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Parallel;

/**
 * Solves the linear systems of Newton's method in the drift,
 *
 * <pre>
 *   L du - F' dm = -r,   L* dm + C du = b        so        A du = -(r - F' L*⁻¹ b)
 * </pre>
 *
 * <p>by GMRES, with the {@linkplain CoupledSystem two forms} of A; exactly, once a system took more work than that would. The right-hand side may be a thousand times as long as what is to be left: C du, of
 * a curvature that is large where agents rest, makes up for most of b. So the vectors are kept in double precision.
 */
final class DriftSystem {
    /** The most operations of an exact solution: some seconds on one processor, 200 nodes and steps. */
    private static final double MOST_OPERATIONS = 5e9;
    /** The operations of a sweep at a node. */
    private static final double OPERATIONS_OF_SWEEP = 250;
    /** Of the right-hand side at most so much is left. */
    private static final double LOOSEST = 0.1;

    private final CoupledSystem krylov;
    private final int steps;
    private final int n;
    private final DiscreteGame game;
    private final boolean isSmall;
    private final int exactSweeps;
    private @Nullable SpaceTimeElimination elimination;
    private int exactSystems;
    private final double[] source;
    private final double[] dm;
    private final double[] slope;

    DriftSystem(DiscreteGame game, KrylovSettings settings, WorkFields fields) {
        this.game = game;
        krylov = new CoupledSystem(game, settings, new Gmres(settings.memory(), Parallel.of(game), fields), fields);
        steps = game.time().steps();
        n = game.space().size();
        double operations = SpaceTimeElimination.operations(game);
        isSmall = operations <= MOST_OPERATIONS;
        exactSweeps = (int) Math.min(Integer.MAX_VALUE, Math.ceil(operations / (OPERATIONS_OF_SWEEP * game.size())));
        source = new double[game.size()];
        dm = new double[game.size()];
        slope = new double[n];
    }

    /**
     * Solves for du.
     *
     * @param goal the length that may be left of the first equation, the second holding
     * @return the work, in linear forward-backward sweeps
     */
    int solve(StepwiseLinearization a, double[] r, double[] b, double[] du, double goal) {
        if (elimination != null) {
            for (int i = 0; i < source.length; i++) {
                source[i] = -r[i];
            }
            elimination.solve(a, source, b, du, dm);
            exactSystems++;
            return exactSweeps;
        }
        double length = eliminate(a, r, b, du);
        int sweeps = 1 + krylov.solve(a, source, du, Math.min(LOOSEST, goal / length));
        if (isSmall && sweeps > exactSweeps) {
            elimination = new SpaceTimeElimination(game);
        }
        return sweeps;
    }

    /** Writes r - F' L*⁻¹ b into the source, and gives its length. */
    private double eliminate(StepwiseLinearization a, double[] r, double[] b, double[] du) {
        Arrays.fill(du, 0);
        a.forward(du, b, dm);
        double sum = 0;
        for (int j = 0; j <= steps; j++) {
            a.reaction(j, slope, 0);
            // The cost of a step is that of the density at its end.
            int density = Math.min(j + 1, steps) * n;
            for (int i = 0; i < n; i++) {
                int at = j * n + i;
                source[at] = r[at] - slope[i] * dm[density + i];
                sum += source[at] * source[at];
            }
        }
        return Math.sqrt(sum);
    }

    /** How systems were solved, in a sentence; empty if by sweeps alone. */
    String account() {
        return exactSystems == 0
                ? krylov.account()
                : exactSystems + " linear systems of this grid were solved exactly.";
    }
}
