package org.mfg.app.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;

/** A map of a file: values by key, in the order in which they were written. */
final class Section {
    private final Value self;
    private final Map<String, Value> values;

    Section(Value self, Map<String, Value> values) {
        this.self = self;
        this.values = values;
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Value> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Value required(String key) {
        Value value = values.get(key);
        if (value == null) {
            throw InvalidInputException.because(key, key + " is missing").at(self.place());
        }
        return value;
    }

    /** The list under the key, empty where there is none. */
    List<Value> list(String key) {
        Value value = values.get(key);
        return value == null ? List.of() : value.list();
    }

    /** The place of every value. */
    Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        values.forEach((key, value) -> places.put(key, value.place()));
        return places;
    }

    /** Checks that there are no other keys. */
    void allowOnly(String kind, Collection<String> allowed) {
        values.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw Names.unknown(kind, key, allowed).at(value.place());
            }
        });
    }
}
