package org.mfg.app.yaml;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.output.figure.ColorMap;
import org.mfg.output.figure.PanelTimes;
import org.mfg.output.figure.Style;
import org.mfg.output.figure.Style.Format;
import org.mfg.output.figure.Style.Limits;
import org.mfg.output.figure.Typeface;

/** Reads the look of figures from a YAML file; what it does not say is that of the house. */
public final class StyleFile {
    private static final Parameter WIDTH =
            Parameter.real("width", Style.HOUSE.width(), Range.between(2, 100), "cm", "");
    private static final Parameter SIZE =
            Parameter.real("font-size", Style.HOUSE.fontSize(), Range.between(3, 40), "pt", "");
    private static final Parameter LINE =
            Parameter.real("line-width", Style.HOUSE.lineWidth(), Range.between(0.1, 10), "pt", "");
    private static final String FONT = "font";
    private static final String COLOURS = "colours";
    private static final String LIMITS = "limits";
    private static final String TIMES = "times";
    private static final String WORDS = "words";
    private static final String FORMATS = "formats";
    private static final List<String> KEYS =
            List.of(WIDTH.name(), FONT, SIZE.name(), LINE.name(), COLOURS, LIMITS, TIMES, WORDS, FORMATS);

    private StyleFile() {}

    /**
     * Reads the file.
     *
     * @throws InvalidInputException if anything in it is not valid; the message tells file, line and what is allowed
     */
    public static Style read(Path file) {
        Value root = Document.parse(Document.bytes(file, "style file"), file);
        Section section = root.section();
        section.allowOnly("key of a style", KEYS);
        Style house = Style.HOUSE;
        double width = real(section, WIDTH);
        double size = real(section, SIZE);
        double line = real(section, LINE);
        Style style = house.withColors(
                        section.find(COLOURS)
                                .map(value -> named(ColorMap.class, value))
                                .orElse(house.colors()),
                        section.find(LIMITS).map(StyleFile::limits).orElse(house.limits()))
                .withTimes(section.find(TIMES).map(StyleFile::times).orElse(house.times()))
                .withWords(section.find(WORDS).map(StyleFile::words).orElse(house.words()))
                .withFormats(section.find(FORMATS).map(StyleFile::formats).orElse(house.formats()));
        Typeface face = section.find(FONT).map(StyleFile::face).orElse(house.typeface());
        return section.find(WIDTH.name()).orElse(root).placing(() -> style.withPrint(width, face, size, line));
    }

    private static double real(Section section, Parameter parameter) {
        return (Double)
                section.find(parameter.name()).map(value -> value.as(parameter)).orElse(parameter.defaultValue());
    }

    private static Typeface face(Value value) {
        return switch (value.text()) {
            case "sans" -> Typeface.sans();
            case "serif" -> Typeface.serif();
            default -> value.placing(() -> Typeface.of(value.path()));
        };
    }

    private static <E extends Enum<E>> E named(Class<E> type, Value value) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String name = value.text();
        if (!names.contains(name)) {
            throw value.mustBe("be one of " + String.join(", ", names));
        }
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    private static Map<String, Limits> limits(Value value) {
        Section section = value.section();
        section.allowOnly("quantity with colours", Style.LIMITED);
        Map<String, Limits> limits = new LinkedHashMap<>();
        for (String key : section.keys()) {
            Value ends = section.required(key);
            double[] both = ends.numbers(2, "be two numbers, [least, largest]");
            limits.put(key, ends.placing(() -> new Limits(both[0], both[1])));
        }
        return limits;
    }

    private static PanelTimes times(Value value) {
        if (value.isList()) {
            List<Value> times = value.list();
            if (times.isEmpty()) {
                throw value.mustBe("have a time");
            }
            return PanelTimes.at(
                    times.stream().mapToDouble(time -> time.number(TIMES)).toArray());
        }
        return switch (value.text()) {
            case "auto" -> PanelTimes.AUTO;
            case "even" -> PanelTimes.EVEN;
            default -> throw value.mustBe("be auto, even or a list of times");
        };
    }

    private static Map<String, String> words(Value value) {
        Section section = value.section();
        Map<String, String> words = new LinkedHashMap<>();
        section.keys().forEach(key -> words.put(key, section.required(key).text()));
        return words;
    }

    private static Set<Format> formats(Value value) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        value.list().forEach(format -> formats.add(named(Format.class, format)));
        if (formats.isEmpty()) {
            throw value.mustBe("have one or more of png, svg and pdf");
        }
        return formats;
    }
}
