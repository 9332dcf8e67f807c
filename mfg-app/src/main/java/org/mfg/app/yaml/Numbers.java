package org.mfg.app.yaml;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.models.formula.Formula;

/** The numbers of an economy in a file, and where they were written. */
final class Numbers {
    private final Map<String, String> places = new HashMap<>();

    /** The places, by the names of parameters. */
    Map<String, String> places() {
        return Collections.unmodifiableMap(places);
    }

    /** Keeps the places of all values of a section. */
    void place(Section section) {
        places.putAll(section.places());
    }

    /** A number, or a formula of numbers such as 1/3, whose place is kept under the parameter's name. */
    double of(Section section, String key, String parameter) {
        Value value = section.required(key);
        places.put(parameter, value.place());
        return of(parameter, value);
    }

    static double of(String field, Value value) {
        String text = value.text();
        return value.placing(() -> {
            double number = Formula.parse(field, text, List.of(), Map.of()).at();
            if (!Double.isFinite(number)) {
                throw InvalidInputException.of(field, "be a finite number", text);
            }
            return number;
        });
    }
}
