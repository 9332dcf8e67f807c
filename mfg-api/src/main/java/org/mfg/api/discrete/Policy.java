package org.mfg.api.discrete;

/**
 * What the agents of a discrete game do and pay in each of its time steps if they play the value function u in the crowd m: the
 * strategy that the backward sweep makes u of, and the forward sweep m of. With the momenta that the scheme takes at a node, of u at the
 * levels and against the densities that it pairs in that step,
 *
 * <pre>
 *   drift         a = -H_p(x, ∇u, m)
 *   running cost  ℓ = L(x, a, m) + f(t, x) + F[m](t, x),   L = p·H_p - H.
 * </pre>
 *
 * <p>It is the policy that the scheme is the cost of: where u solves the backward sweep and m the forward sweep, with λ^j the {@linkplain
 * DiscreteGame#stepDensity density of step j},
 *
 * <pre>
 *   Σ w m0 u(0) = Σ_j Δt Σ w λ^j ℓ^j + Σ w m(T) u(T) + what those who leave pay,
 * </pre>
 *
 * <p>to round-off, without a discount and a horizon at once and without a mass source; of a stationary game, whose one step is step 0, with the two
 * levels that solvers see.
 *
 * <p>At a state constraint no drift leads out, and ℓ is the cost of not following one. At a reflecting wall agents may press against it: the
 * drift is then the one that is reflected. At an exit it is the drift of those who are about to leave. In obstacles, where nobody is, both are 0,
 * and so is the drift along an axis of states.
 *
 * <p>Evaluated when asked for, a time step at once, so that callers should go through one step after the other. Neither u nor m may change
 * meanwhile. An instance owns its work arrays: one thread at a time.
 */
public interface Policy {

    /**
     * The drift of an agent, in units of the axis per unit of time.
     *
     * @param step the time step, from 0 to steps - 1
     * @param node the flat index of a node
     * @param axis the axis, from 0
     */
    double drift(int step, int node, int axis);

    /** What an agent pays per unit of time, at a node in a time step. */
    double runningCost(int step, int node);
}
