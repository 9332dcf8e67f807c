package org.mfg.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;

/**
 * Calls of the command line, one after the other, in one process. A call is a line with its arguments, {@code ["run", "tutorial"]}; the
 * answer is a line as well, {@code {"code": 0, "out": "...", "err": "..."}}. Both are JSON, the answer in ASCII.
 */
final class Answers {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Answers() {}

    /** Answers each line until there is none. */
    static void toAll(BufferedReader calls, PrintWriter answers) throws IOException {
        for (@Nullable String call = calls.readLine(); call != null; call = calls.readLine()) {
            answers.println(to(call));
            answers.flush();
        }
    }

    private static String to(String call) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = code(call, new PrintWriter(out), new PrintWriter(err));
        StringWriter answer = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(answer)) {
            json.writeStartObject();
            json.writeNumberField("code", code);
            json.writeStringField("out", out.toString());
            json.writeStringField("err", err.toString());
            json.writeEndObject();
        }
        return answer.toString();
    }

    private static int code(String call, PrintWriter out, PrintWriter err) throws IOException {
        List<String> arguments = arguments(call);
        if (arguments.isEmpty() || arguments.contains(ServeCommand.NAME)) {
            err.println("mfg: call must be a line with a list of arguments as JSON, [\"run\", \"tutorial\"], but was "
                    + InvalidInputException.shown(call));
            return ExitCode.BAD_INPUT;
        }
        return new MfgCommand(out, err, null).execute(arguments.toArray(new String[0]));
    }

    /** The arguments; none if the line is not a list of them. */
    private static List<String> arguments(String call) throws IOException {
        List<String> arguments = new ArrayList<>();
        try (JsonParser json = JSON.createParser(call)) {
            boolean isList = json.nextToken() == JsonToken.START_ARRAY;
            while (isList && json.nextToken() == JsonToken.VALUE_STRING) {
                arguments.add(json.getText());
            }
            boolean isWhole = isList && json.currentToken() == JsonToken.END_ARRAY && json.nextToken() == null;
            return isWhole ? arguments : List.of();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
