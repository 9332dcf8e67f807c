package org.mfg.app.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a file, with the name of its field and its place. Asking for what it is not is an error with both. */
final class Value {
    private final String field;
    private final Node node;
    private final String file;

    Value(String field, Node node, String file) {
        this.field = field;
        this.node = node;
        this.file = file;
    }

    /** Where the value was written: file and line. */
    String place() {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    /** The file that the text names, seen from the folder of this one. */
    Path path() {
        try {
            return Path.of(file).resolveSibling(text());
        } catch (InvalidPathException e) {
            throw mustBe("be the path of a file");
        }
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The value as a single text; numbers and the like as they were written. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw mustBe("be a single value");
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            throw mustBe("be a value");
        }
        return scalar.getValue();
    }

    /** The value as that of a declared parameter, checked. */
    Object as(Parameter parameter) {
        String text = text();
        return placing(() -> parameter.parse(text));
    }

    /** What is made of the value; what is wrong with it gets its place. */
    <T> T placing(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidInputException e) {
            throw e.at(place());
        }
    }

    /** The value as a finite number. */
    double number(String key) {
        return (Double) as(Parameter.real(key, 0, Range.ANY, "", ""));
    }

    /** The value as a list of so many finite numbers. */
    double[] numbers(int count, String inWords) {
        if (!isList() || list().size() != count) {
            throw mustBe(inWords);
        }
        return list().stream().mapToDouble(v -> v.number(field)).toArray();
    }

    /** The value as a list. */
    List<Value> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw mustBe("be a list");
        }
        List<Value> values = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            values.add(new Value(field, element, file));
        }
        return values;
    }

    /** The value as a map from keys to values. */
    Section section() {
        if (!(node instanceof MappingNode mapping)) {
            throw mustBe("be a map of keys and values");
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new Value("key", tuple.getKeyNode(), file).text();
            Value keyed = new Value(key, tuple.getKeyNode(), file);
            Value value = new Value(key, tuple.getValueNode(), file);
            Value before = values.putIfAbsent(key, value);
            if (before != null) {
                throw InvalidInputException.because(key, key + " is given twice, first at " + before.place())
                        .at(keyed.place());
            }
        }
        return new Section(this, values);
    }

    /** The error that the value is not what it must be. */
    InvalidInputException mustBe(String allowed) {
        return InvalidInputException.of(field, allowed, inWords()).at(place());
    }

    private String inWords() {
        if (node instanceof ScalarNode scalar) {
            boolean isEmpty =
                    scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank();
            return isEmpty ? "empty" : "'" + scalar.getValue() + "'";
        }
        return node instanceof SequenceNode ? "a list" : "a map";
    }
}
