package org.mfg.app.yaml;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.States;

/**
 * An axis of states: populations, {@code {states: [red, blue]}}, or states that agents jump between: {@code {states: [low, high], rates:
 * [[0, 0.1], [0.2, 0]]}} with the rates from each state, a row, to each; short for neighbours {@code up: [0.1], down: [0.2]}, the rates
 * from each state to the next and back.
 */
final class StatesAxis {
    static final List<String> KEYS = List.of("states", "rates", "up", "down");

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
        if (section.has("rates") && section.has("up")) {
            throw InvalidInputException.because(
                            "rates", "rates must not be given beside up and down, which are the same of axis " + name)
                    .at(section.required("rates").place());
        }
        Value rates = section.find("rates").or(() -> section.find("up")).orElse(states);
        return Axis.states(name, placing(names, section, states, rates));
    }

    /** The states; an error in their names has their place, one in their rates that of the rates. */
    private static States placing(List<String> names, Section section, Value states, Value rates) {
        try {
            return states(names, section);
        } catch (InvalidInputException e) {
            boolean isRate = e.field().startsWith("rate ");
            throw isRate ? e.at(rates.place()) : e.field().equals("states") ? e.at(states.place()) : e;
        }
    }

    private static States states(List<String> names, Section section) {
        int pairs = Math.max(0, names.size() - 1);
        if (section.has("up")) {
            String allowed = "be a list of rates, one for each pair of neighbouring states";
            return States.birthDeath(
                    names,
                    section.required("up").numbers(pairs, allowed),
                    section.required("down").numbers(pairs, allowed));
        }
        return States.of(
                names,
                section.find("rates")
                        .map(value -> matrix(value, names))
                        .orElse(new double[names.size()][names.size()]));
    }

    private static double[][] matrix(Value value, List<String> names) {
        if (!value.isList() || value.list().size() != names.size()) {
            throw value.mustBe("be a list of " + names.size() + " rows, the rates from each of the states");
        }
        double[][] rates = new double[names.size()][];
        for (int k = 0; k < rates.length; k++) {
            rates[k] = value.list()
                    .get(k)
                    .numbers(
                            rates.length,
                            "have " + rates.length + " rates from " + names.get(k) + ", one to each state");
        }
        return rates;
    }
}
