package org.mfg.solvers.fictitiousplay;

import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.belief.BeliefIteration;
import org.mfg.solvers.belief.BestResponse;

/**
 * Fictitious play: agents believe in a weighted average b of all populations so far, and play their best response to it
 * (Cardaliaguet and Hadikhanloo 2017, ESAIM: COCV 23, 569-591).
 *
 * <pre>
 *   u_k = backward(b_k),   m_k = forward(u_k),   b_{k+1} = b_k + w_k (m_k - b_k)
 *   averaging:     w_k = 2/(k + 2), k = 0, 1, ...
 *   line search:   w_k the first of 2 w_{k-1} (at most 1), and its halves, that reduces the defect ‖Φ(b) - b‖
 * </pre>
 *
 * <p>Averaging converges for monotone and for potential games from any start, but slowly: the exploitability falls like 1/k or
 * little faster. It is the generalised Frank-Wolfe method with its open-loop step (Geist et al. 2022; Lavigne and Pfeiffer
 * 2023, who also search for the step, on the potential of the game). The search here needs no potential; it gives linear
 * convergence where the averaging weights are too careful.
 *
 * <p>An iteration costs a nonlinear backward and a forward sweep; with the line search, one of each for every weight
 * tried. Memory: four fields.
 */
public final class FictitiousPlaySolver implements EquilibriumSolver {
    private static final String ADVICE =
            "It is slow by nature: try a larger tolerance, its line search, or solver anderson or newton.";
    private static final double SUFFICIENT_DECREASE = 1e-3;
    private static final double SMALLEST_WEIGHT = 1e-4;

    private final StoppingRule rule;
    private final boolean lineSearch;

    /**
     * @param rule when to stop
     * @param lineSearch whether to search for the weights instead of taking 2/(k + 2)
     */
    public FictitiousPlaySolver(StoppingRule rule, boolean lineSearch) {
        this.rule = rule;
        this.lineSearch = lineSearch;
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        BeliefIteration iteration = lineSearch ? FictitiousPlaySolver::search : FictitiousPlaySolver::average;
        return iteration.solve(game, start, new SolveLog(game, rule, monitor, ADVICE));
    }

    private static void average(double[] belief, BestResponse response, SolveLog log) {
        response.to(belief);
        double weight = 1;
        for (int k = 0; !log.record(response.u(), response.m(), weight, 1); k++) {
            weight = 2.0 / (k + 2);
            for (int i = 0; i < belief.length; i++) {
                belief[i] += weight * (response.m()[i] - belief[i]);
            }
            response.to(belief);
        }
    }

    private static void search(double[] start, BestResponse response, SolveLog log) {
        double[] belief = start;
        double[] trial = new double[belief.length];
        double[] population = new double[belief.length];
        response.to(belief);
        double weight = 0.5;
        int sweeps = 1;
        while (!log.record(response.u(), response.m(), weight, sweeps)) {
            double defect = response.distanceTo(belief);
            System.arraycopy(response.m(), 0, population, 0, population.length);
            weight = Math.min(1, 2 * weight);
            sweeps = 0;
            boolean found = false;
            while (!found && weight >= SMALLEST_WEIGHT) {
                for (int i = 0; i < trial.length; i++) {
                    trial[i] = belief[i] + weight * (population[i] - belief[i]);
                }
                response.to(trial);
                sweeps++;
                found = response.distanceTo(trial) <= (1 - SUFFICIENT_DECREASE * weight) * defect;
                weight = found ? weight : weight / 2;
            }
            if (!found) {
                log.stop(Status.STALLED, "no weight of the new population reduces the defect");
                return;
            }
            double[] swap = belief;
            belief = trial;
            trial = swap;
        }
    }
}
