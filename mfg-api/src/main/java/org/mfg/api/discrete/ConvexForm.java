package org.mfg.api.discrete;

/**
 * A discrete game with a potential as a convex problem in the density m and the fluxes ω, what Lasry and Lions (2007) and Benamou, Carlier
 * and Santambrogio (2017) do in continuous terms, for the scheme itself (Briceño-Arias, Kalise and Silva 2018):
 *
 * <pre>
 *   minimise   Σ_j Δt Σ w [ m^{j+1} g*(ω^j / m^{j+1}) + f m^{j+1} + U(m^{j+1}) ] + Σ w [ g m(T) + U_T(m(T)) ]
 *   subject to the discrete Fokker-Planck equation, linear in (m, ω),   U' = F,   U_T' = G.
 * </pre>
 *
 * <p>and, where the game has them, m(T) = m_T in place of costs at the end, and m ≤ m_max at the levels after the first. g* is the conjugate of the numerical Hamiltonian; ω_s = m ∂g/∂q_s at the minimum, and the multiplier of the constraint is the value
 * function. A <em>flow</em> is a pair (m, ω): one array for m and one for each side s, each of the levels 1 ... steps, row-major, time slowest. Two maps
 * of flows are all a proximal method needs, both in the metric
 *
 * <pre>
 *   |(m, ω)|² = Σ_j Δt Σ w [ a m² + b Σ_s r_s ω_s² ]
 * </pre>
 *
 * <p>of weights a, of the size of F', and b, of that of 1/(m H_pp), with factors r_s of the grid (½ or 1).
 */
public interface ConvexForm {

    /** The number of arrays of a flow: one for the density, and one for each side. */
    int components();

    /** The number of entries of each array of a flow: time steps times nodes. */
    int size();

    /**
     * Writes the flow that minimises half the square of its distance from the given one plus its cost, without the constraint. Densities are
     * at least 0, and fluxes are 0 where they are.
     *
     * @param flow from where; left as it is
     * @param nearest on entry a guess of the densities (any finite values), on return the minimiser
     */
    void proximal(double[][] flow, double[][] nearest);

    /**
     * Writes what the last {@link #proximal} took from agents where the crowd is at its limits, multipliers of the problem at its solution: the pressure of a ceiling, a field (not its first level), and
     * the cost at the end that leads to a target. Where the crowd is not limited they are 0, and stay as they are in a game without limits.
     *
     * @param end one level
     */
    void tolls(double[] pressure, double[] end);

    /**
     * Writes the flow nearest to the given one that satisfies the Fokker-Planck equation.
     *
     * @param flow from where; left as it is
     */
    void project(double[][] flow, double[][] nearest);

    /**
     * Fits the metric to a strategy and the population that plays it, and writes the flow from which {@link #project} leads to that population by the step that has u as multiplier: a fixed
     * point of methods that alternate between both maps, if u is the best response to m. Comes before the first use of either.
     *
     * @param u the strategy, a field
     * @param m the population that plays it, a field
     */
    void enter(double[] u, double[] m, double[][] flow);
}
