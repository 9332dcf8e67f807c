package org.mfg.solvers.newton;

import java.util.Arrays;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.discrete.WorkFields;
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
    /** Of the right-hand side at most so much is left. */
    private static final double LOOSEST = 0.1;

    private final CoupledSystem krylov;
    private final int steps;
    private final int n;
    private final ExactSystem exact;
    private boolean isExact;
    private final double[] source;
    private final double[] dm;
    private final double[] slope;

    DriftSystem(DiscreteGame game, KrylovSettings settings, WorkFields fields) {
        exact = new ExactSystem(game);
        krylov = new CoupledSystem(game, settings, new Gmres(settings.memory(), Parallel.of(game), fields), fields);
        steps = game.time().steps();
        n = game.space().size();
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
        if (isExact) {
            exact.solve(a, r, b, du);
            return exact.cost();
        }
        double length = eliminate(a, r, b, du);
        double tolerance = Math.min(LOOSEST, goal / length);
        int sweeps = 1
                + krylov.solve(a, source, du, tolerance, Double.POSITIVE_INFINITY)
                        .sweeps();
        isExact = exact.isPossible(a) && sweeps > exact.cost();
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
        String solutions = exact.account();
        return solutions.isEmpty() ? krylov.account() : solutions;
    }
}
