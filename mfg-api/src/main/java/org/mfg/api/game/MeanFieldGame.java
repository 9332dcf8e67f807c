package org.mfg.api.game;

import java.util.List;
import java.util.Optional;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * A finite-horizon mean field game (Lasry and Lions 2007): find the value function u and the density m with
 *
 * <pre>
 *   -∂t u - ν Δu + H(x, ∇u, m) = f(t, x) + Σ F[m](t, x)      u(T, x) = g(x) + Σ G[m(T)](x)
 *    ∂t m - ν Δm - div(m H_p(x, ∇u, m)) = 0                  m(0, x) = m0(x)
 * </pre>
 *
 * <p>Immutable and grid-free. Its parts are meant to be pure functions; then it is safe to share between threads.
 */
public final class MeanFieldGame {
    private final String name;
    private final Domain domain;
    private final double horizon;
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
        horizon = b.required(b.horizon, "horizon");
        viscosity = b.required(b.viscosity, "viscosity");
        hamiltonian = b.required(b.hamiltonian, "hamiltonian");
        runningCost = b.runningCost;
        couplings = List.copyOf(b.couplings);
        terminalCost = b.terminalCost;
        terminalCouplings = List.copyOf(b.terminalCouplings);
        initialDensity = b.required(b.initialDensity, "initial density");
        exactSolution = Optional.ofNullable(b.exactSolution);
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

    /** The final time T > 0. */
    public double horizon() {
        return horizon;
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

    /** The initial density, up to a positive factor: it is normalised on the grid. */
    public SpaceFunction initialDensity() {
        return initialDensity;
    }

    /** The known equilibrium, where there is one. */
    public Optional<ExactSolution> exactSolution() {
        return exactSolution;
    }
}
