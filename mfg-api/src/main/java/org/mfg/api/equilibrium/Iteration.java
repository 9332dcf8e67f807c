package org.mfg.api.equilibrium;

/**
 * One line of a solver's history. Its iterate is a pair (u, m): a strategy and the population that plays it. Defect and exploitability
 * cost a best response, as much as an iteration of some solvers: they are NaN where a solver did not measure them, never at its last
 * iterate.
 *
 * @param index the number of the iteration, from 0 for the initial guess
 * @param hjbResidual max over levels and nodes of Δt |R_hjb| / max(1, min(max |u|, 1000 d)), d the largest difference of u between two places at a time
 * @param fpResidual max over levels of Σ w Δt |R_fp|
 * @param defect the fixed-point defect ‖Φ(m) - m‖ / ‖m‖, Φ = forward after backward sweep, in the discrete L²
 * @param exploitability what one agent gains by leaving the strategy u for its best response to m
 * @param massDrift max over levels of |Σ w m - 1|, exits counted
 * @param minDensity the smallest value of m
 * @param step the relaxation, averaging weight or step length used to reach this iterate; 1 for a full step
 * @param sweeps the forward-backward sweeps that this iteration took: linear ones (Krylov steps) of methods that linearise,
 *     nonlinear ones of those that do not
 * @param seconds the time since the solve began, in seconds
 */
public record Iteration(
        int index,
        double hjbResidual,
        double fpResidual,
        double defect,
        double exploitability,
        double massDrift,
        double minDensity,
        double step,
        int sweeps,
        double seconds) {

    /** The larger of the two residuals: the number that decides convergence. */
    public double residual() {
        return Math.max(hjbResidual, fpResidual);
    }

    /** It with a best response measured. */
    public Iteration withResponse(double newDefect, double newExploitability) {
        return new Iteration(
                index,
                hjbResidual,
                fpResidual,
                newDefect,
                newExploitability,
                massDrift,
                minDensity,
                step,
                sweeps,
                seconds);
    }

    /** It of a solve that began some seconds earlier. */
    public Iteration after(double earlier) {
        return new Iteration(
                index,
                hjbResidual,
                fpResidual,
                defect,
                exploitability,
                massDrift,
                minDensity,
                step,
                sweeps,
                seconds + earlier);
    }
}
