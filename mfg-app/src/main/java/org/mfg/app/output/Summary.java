package org.mfg.app.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.output.file.ResultFolder;

/** A {@code summary.json}, read: what is needed to do the same again. */
public final class Summary {
    static final String GAME_FILE = "game-file";
    static final String GAME_FOLDER = "game-folder";

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final long MAX_BYTES = 1 << 24;

    private final Path file;
    private final Map<?, ?> fields;

    private Summary(Path file, Map<?, ?> fields) {
        this.file = file;
        this.fields = fields;
    }

    /**
     * Reads a summary.
     *
     * @throws InvalidInputException if the file is not there or not JSON
     */
    public static Summary read(Path file) {
        try {
            ResultFolder.settle(file.toAbsolutePath().resolveSibling(""));
            if (!Files.isRegularFile(file)) {
                throw InvalidInputException.of("summary", "be a file that exists", file);
            }
            if (Files.size(file) > MAX_BYTES) {
                throw InvalidInputException.of("summary", "be at most " + MAX_BYTES + " bytes", file);
            }
            try (JsonParser json = STRICT.createParser(file.toFile())) {
                json.nextToken();
                Object read = value(json);
                if (json.nextToken() != null) {
                    throw new IOException("there is more after its end");
                }
                if (read instanceof Map<?, ?> fields) {
                    return new Summary(file, fields);
                }
                throw InvalidInputException.of("summary", "be a JSON object", file);
            }
        } catch (IOException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw InvalidInputException.because("summary", "malformed JSON: " + problem)
                    .at(file.toString());
        }
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new IOException("the file ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser json) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(json));
        }
        return array;
    }

    /** The name of the game. */
    public String game() {
        String name = (String) of(object(fields, "problem"), "game", String.class);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw InvalidInputException.of("game", "be letters, digits, '.', '_' and '-'", "'" + name + "'")
                    .at(file.toString());
        }
        return name;
    }

    /** The values of its parameters. */
    public Map<String, Object> parameters() {
        return values(object(fields, "problem"));
    }

    /** The game file, if there was one; where that folder is gone, in the folder of the summary. */
    public Optional<GameText> gameFile() {
        if (!fields.containsKey(GAME_FILE)) {
            return Optional.empty();
        }
        String text = (String) of(fields, GAME_FILE, String.class);
        String folder = (String) of(fields, GAME_FOLDER, String.class);
        Path beside = file.toAbsolutePath().resolveSibling("");
        try {
            return Optional.of(new GameText(text, Files.isDirectory(Path.of(folder)) ? Path.of(folder) : beside));
        } catch (InvalidPathException e) {
            throw InvalidInputException.of(GAME_FOLDER, "be the path of a folder", folder);
        }
    }

    /** The names of the axes. */
    public List<String> axes() {
        List<String> names = new ArrayList<>();
        for (Object axis : (List<?>) of(object(fields, "problem"), "domain", List.class)) {
            if (!(axis instanceof Map<?, ?> described)) {
                throw InvalidInputException.because(
                        "domain", "summary must be one that mfg run wrote, but its domain is not as it was");
            }
            names.add((String) of(described, "axis", String.class));
        }
        return names;
    }

    /** The commit that wrote it. */
    public String commit() {
        return String.valueOf(fields.get("commit"));
    }

    /** The grid. */
    public GridChoice grid() {
        Map<?, ?> grid = object(fields, "grid");
        List<?> nodes = (List<?>) of(grid, "nodes", List.class);
        Map<Integer, Integer> byAxis = new HashMap<>();
        for (int k = 0; k < nodes.size(); k++) {
            byAxis.put(k, count(nodes.get(k)));
        }
        OptionalDouble grading = grid.containsKey(GridChoice.TIME_GRADING)
                ? OptionalDouble.of((Double) of(grid, GridChoice.TIME_GRADING, Double.class))
                : OptionalDouble.empty();
        return new GridChoice(byAxis, OptionalInt.of(count(of(grid, "steps", Long.class))), grading);
    }

    private int count(@Nullable Object number) {
        if (number instanceof Long n && n > 0 && n < Integer.MAX_VALUE) {
            return n.intValue();
        }
        throw InvalidInputException.of("grid", "have numbers of nodes and steps", String.valueOf(number))
                .at(file.toString());
    }

    /** The discretisation or the solver. */
    public Choice choice(String role) {
        Map<?, ?> provider = object(fields, role);
        return new Choice((String) of(provider, "name", String.class), values(provider));
    }

    private Map<String, Object> values(Map<?, ?> provider) {
        Map<String, Object> values = new LinkedHashMap<>();
        object(provider, "parameters").forEach((name, value) -> values.put(String.valueOf(name), given(value)));
        return values;
    }

    /** Whoever writes null means no default. */
    private static Object given(@Nullable Object value) {
        return value == null ? "null" : value;
    }

    private Map<?, ?> object(Map<?, ?> in, String field) {
        return (Map<?, ?>) of(in, field, Map.class);
    }

    private Object of(Map<?, ?> in, String field, Class<?> type) {
        Object value = in.get(field);
        if (!type.isInstance(value)) {
            throw InvalidInputException.because(
                    field, "summary must be one that mfg run wrote, but its " + field + " is missing or not as it was");
        }
        return value;
    }
}
