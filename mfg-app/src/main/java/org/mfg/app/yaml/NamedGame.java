package org.mfg.app.yaml;

import java.util.List;
import java.util.Map;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;

/**
 * A known game whose defaults are the values in a file.
 *
 * @param game the game
 * @param given the given values by parameter name, checked
 * @param grid the grid unless the user asks for another
 */
record NamedGame(GameProvider game, Map<String, Object> given, GridSection grid) implements GameProvider {

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
        return game.parameters().stream().map(this::withDefault).toList();
    }

    private Parameter withDefault(Parameter p) {
        Object value = given.getOrDefault(p.name(), p.defaultValue());
        return new Parameter(p.name(), p.type(), value, p.range(), p.unit(), p.description());
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return game.equations(parameters);
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        return game.create(parameters);
    }

    @Override
    public int[] defaultNodes() {
        return grid.nodes();
    }

    @Override
    public int defaultSteps() {
        return grid.steps();
    }
}
