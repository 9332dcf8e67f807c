package org.mfg.api.game;

import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * A mean field game (Lasry and Lions 2007): find the value function u and the density m with
 *
 * <pre>
 *   -∂t u - ν Δu + H(x, ∇u, m) = f(t, x) + Σ F[m](t, x)      u(T, x) = g(x) + Σ G[m(T)](x)
 *    ∂t m - ν Δm - div(m H_p(x, ∇u, m)) = 0                  m(0, x) = m0(x)
 * </pre>
 *
 * <p>with the jumps of {@link org.mfg.api.grid.States} where the domain has states;
 *
 * <p>or, for a {@linkplain #isStationary stationary} game, u, m and for an ergodic one the constant ρ with
 *
 * <pre>
 *   ergodic:     ρ - ν Δu + H(x, ∇u, m) = f(x) + Σ F[m](x)       ∫ m u = 0
 *   discounted:  r u - ν Δu + H(x, ∇u, m) = f(x) + Σ F[m](x)
 *   both:           - ν Δm - div(m H_p(x, ∇u, m)) = 0            ∫ m = 1.
 * </pre>
 *
 * <p>A stationary game has one time step, which begins as it ends. Of an ergodic game it takes T = 1: u(t, x) = u(x) + ρ (T - t),
 * and m(t, x) = m(x) is a solution of the first system for every T. Of a discounted one it takes T = 1/r, and u(T, x) = 0.
 *
 * <p>Immutable and grid-free. Its parts are meant to be pure functions; then it is safe to share between threads.
 */
public final class MeanFieldGame {
    private final String name;
    private final Domain domain;
    private final double horizon;
    private final boolean stationary;
    private final double discount;
    private final double viscosity;
    private final Hamiltonian hamiltonian;
    private final SpaceTimeFunction runningCost;
    private final List<Coupling> couplings;
    private final SpaceFunction terminalCost;
    private final List<Coupling> terminalCouplings;
    private final SpaceFunction initialDensity;
    private final Optional<ExactSolution> exactSolution;

    MeanFieldGame(MeanFieldGameBuilder b) {
        name = b.name;
        domain = b.required(b.domain, "domain");
        horizon = b.horizon();
        stationary = b.isStationary();
        discount = b.discount();
        viscosity = b.required(b.viscosity, "viscosity");
        hamiltonian = b.required(b.hamiltonian, "hamiltonian");
        runningCost = b.runningCost;
        couplings = List.copyOf(b.couplings());
        terminalCost = b.terminalCost();
        terminalCouplings = List.copyOf(b.terminalCouplings());
        initialDensity =
                stationary && b.initialDensity == null ? x -> 1 : b.required(b.initialDensity, "initial density");
        exactSolution = b.exactSolutionOf(this);
        if (stationary) {
            requireRecurrence();
        }
    }

    /** A crowd that stays for ever must go everywhere, and nobody may leave. */
    private void requireRecurrence() {
        int axis = domain.statesAxis();
        if (axis >= 0 && !domain.axis(axis).states().orElseThrow().isConnected()) {
            throw InvalidInputException.because(
                    "domain", "domain of a stationary game must have jumps up and down between all of its states");
        }
        if (axis < 0 && viscosity == 0) {
            throw InvalidInputException.of("viscosity", "be > 0 in a stationary game", viscosity);
        }
        if (domain.hasExits()) {
            throw InvalidInputException.because(
                    "domain", "domain of a stationary game must not have exits: in the long run nobody would be left");
        }
    }

    /** Whether everything that determines an equilibrium is the same in both games; the start of a stationary one does not. */
    boolean hasEquilibriaOf(MeanFieldGame other) {
        return domain.equals(other.domain)
                && horizon == other.horizon
                && stationary == other.stationary
                && discount == other.discount
                && viscosity == other.viscosity
                && hamiltonian.equals(other.hamiltonian)
                && runningCost.equals(other.runningCost)
                && couplings.equals(other.couplings)
                && terminalCost.equals(other.terminalCost)
                && terminalCouplings.equals(other.terminalCouplings)
                && (stationary || initialDensity.equals(other.initialDensity));
    }

    /** A builder for a game of the given name. */
    public static MeanFieldGameBuilder builder(String name) {
        return new MeanFieldGameBuilder(name);
    }

    /** A builder that starts from this game, to change a part of it. */
    public MeanFieldGameBuilder toBuilder() {
        return new MeanFieldGameBuilder(this);
    }

    /** The name of the game. */
    public String name() {
        return name;
    }

    /** The state space. */
    public Domain domain() {
        return domain;
    }

    /** The final time T > 0; of a stationary game the length of its one time step. */
    public double horizon() {
        return horizon;
    }

    /** Whether this is a game without beginning or end. */
    public boolean isStationary() {
        return stationary;
    }

    /** The rate r > 0 at which a discounted stationary game discounts costs; 0 for any other. */
    public double discount() {
        return discount;
    }

    /** Whether this is an ergodic game: a stationary one in which agents pay what they pay on average. */
    public boolean isErgodic() {
        return stationary && discount == 0;
    }

    /** The viscosity ν >= 0; an agent follows dX = a dt + sqrt(2ν) dW. */
    public double viscosity() {
        return viscosity;
    }

    /** The Hamiltonian H(x, p, m). */
    public Hamiltonian hamiltonian() {
        return hamiltonian;
    }

    /** The running cost f(t, x) that does not depend on the crowd; 0 unless given. */
    public SpaceTimeFunction runningCost() {
        return runningCost;
    }

    /** The running couplings F[m]; they add up. */
    public List<Coupling> couplings() {
        return couplings;
    }

    /** The terminal cost g(x) that does not depend on the crowd; 0 unless given. */
    public SpaceFunction terminalCost() {
        return terminalCost;
    }

    /** The terminal couplings G[m(T)]; they add up. */
    public List<Coupling> terminalCouplings() {
        return terminalCouplings;
    }

    /**
     * The initial density, up to a positive factor: it is normalised on the grid. Of a stationary game, where solvers begin to
     * look; uniform unless given.
     */
    public SpaceFunction initialDensity() {
        return initialDensity;
    }

    /** The known equilibrium, where there is one. */
    public Optional<ExactSolution> exactSolution() {
        return exactSolution;
    }
}
