package org.mfg.app.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;

/**
 * The domains on which to check a part that does not say where it is at home: the unit boxes of one to three axes, and a line with two
 * states. It may decline some of them, but not all.
 */
final class Rooms {
    private static final Map<String, Domain> ROOMS = new LinkedHashMap<>();

    static {
        Axis x = Axis.noFlux("x", 0, 1);
        Axis y = Axis.noFlux("y", 0, 1);
        Axis z = Axis.noFlux("z", 0, 1);
        ROOMS.put("1D", Domain.of(x));
        ROOMS.put("2D", Domain.of(x, y));
        ROOMS.put("3D", Domain.of(x, y, z));
        ROOMS.put("1D with states", Domain.of(x, Axis.states("state", States.two("first", "second", 1, 1))));
    }

    private Rooms() {}

    /** Runs the check in every room. */
    static Finding visit(String kind, String name, Consumer<Domain> check) {
        List<String> passed = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (Map.Entry<String, Domain> room : ROOMS.entrySet()) {
            try {
                check.accept(room.getValue());
                passed.add(room.getKey());
            } catch (AssertionError broken) {
                return new Finding(kind, name, false, line(Objects.toString(broken.getMessage())));
            } catch (InvalidInputException refused) {
                declined.add("not in " + room.getKey() + ": " + line(Objects.toString(refused.getMessage())));
            } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
                declined.add("not in " + room.getKey() + ": " + line(thrown.toString()));
            }
        }
        if (passed.isEmpty()) {
            return new Finding(kind, name, false, "nowhere at home; " + declined.get(0));
        }
        String where = "in " + String.join(", ", passed);
        return new Finding(kind, name, true, declined.isEmpty() ? where : where + "; " + String.join("; ", declined));
    }

    static String line(String text) {
        return text.lines().findFirst().orElse("");
    }
}
