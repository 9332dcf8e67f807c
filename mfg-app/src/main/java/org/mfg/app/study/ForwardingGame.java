package org.mfg.app.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.ConsumptionMeasure;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.Statistics;

/**
 * A game that is another one but for what a subclass says. Every member of a provider is here, those with a default too, which a test holds:
 * a variant of a game that answered from a default would silently lose what the game has, such as its market.
 */
public abstract class ForwardingGame implements GameProvider, ComposedOfParts {
    /** The game as it is. */
    protected final GameProvider game;

    /** @param game the game as it is */
    protected ForwardingGame(GameProvider game) {
        this.game = game;
    }

    @Override
    public String name() {
        return game.name();
    }

    @Override
    public String description() {
        return game.description();
    }

    @Override
    public List<Parameter> parameters() {
        return game.parameters();
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        return game.create(parameters);
    }

    @Override
    public int[] defaultNodes() {
        return game.defaultNodes();
    }

    @Override
    public int defaultSteps() {
        return game.defaultSteps();
    }

    @Override
    public double defaultTimeGrading() {
        return game.defaultTimeGrading();
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return game.equations(parameters);
    }

    @Override
    public Optional<Market> market() {
        return game.market();
    }

    @Override
    public List<AgentQuantity> policies(Parameters parameters) {
        return game.policies(parameters);
    }

    @Override
    public Statistics statistics(Parameters parameters, DiscreteGame discrete, Equilibrium equilibrium) {
        return game.statistics(parameters, discrete, equilibrium);
    }

    @Override
    public Optional<String> warning(Parameters parameters, DiscreteGame discrete, Equilibrium equilibrium) {
        return game.warning(parameters, discrete, equilibrium);
    }

    @Override
    public Map<String, String> parts() {
        return game instanceof ComposedOfParts composed ? composed.parts() : Map.of();
    }

    @Override
    public Optional<ConsumptionMeasure> consumptionEquivalent(Parameters parameters, List<String> moving) {
        return game.consumptionEquivalent(parameters, moving);
    }
}
