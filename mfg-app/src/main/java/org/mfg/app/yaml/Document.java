package org.mfg.app.yaml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.output.file.FileTrouble;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * Parses a YAML file into nodes that know their lines. No object is ever built from a tag and aliases stay references, so
 * a file from a stranger can neither run code nor grow in memory.
 */
final class Document {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 20;

    private Document() {}

    /** The file's top level. */
    static Value parse(byte[] bytes, Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            Node node = new Yaml(options).compose(new UnicodeReader(new ByteArrayInputStream(bytes)));
            if (node == null) {
                throw InvalidInputException.because("file", "the file is empty").at(file.toString());
            }
            return new Value("file", node, file.toString());
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String place = mark == null ? file.toString() : file + ":" + (mark.getLine() + 1);
            throw malformed(e.getProblem(), place);
        } catch (YAMLException e) {
            boolean isBinary = e.getCause() instanceof CharacterCodingException;
            String problem = isBinary ? "the file is not a text in UTF-8" : e.getMessage();
            throw malformed(problem, file.toString());
        }
    }

    /**
     * What is in the file.
     *
     * @param kind what it should be, for messages: for example "game file"
     */
    static byte[] bytes(Path file, String kind) {
        if (!Files.exists(file)) {
            throw InvalidInputException.of(kind, "exist", file);
        }
        if (Files.isDirectory(file)) {
            throw InvalidInputException.of(kind, "be a file", "the folder " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw InvalidInputException.because(kind, kind + " must be at most " + MAX_BYTES + " bytes")
                        .at(file.toString());
            }
            return bytes;
        } catch (IOException e) {
            throw InvalidInputException.of(kind, "be readable", file + ": " + FileTrouble.ofReading(e));
        }
    }

    private static InvalidInputException malformed(@Nullable String problem, String place) {
        String line = String.valueOf(problem).lines().findFirst().orElse("");
        return InvalidInputException.because("file", "malformed YAML: " + line).at(place);
    }
}
