package org.mfg.api.spi;

import java.util.List;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;

/** Makes a game, and says on which grid to play it unless the user asks for another. */
public interface GameProvider extends Provider<MeanFieldGame> {

    /** The nodes of each axis, or one number for all axes. */
    int[] defaultNodes();

    /** The number of time steps. */
    int defaultSteps();

    /** About how many times longer the last time step is than the first; 1, even steps, unless overridden. */
    default double defaultTimeGrading() {
        return 1;
    }

    /**
     * What H, F, f, g, G and m0 are in this game, for reports: equations in plain text in the names of the parameters, for
     * example {@code F[m] = lambda m^gamma}. None unless overridden.
     *
     * @param parameters the game's parameters, for terms that are there for some values only
     */
    default List<String> equations(Parameters parameters) {
        return List.of();
    }

    /** The market that sets parameters of the game, its prices; none unless overridden. */
    default Optional<Market> market() {
        return Optional.empty();
    }

    /**
     * What agents do, in the words of the field, for files, figures and reports: of a household consumption, saving and labour. None unless
     * overridden.
     */
    default List<AgentQuantity> policies(Parameters parameters) {
        return List.of();
    }

    /**
     * What a change of an agent's value is worth in terms of consumption; empty, where there is no such measure, unless overridden.
     *
     * @param moving the parameters that change; empty too where preferences are among them, since values are in their units
     */
    default Optional<ConsumptionMeasure> consumptionEquivalent(Parameters parameters, List<String> moving) {
        return Optional.empty();
    }

    /**
     * What else there is to tell of an equilibrium, for the same: of an economy inequality and how much is spent of a windfall; of a generation its life. Nothing unless
     * overridden.
     *
     * @param parameters those that the game was made with
     * @param game the game on its grid
     * @param equilibrium one that has converged
     */
    default Statistics statistics(Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        return Statistics.NONE;
    }

    /**
     * Why not to trust an equilibrium, in a line: for example that its crowd is at the end of the grid. What the market says of it unless overridden.
     *
     * @param parameters those that the game was made with
     * @param game the game on its grid
     * @param equilibrium one that has converged
     */
    default Optional<String> warning(Parameters parameters, DiscreteGame game, Equilibrium equilibrium) {
        return market().flatMap(market -> market.warning(parameters, CrossSection.last(game, equilibrium)));
    }
}
