package org.mfg.api.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * Builds a {@link MeanFieldGame}. Domain, horizon, viscosity (or diffusion), Hamiltonian and initial density are required; costs are 0,
 * the discount is 0 and couplings are absent unless given. A game that lasts {@link #forever} is stationary, and needs no initial density.
 * The order of the calls does not matter; a second call of a setter replaces the first, and couplings add up. Each setter checks its
 * argument, {@link #build} what they are together.
 */
public final class MeanFieldGameBuilder {
    final String name;

    @Nullable Domain domain;

    @Nullable Horizon horizon;

    double discount;

    @Nullable Diffusion diffusion;

    @Nullable Hamiltonian hamiltonian;

    SpaceTimeFunction runningCost = (t, x) -> 0;
    final List<Coupling> couplings = new ArrayList<>();
    Optional<SpaceTimeFunction> massSource = Optional.empty();

    @Nullable SpaceFunction initialDensity;

    private @Nullable SpaceFunction terminalCost;
    private final List<Coupling> terminalCouplings = new ArrayList<>();
    /** What is due at the end and was given to this builder, not only to the game that it starts from. */
    private @Nullable String end;

    private @Nullable ExactSolution exactSolution;
    /** Of the game that this builder starts from; it holds as long as nothing else is given. */
    private @Nullable ExactSolution formerSolution;

    MeanFieldGameBuilder(String name) {
        if (name.isBlank()) {
            throw InvalidInputException.because("name", "name must not be blank");
        }
        this.name = name;
    }

    MeanFieldGameBuilder(MeanFieldGame game) {
        name = game.name();
        domain = game.domain();
        horizon = game.horizon();
        discount = game.discount();
        diffusion = game.diffusion();
        hamiltonian = game.hamiltonian();
        runningCost = game.runningCost();
        couplings.addAll(game.couplings());
        terminalCost = game.terminalCost();
        terminalCouplings.addAll(game.terminalCouplings());
        initialDensity = game.initialDensity();
        massSource = game.massSource();
        formerSolution = game.exactSolution().orElse(null);
    }

    /** Sets the state space. */
    public MeanFieldGameBuilder domain(Domain domain) {
        this.domain = part(domain, "domain");
        return this;
    }

    /** Sets the final time T > 0. */
    public MeanFieldGameBuilder horizon(double time) {
        horizon = part(new Horizon.Until(time), "horizon");
        return this;
    }

    /**
     * Makes the game stationary: agents mind their average cost in the long run (ergodic), or with a {@link #discount} r > 0 what they pay
     * discounted, ∫ e^(-rt) (L + F) dt. Of a game that this builder starts from, what was due at the end goes with the end.
     */
    public MeanFieldGameBuilder forever() {
        horizon = part(new Horizon.Forever(), "horizon");
        return this;
    }

    /**
     * Sets the rate at which agents discount costs.
     *
     * @param rate the rate r >= 0
     */
    public MeanFieldGameBuilder discount(double rate) {
        if (!(rate == 0 || (rate > 0 && rate < Double.POSITIVE_INFINITY && 1 / rate < Double.POSITIVE_INFINITY))) {
            throw InvalidInputException.of("discount", "be finite and >= 0", rate);
        }
        discount = part(rate, "discount");
        return this;
    }

    /** Sets the viscosity ν >= 0: the diffusion is ν everywhere, on each axis. */
    public MeanFieldGameBuilder viscosity(double viscosity) {
        return diffusion(Diffusion.of(viscosity));
    }

    /** Sets the diffusion. */
    public MeanFieldGameBuilder diffusion(Diffusion diffusion) {
        this.diffusion = part(diffusion, "diffusion");
        return this;
    }

    /** Sets the Hamiltonian. */
    public MeanFieldGameBuilder hamiltonian(Hamiltonian hamiltonian) {
        this.hamiltonian = part(hamiltonian, "hamiltonian");
        return this;
    }

    /** Sets the running cost f(t, x). */
    public MeanFieldGameBuilder runningCost(SpaceTimeFunction runningCost) {
        this.runningCost = part(runningCost, "running cost");
        return this;
    }

    /** Adds a running coupling F[m]. */
    public MeanFieldGameBuilder coupling(Coupling coupling) {
        couplings.add(part(coupling, "coupling"));
        return this;
    }

    /** Sets the terminal cost g(x). */
    public MeanFieldGameBuilder terminalCost(SpaceFunction terminalCost) {
        end = "terminal cost";
        this.terminalCost = part(terminalCost, "terminal cost");
        return this;
    }

    /** Adds a terminal coupling G[m(T)]. */
    public MeanFieldGameBuilder terminalCoupling(Coupling coupling) {
        end = "terminal coupling";
        terminalCouplings.add(part(coupling, "terminal coupling"));
        return this;
    }

    /** Sets the mass source s(t, x): agents per volume and time who enter. */
    public MeanFieldGameBuilder massSource(SpaceTimeFunction source) {
        massSource = Optional.of(part(source, "mass source"));
        return this;
    }

    /**
     * Replaces each running and each terminal coupling by its image. The known equilibrium is dropped: it is that of
     * another game.
     */
    public MeanFieldGameBuilder replaceCouplings(UnaryOperator<Coupling> image) {
        couplings.replaceAll(c -> part(image.apply(c), "coupling"));
        terminalCouplings.replaceAll(c -> part(image.apply(c), "terminal coupling"));
        formerSolution = null;
        return this;
    }

    /** Sets the initial density m0, up to a positive factor. */
    public MeanFieldGameBuilder initialDensity(SpaceFunction initialDensity) {
        this.initialDensity = part(initialDensity, "initial density");
        return this;
    }

    /** Sets the known equilibrium. That of a game that this builder starts from holds no more once another part is given. */
    public MeanFieldGameBuilder exactSolution(ExactSolution exactSolution) {
        this.exactSolution = part(exactSolution, "exact solution");
        return this;
    }

    /**
     * The game.
     *
     * @throws InvalidInputException if a required part is missing, or what is given does not fit together
     */
    public MeanFieldGame build() {
        if (horizon instanceof Horizon.Forever && end != null) {
            throw InvalidInputException.because(end, end + " must not be given: a stationary game has no end");
        }
        return new MeanFieldGame(this);
    }

    SpaceFunction terminalCost() {
        return terminalCost == null || horizon instanceof Horizon.Forever ? x -> 0 : terminalCost;
    }

    List<Coupling> terminalCouplings() {
        return horizon instanceof Horizon.Forever ? List.of() : List.copyOf(terminalCouplings);
    }

    Optional<ExactSolution> exactSolution() {
        return Optional.ofNullable(exactSolution == null ? formerSolution : exactSolution);
    }

    /** A part that is given; a former game's known equilibrium is that of another game now. Java callers without a null checker
     * would learn of a missing part from a solver. */
    private <T> T part(T part, String field) {
        formerSolution = null;
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
