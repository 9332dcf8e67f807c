package org.mfg.app.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/** Shapes that values of a file may have, in the words of JSON Schema (draft 7), as maps. */
final class Shapes {
    static final String DESCRIPTION = "description";
    static final String REQUIRED = "required";
    static final String PROPERTIES = "properties";
    private static final String TYPE = "type";

    private Shapes() {}

    /** What a declared parameter may be. A text without choices is a formula or the like, which may look like a number. */
    static Map<String, Object> of(Parameter parameter) {
        Range range = parameter.range();
        Map<String, Object> shape = switch (parameter.type()) {
            case REAL -> typed("number");
            case INTEGER -> typed("integer");
            case FLAG -> typed("boolean");
            case TEXT -> range.choices().isEmpty() ? formula("") : oneOf(range.choices());
        };
        if (range.lower() != Double.NEGATIVE_INFINITY) {
            shape.put(range.lowerOpen() ? "exclusiveMinimum" : "minimum", range.lower());
        }
        if (range.upper() != Double.POSITIVE_INFINITY) {
            shape.put(range.upperOpen() ? "exclusiveMaximum" : "maximum", range.upper());
        }
        String unit = parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")";
        return described(shape, parameter.description() + unit);
    }

    static Map<String, Object> number(String description) {
        return described(typed("number"), description);
    }

    static Map<String, Object> text(String description) {
        return described(typed("string"), description);
    }

    /** A formula, or a number, which is one. */
    static Map<String, Object> formula(String description) {
        return described(typed(List.of("number", "string")), description);
    }

    static Map<String, Object> oneOf(Collection<String> texts) {
        return map("enum", List.copyOf(texts));
    }

    static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> shape = typed("array");
        shape.put("items", items);
        return shape;
    }

    static Map<String, Object> list(Map<String, Object> items, int least) {
        Map<String, Object> shape = list(items);
        shape.put("minItems", least);
        return shape;
    }

    /**
     * A map with known keys.
     *
     * @param keys those that the reader of the map knows
     * @param shapes a shape for each of them
     * @throws IllegalStateException if there are other shapes than keys: then the schema does not say what the reader does
     */
    static Map<String, Object> object(Collection<String> keys, Map<String, Object> shapes, String... required) {
        if (!Set.copyOf(keys).equals(shapes.keySet())) {
            throw new IllegalStateException("the reader knows " + keys + ", the schema " + shapes.keySet());
        }
        Map<String, Object> shape = typed("object");
        shape.put(PROPERTIES, shapes);
        shape.put("additionalProperties", false);
        if (required.length > 0) {
            shape.put(REQUIRED, List.of(required));
        }
        return shape;
    }

    /** A map with one of the keys. */
    static Map<String, Object> choice(Collection<String> keys, Map<String, Object> shapes) {
        Map<String, Object> shape = object(keys, shapes);
        shape.put("minProperties", 1);
        shape.put("maxProperties", 1);
        return shape;
    }

    /** A map whose keys are names of the file's own. */
    static Map<String, Object> named(Map<String, Object> values) {
        Map<String, Object> shape = typed("object");
        shape.put("additionalProperties", values);
        shape.put("minProperties", 1);
        return shape;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read, once
    static Map<String, Object> anyOf(Map<String, Object>... shapes) {
        return map("anyOf", List.of(shapes));
    }

    static Map<String, Object> given(String... keys) {
        return map(REQUIRED, List.of(keys));
    }

    /** That none of the keys is there. */
    static Map<String, Object> without(Collection<String> keys) {
        return map("not", map("anyOf", keys.stream().map(Shapes::given).toList()));
    }

    static Map<String, Object> when(Map<String, Object> condition, Map<String, Object> shape) {
        Map<String, Object> branch = map("if", condition);
        branch.put("then", shape);
        return branch;
    }

    static Map<String, Object> when(
            Map<String, Object> condition, Map<String, Object> shape, Map<String, Object> otherwise) {
        Map<String, Object> branch = when(condition, shape);
        branch.put("else", otherwise);
        return branch;
    }

    /** That a key is there and has the value. */
    static Map<String, Object> is(String key, String value) {
        Map<String, Object> condition = given(key);
        condition.put(PROPERTIES, map(key, map("const", value)));
        return condition;
    }

    /** A map of keys and values in turn. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The shapes of declared parameters, by name. */
    static Map<String, Object> of(Parameter... parameters) {
        return of(Arrays.asList(parameters));
    }

    static Map<String, Object> of(List<Parameter> parameters) {
        Map<String, Object> shapes = new LinkedHashMap<>();
        parameters.forEach(p -> shapes.put(p.name(), of(p)));
        return shapes;
    }

    static Map<String, Object> described(Map<String, Object> shape, String description) {
        if (!description.isEmpty()) {
            shape.put(DESCRIPTION, description);
        }
        return shape;
    }

    private static Map<String, Object> typed(Object type) {
        return map(TYPE, type);
    }
}
