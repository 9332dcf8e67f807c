package org.mfg.api.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * Builds a {@link MeanFieldGame}. Domain, horizon, viscosity, Hamiltonian and initial density are required; costs are 0
 * and couplings absent unless given. In place of the horizon a game may be {@link #ergodic} or {@link #discounted}, and then needs
 * no initial density.
 *
 * <p>The order of the calls does not matter: each checks its own argument, and {@link #build} refuses parts that do not fit together.
 * Of two calls of the same setter the last one holds. A builder that {@linkplain MeanFieldGame#toBuilder starts from a game} takes
 * from it what is not given anew.
 */
public final class MeanFieldGameBuilder {
    private static final SpaceFunction NO_TERMINAL_COST = x -> 0;

    final String name;
    private final @Nullable MeanFieldGame origin;

    @Nullable Domain domain;

    private @Nullable Double givenHorizon;
    private boolean givenErgodic;
    private @Nullable Double givenDiscount;

    @Nullable Double viscosity;

    @Nullable Hamiltonian hamiltonian;

    SpaceTimeFunction runningCost = (t, x) -> 0;
    private final List<Coupling> couplings = new ArrayList<>();
    private SpaceFunction terminalCost = NO_TERMINAL_COST;
    private final List<Coupling> terminalCouplings = new ArrayList<>();
    private UnaryOperator<Coupling> image = c -> c;

    /** What the caller wants to be due at the end, in words; null for nothing. */
    private @Nullable String givenEnd;

    @Nullable SpaceFunction initialDensity;

    private @Nullable ExactSolution exactSolution;

    MeanFieldGameBuilder(String name) {
        if (name.isBlank()) {
            throw InvalidInputException.because("name", "name must not be blank");
        }
        this.name = name;
        origin = null;
    }

    MeanFieldGameBuilder(MeanFieldGame game) {
        name = game.name();
        origin = game;
        domain = game.domain();
        viscosity = game.viscosity();
        hamiltonian = game.hamiltonian();
        runningCost = game.runningCost();
        couplings.addAll(game.couplings());
        terminalCost = game.terminalCost();
        terminalCouplings.addAll(game.terminalCouplings());
        initialDensity = game.initialDensity();
    }

    /** Sets the state space. */
    public MeanFieldGameBuilder domain(Domain domain) {
        this.domain = given(domain, "domain");
        return this;
    }

    /** Sets the final time T > 0. */
    public MeanFieldGameBuilder horizon(double horizon) {
        if (!Double.isFinite(horizon) || horizon <= 0) {
            throw InvalidInputException.of("horizon", "be finite and > 0", horizon);
        }
        givenHorizon = horizon;
        return this;
    }

    /**
     * Makes the game ergodic: agents mind their average cost in the long run. What a game that this builder starts from has due at
     * the end is dropped.
     */
    public MeanFieldGameBuilder ergodic() {
        givenErgodic = true;
        return this;
    }

    /**
     * Makes the game stationary with discounted costs: agents mind ∫ e^(-rt) (L + F) dt. What a game that this builder starts from has
     * due at the end is dropped.
     *
     * @param rate the rate r > 0
     */
    public MeanFieldGameBuilder discounted(double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY && 1 / rate < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("discount", "be finite and > 0", rate);
        }
        givenDiscount = rate;
        return this;
    }

    /** Sets the viscosity ν >= 0. */
    public MeanFieldGameBuilder viscosity(double viscosity) {
        if (!Double.isFinite(viscosity) || viscosity < 0) {
            throw InvalidInputException.of("viscosity", "be finite and >= 0", viscosity);
        }
        this.viscosity = viscosity;
        return this;
    }

    /** Sets the Hamiltonian. */
    public MeanFieldGameBuilder hamiltonian(Hamiltonian hamiltonian) {
        this.hamiltonian = given(hamiltonian, "hamiltonian");
        return this;
    }

    /** Sets the running cost f(t, x). */
    public MeanFieldGameBuilder runningCost(SpaceTimeFunction runningCost) {
        this.runningCost = given(runningCost, "running cost");
        return this;
    }

    /** Adds a running coupling F[m]. */
    public MeanFieldGameBuilder coupling(Coupling coupling) {
        couplings.add(given(coupling, "coupling"));
        return this;
    }

    /** Sets the terminal cost g(x). */
    public MeanFieldGameBuilder terminalCost(SpaceFunction terminalCost) {
        this.terminalCost = given(terminalCost, "terminal cost");
        givenEnd = "terminal cost";
        return this;
    }

    /** Adds a terminal coupling G[m(T)]. */
    public MeanFieldGameBuilder terminalCoupling(Coupling coupling) {
        terminalCouplings.add(given(coupling, "terminal coupling"));
        givenEnd = "terminal coupling";
        return this;
    }

    /** Replaces each running and each terminal coupling by its image, whether it was given before or is given later. */
    public MeanFieldGameBuilder replaceCouplings(UnaryOperator<Coupling> image) {
        UnaryOperator<Coupling> before = this.image;
        this.image = c -> given(image.apply(before.apply(c)), "coupling");
        return this;
    }

    /** Sets the initial density m0, up to a positive factor. */
    public MeanFieldGameBuilder initialDensity(SpaceFunction initialDensity) {
        this.initialDensity = given(initialDensity, "initial density");
        return this;
    }

    /**
     * Sets the known equilibrium. That of a game which this builder starts from is kept only where everything that determines it is
     * the same.
     */
    public MeanFieldGameBuilder exactSolution(ExactSolution exactSolution) {
        this.exactSolution = given(exactSolution, "exact solution");
        return this;
    }

    /**
     * The game.
     *
     * @throws InvalidInputException if a required part is missing, or parts exclude each other: more than one of a horizon,
     *     ergodic and discounted costs, or something due at the end of a stationary game
     */
    public MeanFieldGame build() {
        requireOneHorizon();
        if (isStationary() && givenEnd != null) {
            throw InvalidInputException.because(
                    givenEnd, givenEnd + " must not be given: stationary game " + name + " has no end");
        }
        return new MeanFieldGame(this);
    }

    private void requireOneHorizon() {
        List<String> given = new ArrayList<>();
        if (givenHorizon != null) {
            given.add("horizon " + givenHorizon);
        }
        if (givenErgodic) {
            given.add("ergodic");
        }
        if (givenDiscount != null) {
            given.add("discount " + givenDiscount);
        }
        if (given.size() > 1) {
            throw InvalidInputException.of(
                    "horizon",
                    "be given once, as a horizon, ergodic or discounted, in game " + name,
                    String.join(" and ", given));
        }
    }

    private boolean inheritsHorizon() {
        return origin != null && givenHorizon == null && !givenErgodic && givenDiscount == null;
    }

    double horizon() {
        if (inheritsHorizon()) {
            return Objects.requireNonNull(origin).horizon();
        }
        if (isStationary()) {
            return givenDiscount == null ? 1 : 1 / givenDiscount;
        }
        return required(givenHorizon, "horizon");
    }

    boolean isStationary() {
        return inheritsHorizon()
                ? Objects.requireNonNull(origin).isStationary()
                : givenErgodic || givenDiscount != null;
    }

    double discount() {
        if (inheritsHorizon()) {
            return Objects.requireNonNull(origin).discount();
        }
        return givenDiscount == null ? 0 : givenDiscount;
    }

    List<Coupling> couplings() {
        return couplings.stream().map(image).toList();
    }

    SpaceFunction terminalCost() {
        return isStationary() ? NO_TERMINAL_COST : terminalCost;
    }

    List<Coupling> terminalCouplings() {
        return isStationary()
                ? List.of()
                : terminalCouplings.stream().map(image).toList();
    }

    /** The known equilibrium of the game that has been made but for it. */
    Optional<ExactSolution> exactSolutionOf(MeanFieldGame made) {
        if (exactSolution != null) {
            return Optional.of(exactSolution);
        }
        return origin != null && made.hasEquilibriaOf(origin) ? origin.exactSolution() : Optional.empty();
    }

    /** Java callers without a null checker would learn of it from a solver. */
    private static <T> T given(T part, String field) {
        if (part == null) {
            throw InvalidInputException.because(field, field + " must not be null");
        }
        return part;
    }

    <T> T required(@Nullable T part, String field) {
        if (part == null) {
            throw InvalidInputException.because(field, "game " + name + " has no " + field);
        }
        return part;
    }
}
