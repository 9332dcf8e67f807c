package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.States;

/**
 * An axis of states: populations, {@code {states: [red, blue]}}, or states that agents jump between, {@code {states: [low, high], up:
 * [0.1], down: [0.2]}} with the rates from each state to the next and back.
 */
final class StatesAxis {
    private static final List<String> KEYS = List.of("states", "up", "down");

    private StatesAxis() {}

    static Axis read(String name, Section section) {
        section.allowOnly("key of axis " + name, KEYS);
        Value states = section.required("states");
        List<String> names = states.list().stream().map(Value::text).toList();
        if (section.has("up") != section.has("down")) {
            throw InvalidInputException.because(
                            "up", "up and down must be given both or neither, the rates of axis " + name)
                    .at(states.place());
        }
        try {
            List<Double> up = rates(section, "up", names.size() - 1);
            List<Double> down = rates(section, "down", names.size() - 1);
            up.add(0.0);
            down.add(0, 0.0);
            return Axis.states(name, new States(names, up, down));
        } catch (InvalidInputException e) {
            throw e.field().equals("states") || e.field().startsWith("rates") ? e.at(states.place()) : e;
        }
    }

    private static List<Double> rates(Section section, String key, int count) {
        if (!section.has(key)) {
            return new ArrayList<>(Collections.nCopies(Math.max(0, count), 0.0));
        }
        List<Double> rates = new ArrayList<>();
        for (double rate :
                section.required(key).numbers(count, "be a list of rates, one for each pair of neighbouring states")) {
            rates.add(rate);
        }
        return rates;
    }
}
