package org.mfg.app.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.CouplingProvider;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;

/**
 * A game whose running coupling is another one. A parameter of the coupling that the game has too, such as {@code lambda}, is one parameter
 * with the game's default; the coupling's others come after those of the game. The terminal coupling stays.
 */
public final class WithCoupling extends ForwardingGame {
    /** The name of the choice. */
    public static final String COUPLING = "coupling";

    private final CouplingProvider coupling;

    /**
     * @param game the game as it is
     * @param coupling makes the coupling in the place of its own
     */
    public WithCoupling(GameProvider game, CouplingProvider coupling) {
        super(game);
        this.coupling = coupling;
    }

    @Override
    public String description() {
        return game.description() + ", with the coupling " + coupling.name();
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(game.parameters());
        coupling.parameters().stream().filter(p -> !isOfGame(p)).forEach(all::add);
        return all;
    }

    private boolean isOfGame(Parameter parameter) {
        return game.parameters().stream().anyMatch(p -> p.name().equals(parameter.name()));
    }

    /**
     * The game.
     *
     * @throws InvalidInputException if it has not just one running coupling: then it is not clear what to replace
     */
    @Override
    public MeanFieldGame create(Parameters values) {
        MeanFieldGame itself = game.create(of("game " + name(), game.parameters(), values));
        if (itself.couplings().size() != 1) {
            throw InvalidInputException.because(
                    COUPLING,
                    "coupling must not be given: it replaces the running coupling of a game that has one, and game "
                            + name() + " has " + inWords(itself.couplings().size()));
        }
        Coupling before = itself.couplings().get(0);
        Coupling after = coupling.create(of(COUPLING + " " + coupling.name(), coupling.parameters(), values));
        return itself.toBuilder().replaceCouplings(c -> c == before ? after : c).build();
    }

    /** Those of the game, without what was said of its own coupling. */
    @Override
    public List<String> equations(Parameters values) {
        List<String> all = new ArrayList<>(super.equations(of("game " + name(), game.parameters(), values)).stream()
                .filter(equation -> !equation.startsWith("F"))
                .toList());
        all.add("F[m]: " + coupling.description());
        return all;
    }

    /** A file's one running coupling has the role coupling-1. */
    @Override
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>(super.parts());
        parts.replace(COUPLING + "-1", coupling.name());
        return parts;
    }

    private static String inWords(int count) {
        return count == 0 ? "none" : Integer.toString(count);
    }

    private static Parameters of(String owner, List<Parameter> declared, Parameters values) {
        Map<String, Object> own = new LinkedHashMap<>();
        declared.forEach(p -> own.put(p.name(), values.asMap().get(p.name())));
        return Parameters.of(owner, declared, own);
    }
}
