package org.mfg.api.testkit;

import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;

/**
 * Checks the parts of a game, its Hamiltonian and its couplings, on its own domain and over its own time: all of {@link
 * HamiltonianKit} and {@link CouplingKit}, or a sample of it that costs a few milliseconds.
 *
 * <p>A solver that is given a wrong derivative may converge to what is no equilibrium of the game. The sample finds a wrong formula,
 * which is wrong almost everywhere; it does not find one that is wrong in a few places only.
 */
public final class GameKit {
    private GameKit() {}

    /**
     * Checks everything; couplings on few nodes of the domain without its obstacles and doors.
     *
     * @throws AssertionError if a promise is broken; the message names it, the place and the values
     */
    public static void check(MeanFieldGame game) {
        double horizon = game.timeGrid(1).horizon();
        HamiltonianKit.check(game.hamiltonian(), game.domain(), horizon);
        Domain box = CouplingKit.withoutObstacles(game.domain());
        game.couplings().forEach(c -> CouplingKit.check(c, box, horizon));
        game.terminalCouplings().forEach(c -> CouplingKit.check(c, box, horizon));
    }

    /**
     * Checks at a few points.
     *
     * @throws InvalidInputException if a promise is broken; the message is one line that names the class, its method, the place and
     *     the values
     */
    public static void sample(MeanFieldGame game) {
        double horizon = game.timeGrid(1).horizon();
        String field = "hamiltonian";
        try {
            HamiltonianKit.sample(game.hamiltonian(), game.domain(), horizon);
            field = "coupling";
            for (Coupling coupling : game.couplings()) {
                CouplingKit.sample(coupling, game.domain(), horizon);
            }
            field = "terminal coupling";
            for (Coupling coupling : game.terminalCouplings()) {
                CouplingKit.sample(coupling, game.domain(), horizon);
            }
        } catch (BrokenPromise broken) {
            throw InvalidInputException.because(field, field + " " + broken.getMessage());
        }
    }
}
