package org.mfg.app.yaml;

import java.util.List;
import java.util.Map;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.app.study.ForwardingGame;

/** A known game whose defaults are the values in a file. */
final class NamedGame extends ForwardingGame {
    private final Map<String, Object> given;
    private final GridSection grid;

    /**
     * @param game the game
     * @param given the given values by parameter name, checked
     * @param grid the grid unless the user asks for another
     */
    NamedGame(GameProvider game, Map<String, Object> given, GridSection grid) {
        super(game);
        this.given = given;
        this.grid = grid;
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
    public int[] defaultNodes() {
        return grid.nodes();
    }

    @Override
    public int defaultSteps() {
        return grid.steps();
    }

    @Override
    public double defaultTimeGrading() {
        return grid.timeGrading();
    }
}
