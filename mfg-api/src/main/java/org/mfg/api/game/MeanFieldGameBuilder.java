package org.mfg.api.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * Builds a {@link MeanFieldGame}. Domain, horizon, viscosity, Hamiltonian and initial density are required; costs are 0
 * and couplings absent unless given. In place of the horizon a game may be {@link #ergodic} or {@link #discounted}, and then needs
 * no initial density; of these three the last one given holds. Each setter checks its argument.
 */
public final class MeanFieldGameBuilder {
    final String name;

    @Nullable Domain domain;

    @Nullable Double horizon;

    boolean stationary;
    double discount;

    @Nullable Double viscosity;

    @Nullable Hamiltonian hamiltonian;

    SpaceTimeFunction runningCost = (t, x) -> 0;
    final List<Coupling> couplings = new ArrayList<>();
    SpaceFunction terminalCost = x -> 0;
    final List<Coupling> terminalCouplings = new ArrayList<>();

    @Nullable SpaceFunction initialDensity;

    @Nullable ExactSolution exactSolution;

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
        stationary = game.isStationary();
        discount = game.discount();
        viscosity = game.viscosity();
        hamiltonian = game.hamiltonian();
        runningCost = game.runningCost();
        couplings.addAll(game.couplings());
        terminalCost = game.terminalCost();
        terminalCouplings.addAll(game.terminalCouplings());
        initialDensity = game.initialDensity();
        exactSolution = game.exactSolution().orElse(null);
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
        this.horizon = horizon;
        stationary = false;
        discount = 0;
        return this;
    }

    /** Makes the game ergodic: agents mind their average cost in the long run. Drops what is due at the end. */
    public MeanFieldGameBuilder ergodic() {
        return stationary(1, 0);
    }

    /**
     * Makes the game stationary with discounted costs: agents mind ∫ e^(-rt) (L + F) dt. Drops what is due at the end.
     *
     * @param rate the rate r > 0
     */
    public MeanFieldGameBuilder discounted(double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY && 1 / rate < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("discount", "be finite and > 0", rate);
        }
        return stationary(1 / rate, rate);
    }

    private MeanFieldGameBuilder stationary(double step, double rate) {
        horizon = step;
        stationary = true;
        discount = rate;
        terminalCost = x -> 0;
        terminalCouplings.clear();
        exactSolution = null;
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
        requireEnd("terminal cost");
        this.terminalCost = given(terminalCost, "terminal cost");
        return this;
    }

    /** Adds a terminal coupling G[m(T)]. */
    public MeanFieldGameBuilder terminalCoupling(Coupling coupling) {
        requireEnd("terminal coupling");
        terminalCouplings.add(given(coupling, "terminal coupling"));
        return this;
    }

    private void requireEnd(String field) {
        if (stationary) {
            throw InvalidInputException.because(field, field + " must not be given: a stationary game has no end");
        }
    }

    /**
     * Replaces each running and each terminal coupling by its image. The known equilibrium is dropped: it is that of
     * another game.
     */
    public MeanFieldGameBuilder replaceCouplings(UnaryOperator<Coupling> image) {
        couplings.replaceAll(c -> given(image.apply(c), "coupling"));
        terminalCouplings.replaceAll(c -> given(image.apply(c), "terminal coupling"));
        exactSolution = null;
        return this;
    }

    /** Sets the initial density m0, up to a positive factor. */
    public MeanFieldGameBuilder initialDensity(SpaceFunction initialDensity) {
        this.initialDensity = given(initialDensity, "initial density");
        return this;
    }

    /** Sets the known equilibrium. */
    public MeanFieldGameBuilder exactSolution(ExactSolution exactSolution) {
        this.exactSolution = given(exactSolution, "exact solution");
        return this;
    }

    /**
     * The game.
     *
     * @throws InvalidInputException if a required part is missing
     */
    public MeanFieldGame build() {
        return new MeanFieldGame(this);
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
