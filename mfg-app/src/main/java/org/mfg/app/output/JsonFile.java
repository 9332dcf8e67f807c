package org.mfg.app.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.mfg.api.game.Horizon;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Study;

/** A JSON object in the making, and how games, grids and providers look in one. Numbers that are not finite are null. */
public final class JsonFile {
    private final JsonGenerator json;

    private JsonFile(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one object, with the fields that the content adds. */
    static void write(OutputStream out, Content content) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            content.writeTo(new JsonFile(json));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** The fields of a file. */
    @FunctionalInterface
    public interface Content {
        /** Adds the fields. */
        void writeTo(JsonFile out) throws IOException;
    }

    /** The fields of an object within. */
    @FunctionalInterface
    public interface Fields {
        /** Adds the fields. */
        void write() throws IOException;
    }

    /** Adds an object. */
    public void object(String field, Fields fields) throws IOException {
        json.writeObjectFieldStart(field);
        fields.write();
        json.writeEndObject();
    }

    /** Adds an array of objects, one for each of the items. */
    public <T> void array(String field, Iterable<T> items, ItemFields<T> fields) throws IOException {
        json.writeArrayFieldStart(field);
        for (T item : items) {
            json.writeStartObject();
            fields.write(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The fields of an item. */
    @FunctionalInterface
    public interface ItemFields<T> {
        /** Adds the fields. */
        void write(T item) throws IOException;
    }

    /** Adds a text. */
    public void text(String field, String value) throws IOException {
        json.writeStringField(field, value);
    }

    /** Adds a whole number. */
    public void integer(String field, long value) throws IOException {
        json.writeNumberField(field, value);
    }

    /** Adds true or false. */
    public void truth(String field, boolean value) throws IOException {
        json.writeBooleanField(field, value);
    }

    /** Adds a number, or null where it is not finite. */
    public void number(String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(field, value);
        } else {
            json.writeNullField(field);
        }
    }

    /** Adds what was asked: problem, grid, discretisation and solver. */
    public void study(Study study) throws IOException {
        study(study, study.solverParameters().asMap());
    }

    /** The same with some of the solver's parameters. */
    void study(Study study, Map<String, Object> ofSolver) throws IOException {
        object("problem", () -> problem(study));
        object(
                "grid",
                () -> grid(study.discreteGame().grid(), study.discreteGame().time()));
        object(
                "discretization",
                () -> provider(
                        study.discretization(), study.discretizationParameters().asMap()));
        object("solver", () -> provider(study.solver(), ofSolver));
    }

    /** Adds the versions of the framework, with the commit it was built from, and of Java. */
    public void versions() throws IOException {
        text("version", Version.text());
        text("commit", Version.commit());
        text("java", Runtime.version().toString());
    }

    private void problem(Study study) throws IOException {
        MeanFieldGame game = study.discreteGame().game();
        text("game", study.name());
        text("description", study.description());
        if (!study.parts().isEmpty()) {
            object("parts", () -> {
                for (Map.Entry<String, String> part : study.parts().entrySet()) {
                    text(part.getKey(), part.getValue());
                }
            });
        }
        parameters(study.parameters().asMap());
        if (game.horizon() instanceof Horizon.Until until) {
            number("horizon", until.time());
        } else {
            text("horizon", "forever");
        }
        number("discount", game.discount());
        if (game.death().isPresent()) {
            number("death-rate", game.deathRate());
        }
        if (game.diffusion().viscosity().isPresent()) {
            number("viscosity", game.diffusion().viscosity().getAsDouble());
        }
        array("domain", game.domain().axes(), this::axis);
    }

    private void axis(Axis axis) throws IOException {
        text("axis", axis.name());
        if (axis.hasStates()) {
            States states = axis.states().orElseThrow();
            strings("states", states.names());
            json.writeArrayFieldStart("rates");
            for (List<Double> row : states.rates()) {
                numbers(row);
            }
            json.writeEndArray();
            return;
        }
        number("lower", axis.lower());
        number("upper", axis.upper());
        boundary("lower", axis.lowerBoundary());
        boundary("upper", axis.upperBoundary());
    }

    /** Adds a list of texts. */
    public void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void numbers(List<Double> values) throws IOException {
        json.writeStartArray();
        for (double value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    private void boundary(String side, Boundary boundary) throws IOException {
        switch (boundary.kind()) {
            case NO_FLUX -> text(side + "-boundary", "no-flux");
            case STATE_CONSTRAINT -> text(side + "-boundary", "state-constraint");
            case PERIODIC -> text(side + "-boundary", "periodic");
            case EXIT -> {
                text(side + "-boundary", "exit");
                number(side + "-exit-cost", boundary.exitCost());
            }
        }
    }

    private void grid(Grid grid, TimeGrid time) throws IOException {
        json.writeArrayFieldStart("nodes");
        for (int k = 0; k < grid.dimension(); k++) {
            json.writeNumber(grid.nodes(k));
        }
        json.writeEndArray();
        integer("steps", time.steps());
        timeGrading(time);
    }

    /** Adds how time steps grow, if they do. */
    public void timeGrading(TimeGrid time) throws IOException {
        if (!time.isEven()) {
            number(GridChoice.TIME_GRADING, time.grading());
        }
    }

    private void provider(String name, Map<String, Object> parameters) throws IOException {
        text("name", name);
        parameters(parameters);
    }

    private void parameters(Map<String, Object> parameters) throws IOException {
        object("parameters", () -> {
            for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
                json.writePOJOField(parameter.getKey(), parameter.getValue());
            }
        });
    }
}
