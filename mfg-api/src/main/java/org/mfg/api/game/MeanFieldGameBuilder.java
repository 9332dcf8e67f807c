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
 * A game ends with costs or with a target density, never both.
 * The order of the calls does not matter: each setter checks its argument, {@link #build} what they are together. A second call of
 * a setter replaces the first, and couplings add up.
 */
public final class MeanFieldGameBuilder {
    final String name;

    @Nullable Domain domain;

    @Nullable Horizon horizon;

    double discount;

    @Nullable Diffusion diffusion;

    @Nullable Hamiltonian hamiltonian;

    SpaceTimeFunction runningCost = (t, x) -> 0;
    private final List<Coupling> couplings = new ArrayList<>();
    private UnaryOperator<Coupling> image = c -> c;
    Optional<SpaceTimeFunction> massSource = Optional.empty();

    Optional<Death> death = Optional.empty();

    Optional<SpaceTimeFunction> ceiling = Optional.empty();

    @Nullable SpaceFunction initialDensity;

    private @Nullable SpaceFunction terminalCost;
    private final List<Coupling> terminalCouplings = new ArrayList<>();
    private @Nullable SpaceFunction targetDensity;
    /** Whether the target was given to this builder, not only to the game that it starts from. */
    private boolean isPlanned;
    /** Whether this builder was told of an end, and of none. */
    private boolean isFinite;

    private boolean isEndless;

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
        death = game.death();
        targetDensity = game.targetDensity().orElse(null);
        ceiling = game.ceiling();
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
        isFinite = true;
        return this;
    }

    /**
     * Makes the game stationary: agents mind their average cost in the long run (ergodic), or with a {@link #discount} r > 0 what they pay
     * discounted, ∫ e^(-rt) (L + F) dt. Of a game that this builder starts from, what was due at the end goes with the end.
     */
    public MeanFieldGameBuilder forever() {
        horizon = part(new Horizon.Forever(), "horizon");
        isEndless = true;
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

    /** Sets the density m_T that the crowd has to have at the end, up to a positive factor, in place of costs at the end. */
    public MeanFieldGameBuilder targetDensity(SpaceFunction targetDensity) {
        this.targetDensity = part(targetDensity, "target density");
        isPlanned = true;
        return this;
    }

    /** Sets the largest density m_max(t, x) > 0 that there is room for. */
    public MeanFieldGameBuilder ceiling(SpaceTimeFunction ceiling) {
        this.ceiling = Optional.of(part(ceiling, "ceiling"));
        return this;
    }

    /** Sets the mass source s(t, x): agents per volume and time who enter. */
    public MeanFieldGameBuilder massSource(SpaceTimeFunction source) {
        massSource = Optional.of(part(source, "mass source"));
        return this;
    }

    /**
     * Makes agents mortal; see {@link Death}.
     *
     * @param rate η > 0, deaths per agent and unit of time
     * @param newborn the density m_b of those who replace them, up to a positive factor
     */
    public MeanFieldGameBuilder death(double rate, SpaceFunction newborn) {
        death = Optional.of(part(new Death(rate, newborn), "death"));
        return this;
    }

    /** Replaces each running and each terminal coupling by its image, whether it was given before or is given later. */
    public MeanFieldGameBuilder replaceCouplings(UnaryOperator<Coupling> image) {
        UnaryOperator<Coupling> before = this.image;
        this.image = c -> part(image.apply(before.apply(c)), "coupling");
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
        if (isFinite && isEndless) {
            throw InvalidInputException.because(
                    "horizon", "horizon of game " + name + " must be a time or forever, but both were given");
        }
        if (horizon instanceof Horizon.Forever && end != null) {
            throw InvalidInputException.because(end, end + " must not be given: a stationary game has no end");
        }
        if (isPlanned && (end != null || horizon instanceof Horizon.Forever)) {
            throw InvalidInputException.because(
                    "target density",
                    "target density must not be given "
                            + (end == null
                                    ? "for ever: a stationary game has no end"
                                    : "with a " + end + ": it takes its place"));
        }
        if (horizon instanceof Horizon.Forever && ceiling.isPresent()) {
            throw InvalidInputException.because("ceiling", "ceiling must not be given for a stationary game");
        }
        return new MeanFieldGame(this);
    }

    List<Coupling> couplings() {
        return couplings.stream().map(image).toList();
    }

    SpaceFunction terminalCost() {
        return terminalCost == null || hasNoCostAtTheEnd() ? x -> 0 : terminalCost;
    }

    List<Coupling> terminalCouplings() {
        return hasNoCostAtTheEnd()
                ? List.of()
                : terminalCouplings.stream().map(image).toList();
    }

    private boolean hasNoCostAtTheEnd() {
        return horizon instanceof Horizon.Forever || targetDensity().isPresent();
    }

    /** A cost that this builder is given takes the place of the target of the game that it starts from, and the other way round. */
    Optional<SpaceFunction> targetDensity() {
        boolean isDropped = horizon instanceof Horizon.Forever || (end != null && !isPlanned);
        return isDropped ? Optional.empty() : Optional.ofNullable(targetDensity);
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
