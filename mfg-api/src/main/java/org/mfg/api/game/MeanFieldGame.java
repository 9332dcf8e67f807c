package org.mfg.api.game;

import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * A mean field game (Lasry and Lions 2007): find the value function u and the density m with
 *
 * <pre>
 *   -∂t u + r u - Σ_k D_k ∂²_k u + H(t, x, ∇u, m) = f(t, x) + Σ F[m](t, x)    u(T, x) = g(x) + Σ G[m(T)](x)
 *    ∂t m - Σ_k ∂²_k(D_k m) - div(m H_p(t, x, ∇u, m)) = s(t, x)              m(0, x) = m0(x)
 * </pre>
 *
 * <p>with the jumps of {@link org.mfg.api.grid.States} where the domain has states, and where agents {@linkplain #death die} with η u on the left of the first equation
 * and η (m_b - m) on the right of the second, of stationary games too. The end may be a {@linkplain #targetDensity target} in place of a cost,
 * and the density may have a {@linkplain #ceiling ceiling}, whose pressure P agents pay on top:
 *
 * <pre>
 *   planning:   m(T, x) = m_T(x),  u(T, x) free
 *   ceiling:    m <= m_max(t, x),  P >= 0,  P (m_max - m) = 0,  f + P in place of f
 * </pre>
 *
 * <p>Or, for a {@linkplain #isStationary stationary} game, u, m and for an ergodic one the constant ρ with
 *
 * <pre>
 *   ergodic:     ρ - Σ_k D_k ∂²_k u + H(x, ∇u, m) = f(x) + Σ F[m](x)       ∫ m u = 0
 *   discounted:  r u - Σ_k D_k ∂²_k u + H(x, ∇u, m) = f(x) + Σ F[m](x)
 *   both:        - Σ_k ∂²_k(D_k m) - div(m H_p(x, ∇u, m)) = 0              ∫ m = 1.
 * </pre>
 *
 * <p>A stationary game has one time step, which begins as it ends. Of an ergodic game it takes T = 1: u(t, x) = u(x) + ρ (T - t),
 * and m(t, x) = m(x) is a solution of the first system for every T. Of a discounted one it takes T = 1/r, or 1/(r + η), and u(T, x) = 0.
 *
 * <p>Immutable and grid-free. Its parts are meant to be pure functions; then it is safe to share between threads.
 */
public final class MeanFieldGame {
    private final String name;
    private final Domain domain;
    private final Horizon horizon;
    private final double discount;
    private final Diffusion diffusion;
    private final Hamiltonian hamiltonian;
    private final SpaceTimeFunction runningCost;
    private final List<Coupling> couplings;
    private final Optional<SpaceTimeFunction> massSource;
    private final Optional<Death> death;
    private final SpaceFunction terminalCost;
    private final List<Coupling> terminalCouplings;
    private final Optional<SpaceFunction> targetDensity;
    private final Optional<SpaceTimeFunction> ceiling;
    private final SpaceFunction initialDensity;
    private final Optional<ExactSolution> exactSolution;

    MeanFieldGame(MeanFieldGameBuilder b) {
        name = b.name;
        domain = b.required(b.domain, "domain");
        horizon = b.required(b.horizon, "horizon");
        discount = b.discount;
        diffusion = b.required(b.diffusion, "viscosity");
        hamiltonian = b.required(b.hamiltonian, "hamiltonian");
        runningCost = b.runningCost;
        couplings = b.couplings();
        massSource = b.massSource;
        death = b.death;
        terminalCost = b.terminalCost();
        terminalCouplings = b.terminalCouplings();
        targetDensity = b.targetDensity();
        ceiling = b.ceiling;
        initialDensity =
                isStationary() && b.initialDensity == null ? x -> 1 : b.required(b.initialDensity, "initial density");
        exactSolution = b.exactSolution();
        if (isStationary()) {
            requireRecurrence();
        }
        if (targetDensity.isPresent()) {
            requireReach();
        }
        if (death.isPresent()) {
            requireReplacement();
        }
    }

    /** Newborns are as many as the dead if the mass is 1: nobody enters or leaves in another way. */
    private void requireReplacement() {
        if (domain.hasExits() || massSource.isPresent() || isConstrained()) {
            throw InvalidInputException.because(
                    "death", "death must not be given with exits, a mass source, a target density or a ceiling");
        }
    }

    /** A crowd reaches a target if all of it is there at the end, and goes where it likes. */
    private void requireReach() {
        if (domain.hasExits() || massSource.isPresent()) {
            throw InvalidInputException.because(
                    "target density",
                    "target density must not be given with exits or a mass source: the crowd at the end has another mass");
        }
        if (domain.statesAxis() >= 0) {
            throw InvalidInputException.because(
                    "target density",
                    "target density must not be given for agents with states: they do not choose their jumps");
        }
    }

    /** A crowd that stays for ever must go everywhere, unless newborns do, and nobody may leave. */
    private void requireRecurrence() {
        int axis = domain.statesAxis();
        if (axis >= 0 && death.isEmpty()) {
            requireOneRecurrentClass(domain.axis(axis));
        }
        if (axis < 0 && death.isEmpty() && diffusion.viscosity().orElse(1) == 0) {
            throw InvalidInputException.of("viscosity", "be > 0 in a stationary game", 0.0);
        }
        if (massSource.isPresent()) {
            throw InvalidInputException.because(
                    "mass source", "mass source must not be given: the crowd of a stationary game stays as it is");
        }
        if (domain.hasExits()) {
            throw InvalidInputException.because(
                    "domain", "domain of a stationary game must not have exits: in the long run nobody would be left");
        }
    }

    private static void requireOneRecurrentClass(Axis axis) {
        List<List<String>> classes = axis.states().orElseThrow().recurrentClasses();
        if (classes.size() > 1) {
            throw InvalidInputException.because(
                    "domain",
                    "states of axis " + axis.name()
                            + " must have one recurrent class in a stationary game, but nobody gets from "
                            + classes.get(0)
                            + " to " + classes.get(1) + ", or back");
        }
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

    /** How long the game lasts. */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * The time grid of the game: from 0 to T in the given number of steps; of a stationary game its one time step.
     *
     * @param steps the number of time steps, at least 1
     * @throws InvalidInputException if the number is not 1 for a stationary game
     */
    public TimeGrid timeGrid(int steps) {
        return timeGrid(steps, 1);
    }

    /**
     * The same with steps that grow.
     *
     * @param grading about how many times longer the last step is than the first, see {@link TimeGrid}
     * @throws InvalidInputException if either is not 1 for a stationary game
     */
    public TimeGrid timeGrid(int steps, double grading) {
        if (horizon instanceof Horizon.Until until) {
            return new TimeGrid(until.time(), steps, grading);
        }
        if (steps != 1) {
            throw InvalidInputException.of("time steps", "be 1 for a stationary game", steps);
        }
        if (grading != 1) {
            throw InvalidInputException.of("time grading", "be 1 for a stationary game", grading);
        }
        double forgetting = discount + deathRate();
        return new TimeGrid(forgetting > 0 ? 1 / forgetting : 1, 1);
    }

    /** Whether this is a game without beginning or end. */
    public boolean isStationary() {
        return horizon instanceof Horizon.Forever;
    }

    /** The rate r >= 0 at which agents discount costs, besides that at which they {@linkplain #death die}. */
    public double discount() {
        return discount;
    }

    /** How agents die and are replaced; empty where they live as long as the game. */
    public Optional<Death> death() {
        return death;
    }

    /** The rate η at which agents die; 0 where they do not. */
    public double deathRate() {
        return death.map(Death::rate).orElse(0.0);
    }

    /** Whether this is an ergodic game: a stationary one in which agents pay what they pay on average, for ever. */
    public boolean isErgodic() {
        return isStationary() && discount == 0 && death.isEmpty();
    }

    /**
     * Whether the value function depends on the crowd: by a coupling, by the Hamiltonian, or, of an ergodic game, because it is the one that the
     * crowd has on average 0 of. Where it does not, one best response is that to every crowd.
     */
    public boolean isCoupled() {
        boolean isFelt = isErgodic() || hamiltonian.dependsOnDensity();
        return isFelt || !couplings.isEmpty() || !terminalCouplings.isEmpty();
    }

    /** The diffusion D_k(t, x) >= 0; an agent follows dX_k = a_k dt + sqrt(2 D_k) dW_k. */
    public Diffusion diffusion() {
        return diffusion;
    }

    /** The Hamiltonian H(t, x, p, m). */
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
     * The density m_T that the crowd has to have at the end, up to a positive factor: it is normalised on the grid. Then u(T) is no cost of the agents but
     * the toll that leads them there, which no constant matters to. Empty for a game that ends with a cost.
     */
    public Optional<SpaceFunction> targetDensity() {
        return targetDensity;
    }

    /** The largest density m_max(t, x) > 0 that there is room for; empty for none. */
    public Optional<SpaceTimeFunction> ceiling() {
        return ceiling;
    }

    /** Whether the crowd has to keep to a target density or a ceiling. */
    public boolean isConstrained() {
        return targetDensity.isPresent() || ceiling.isPresent();
    }

    /**
     * The initial density, up to a positive factor: it is normalised on the grid. Of a stationary game, where solvers begin to
     * look; uniform unless given.
     */
    public SpaceFunction initialDensity() {
        return initialDensity;
    }

    /** The mass source s(t, x), agents per volume and time who enter (or, where negative, are taken out); empty for none. */
    public Optional<SpaceTimeFunction> massSource() {
        return massSource;
    }

    /** The known equilibrium, where there is one. */
    public Optional<ExactSolution> exactSolution() {
        return exactSolution;
    }
}
