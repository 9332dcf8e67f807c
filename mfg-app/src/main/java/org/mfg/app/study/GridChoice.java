package org.mfg.app.study;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;

/**
 * The grid a user asks for; what is not given is the game's default.
 *
 * @param nodes the number of nodes by axis number
 * @param steps the number of time steps
 * @param timeGrading about how many times longer the last step is than the first
 */
public record GridChoice(Map<Integer, Integer> nodes, OptionalInt steps, OptionalDouble timeGrading) {
    /** The key of the last in files. */
    public static final String TIME_GRADING = "time-grading";

    /** Copies the nodes. */
    public GridChoice {
        nodes = Map.copyOf(nodes);
    }

    /** The same nodes, and what is the game's in time. */
    public GridChoice inSpace() {
        return new GridChoice(nodes, OptionalInt.empty(), OptionalDouble.empty());
    }

    /** Other nodes, and the same in time. */
    GridChoice withNodes(Map<Integer, Integer> other) {
        return new GridChoice(other, steps, timeGrading);
    }

    TimeGrid over(MeanFieldGame game, GameProvider provider) {
        return game.timeGrid(steps.orElse(provider.defaultSteps()), timeGrading.orElse(provider.defaultTimeGrading()));
    }

    Grid on(Domain domain, GameProvider provider) {
        int[] defaults = provider.defaultNodes();
        int[] chosen = new int[domain.dimension()];
        if (defaults.length != 1 && defaults.length != chosen.length) {
            throw InvalidInputException.of(
                    "grid",
                    "have nodes for all axes in one number or for each of the " + chosen.length + " axes",
                    Arrays.toString(defaults));
        }
        for (int k = 0; k < chosen.length; k++) {
            int byDefault = defaults[Math.min(k, defaults.length - 1)];
            if (defaults.length == 1) {
                byDefault = domain.axis(k).states().map(States::size).orElse(byDefault);
            }
            chosen[k] = nodes.getOrDefault(k, byDefault);
        }
        for (int axis : nodes.keySet()) {
            if (axis >= chosen.length) {
                throw InvalidInputException.because(
                        "nodes of axis " + (axis + 1),
                        "nodes of axis " + (axis + 1) + " must not be given: the domain of game " + provider.name()
                                + " has dimension " + chosen.length);
            }
        }
        return Grid.of(domain, chosen);
    }
}
