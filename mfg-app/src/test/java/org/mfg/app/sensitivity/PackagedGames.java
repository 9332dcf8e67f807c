package org.mfg.app.sensitivity;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Study;
import org.mfg.solvers.Mfg;

/** Packaged games on small grids, solved to round-off. */
final class PackagedGames {
    static final Mfg MFG = Mfg.load();

    /** Games that are at the end of a parameter's range by default, where no difference is central. */
    private static final Map<String, Map<String, Object>> INSIDE = Map.of("ceiling", Map.of("viscosity", 0.01));

    private PackagedGames() {}

    static Study study(String game, String discretization, int nodes, int steps) {
        GameProvider provider = MFG.games().provider(game);
        MeanFieldGame itself = provider.create(Parameters.of("game " + game, provider.parameters(), Map.of()));
        Map<Integer, Integer> each = new HashMap<>();
        for (int k = 0; k < itself.domain().positionAxes(); k++) {
            each.put(k, nodes);
        }
        Map<String, Object> newton = Map.of("tolerance", 1e-13, "krylov-tolerance", 1e-10, "levels", 1L);
        return Study.of(
                MFG,
                provider,
                new Study.Request(
                        INSIDE.getOrDefault(game, Map.of()),
                        new GridChoice(each, itself.isStationary() ? OptionalInt.empty() : OptionalInt.of(steps), OptionalDouble.empty()),
                        new Choice(discretization, Map.of()),
                        new Choice("newton", newton)));
    }

    static Equilibrium solve(Study study) {
        return study.solve(Monitor.NONE).equilibrium();
    }

    /** The study with another value of a parameter, and its equilibrium near a given one. */
    static Neighbour near(Study study, Equilibrium e, String parameter, double value) {
        Study other = study.with(study.parameters().with(parameter, value));
        return new Neighbour(
                other, other.solve(new Guess(e.u(), e.m()), Monitor.NONE).equilibrium());
    }

    record Neighbour(Study study, Equilibrium equilibrium) {}
}
