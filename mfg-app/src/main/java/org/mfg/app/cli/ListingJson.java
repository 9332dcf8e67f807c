package org.mfg.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Provider;

/** Providers with their declared parameters as maps and lists, for programs. */
final class ListingJson {
    private ListingJson() {}

    static Map<String, Object> of(Provider<?> provider) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", provider.name());
        fields.put("description", provider.description());
        if (provider instanceof GameProvider game) {
            fields.put("nodes", Arrays.stream(game.defaultNodes()).boxed().toList());
            fields.put("steps", game.defaultSteps());
        }
        List<Object> parameters = new ArrayList<>();
        provider.parameters().forEach(p -> parameters.add(of(p)));
        fields.put("parameters", parameters);
        return fields;
    }

    private static Map<String, Object> of(Parameter parameter) {
        Range range = parameter.range();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", parameter.name());
        fields.put("type", Declared.type(parameter));
        fields.put("default", parameter.defaultValue());
        if (range.lower() != Double.NEGATIVE_INFINITY) {
            fields.put(range.lowerOpen() ? "above" : "least", range.lower());
        }
        if (range.upper() != Double.POSITIVE_INFINITY) {
            fields.put(range.upperOpen() ? "below" : "most", range.upper());
        }
        if (!range.choices().isEmpty()) {
            fields.put("choices", range.choices());
        }
        fields.put("range", Declared.range(parameter));
        fields.put("unit", parameter.unit());
        fields.put("description", parameter.description());
        return fields;
    }
}
