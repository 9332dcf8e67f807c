package org.mfg.examples.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Parameters;
import org.mfg.examples.study.Outcome;
import org.mfg.examples.study.Study;

/** {@code summary.json}: what was solved, how, and how it ended. Numbers that are not finite are null. */
final class SummaryJson {
    private final JsonGenerator json;

    private SummaryJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(OutputStream out, Outcome outcome, double writeSeconds) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new SummaryJson(json).summary(outcome, writeSeconds);
            json.writeRaw('\n');
        }
    }

    private void summary(Outcome outcome, double writeSeconds) throws IOException {
        Study study = outcome.study();
        json.writeStartObject();
        problem(study);
        grid(study.discreteGame().grid(), study.discreteGame().time().steps());
        provider("discretization", study.discretization(), study.discretizationParameters());
        provider("solver", study.solver(), study.solverParameters());
        result(outcome.equilibrium());
        json.writeObjectFieldStart("seconds");
        number("setup", study.setupSeconds());
        number("solve", outcome.solveSeconds());
        number("write", writeSeconds);
        json.writeEndObject();
        json.writeStringField("version", Version.text());
        json.writeStringField("java", Runtime.version().toString());
        json.writeEndObject();
    }

    private void problem(Study study) throws IOException {
        MeanFieldGame game = study.discreteGame().game();
        json.writeObjectFieldStart("problem");
        json.writeStringField("game", study.name());
        json.writeStringField("description", study.description());
        if (!study.parts().isEmpty()) {
            json.writeObjectFieldStart("parts");
            for (Map.Entry<String, String> part : study.parts().entrySet()) {
                json.writeStringField(part.getKey(), part.getValue());
            }
            json.writeEndObject();
        }
        parameters(study.parameters());
        number("horizon", game.horizon());
        number("viscosity", game.viscosity());
        json.writeArrayFieldStart("domain");
        for (Axis axis : game.domain().axes()) {
            json.writeStartObject();
            json.writeStringField("axis", axis.name());
            number("lower", axis.lower());
            number("upper", axis.upper());
            boundary("lower", axis.lowerBoundary());
            boundary("upper", axis.upperBoundary());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void boundary(String side, Boundary boundary) throws IOException {
        switch (boundary.kind()) {
            case NO_FLUX -> json.writeStringField(side + "-boundary", "no-flux");
            case PERIODIC -> json.writeStringField(side + "-boundary", "periodic");
            case EXIT -> {
                json.writeStringField(side + "-boundary", "exit");
                number(side + "-exit-cost", boundary.exitCost());
            }
        }
    }

    private void grid(Grid grid, int steps) throws IOException {
        json.writeObjectFieldStart("grid");
        json.writeArrayFieldStart("nodes");
        for (int k = 0; k < grid.dimension(); k++) {
            json.writeNumber(grid.nodes(k));
        }
        json.writeEndArray();
        json.writeNumberField("steps", steps);
        json.writeEndObject();
    }

    private void provider(String kind, String name, Parameters parameters) throws IOException {
        json.writeObjectFieldStart(kind);
        json.writeStringField("name", name);
        parameters(parameters);
        json.writeEndObject();
    }

    private void parameters(Parameters parameters) throws IOException {
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, Object> parameter : parameters.asMap().entrySet()) {
            json.writePOJOField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
    }

    private void result(Equilibrium equilibrium) throws IOException {
        Iteration last = equilibrium.last();
        json.writeStringField("status", equilibrium.status().name());
        json.writeStringField("message", equilibrium.message());
        json.writeNumberField("iterations", equilibrium.iterations());
        json.writeNumberField("sweeps", equilibrium.sweeps());
        number("hjb-residual", last.hjbResidual());
        number("fp-residual", last.fpResidual());
        number("defect", last.defect());
        number("exploitability", last.exploitability());
        number("mass-drift", last.massDrift());
        number("min-density", last.minDensity());
    }

    private void number(String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(field, value);
        } else {
            json.writeNullField(field);
        }
    }
}
