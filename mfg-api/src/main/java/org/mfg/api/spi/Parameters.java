package org.mfg.api.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;

/** A value for every declared parameter of a provider. Immutable. */
public final class Parameters {
    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * The given values, checked, and the defaults of the rest.
     *
     * @param owner who declares them, for messages: for example "solver picard"
     * @param declared the declarations
     * @param given values by name; numbers, booleans or texts
     * @throws InvalidInputException if a name is not declared or a value is not allowed
     */
    public static Parameters of(String owner, List<Parameter> declared, Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter p : declared) {
            Object value = given.get(p.name());
            values.put(p.name(), value == null ? p.defaultValue() : p.parse(value));
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw Names.unknown("parameter of " + owner, name, values.keySet());
            }
        }
        return new Parameters(values);
    }

    /** The value of a real parameter. */
    public double real(String name) {
        return (Double) value(name);
    }

    /**
     * The value of a whole-number parameter as an int.
     *
     * @throws InvalidInputException if it is too large for one
     */
    public int integer(String name) {
        long value = (Long) value(name);
        if (value != (int) value) {
            throw InvalidInputException.of(
                    name, "be between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE, value);
        }
        return (int) value;
    }

    /** The value of a true-or-false parameter. */
    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    /** The value of a text parameter. */
    public String text(String name) {
        return (String) value(name);
    }

    /** These values but for one of them; it is not checked against its declaration. */
    public Parameters with(String name, Object value) {
        value(name);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Parameters(changed);
    }

    /** All values by name, in the order of their declaration. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(values);
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter " + name + " was not declared");
        }
        return value;
    }
}
