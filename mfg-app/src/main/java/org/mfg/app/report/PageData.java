package org.mfg.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of a page, JSON in a script element. The signs that could end the element are written as escapes, and numbers
 * that are not finite as null. Jackson leaves the writer open and unflushed to the caller.
 */
final class PageData {
    private final List<LineChart> charts = new ArrayList<>();
    private @Nullable FieldSamples fields;

    void add(LineChart chart) {
        charts.add(chart);
    }

    void add(FieldSamples samples) {
        fields = samples;
    }

    void write(Writer out) throws IOException {
        JsonFactory factory = new JsonFactory();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        factory.setCharacterEscapes(new ScriptEscapes());
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("charts");
            for (LineChart chart : charts) {
                json.writeFieldName(chart.id());
                write(json, chart);
            }
            json.writeEndObject();
            if (fields != null) {
                fields.write(json);
            }
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, LineChart chart) throws IOException {
        json.writeStartObject();
        json.writeStringField("quantity", chart.quantity());
        json.writeBooleanField("logarithmic", chart.isLogarithmic());
        json.writeArrayFieldStart("lines");
        for (LineChart.Line line : chart.lines()) {
            json.writeStartObject();
            json.writeStringField("name", line.name());
            json.writeObjectFieldStart("against");
            for (Map.Entry<String, double[]> axis : line.against().entrySet()) {
                json.writeFieldName(axis.getKey());
                numbers(json, axis.getValue(), false);
            }
            json.writeEndObject();
            json.writeFieldName("values");
            numbers(json, line.values(), chart.isLogarithmic());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void numbers(JsonGenerator json, double[] values, boolean onlyPositive) throws IOException {
        json.writeStartArray();
        for (double value : values) {
            if (Double.isFinite(value) && !(onlyPositive && value <= 0)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
