package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;
import org.mfg.output.figure.ColorMap;
import org.mfg.output.figure.PanelTimes;
import org.mfg.output.figure.Style;
import org.mfg.output.figure.Style.Format;
import org.mfg.output.figure.Style.Limits;
import org.mfg.output.figure.Typeface;

class StyleFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("paper.yaml"), text);
    }

    @Test
    void allOfAStyleIsRead() throws IOException {
        Style style = StyleFile.read(file("""
                width: 8.6
                font: serif
                font-size: 8
                line-width: 0.9
                colours: cividis
                limits: {density: [0, 4], value: [-1, 1]}
                times: even
                words: {viscosity: ν, initial density: "m₀"}
                formats: [pdf]
                """));
        assertThat(style)
                .isEqualTo(new Style(
                        8.6,
                        Typeface.serif(),
                        8,
                        0.9,
                        ColorMap.CIVIDIS,
                        Map.of("density", new Limits(0, 4), "value", new Limits(-1, 1)),
                        PanelTimes.EVEN,
                        Map.of("viscosity", "ν", "initial density", "m₀"),
                        Set.of(Format.PDF)));
    }

    @Test
    void whatIsNotSaidIsTheHouses() throws IOException {
        assertThat(StyleFile.read(file("font: sans"))).isEqualTo(Style.HOUSE);
        assertThat(StyleFile.read(file("width: 17")).times()).isSameAs(PanelTimes.AUTO);
    }

    /** A face that is in a file beside the style: here one that the program has itself. */
    @Test
    void aTrueTypeFileIsAFont() throws IOException {
        try (var face = Typeface.class.getResourceAsStream("cmu-serif.ttf")) {
            Files.copy(face, folder.resolve("mine.ttf"));
        }
        assertThat(StyleFile.read(file("font: mine.ttf")).typeface()).isNotSameAs(Typeface.sans());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            colors: grey           | 1 | unknown key of a style 'colors'
            colours: jet           | 1 | colours must be one of viridis, cividis, magma, grey, was 'jet'
            width: 8 cm            | 1 | width must be a number, was 8 cm
            width: 1               | 1 | width must be >= 2 and <= 100, was 1
            font: Times            | 1 | font must be sans, serif or a TrueType file (.ttf) that can be read
            font-size: 12          | 1 | width must be >= 7.1 cm for a font of this size
            times: often           | 1 | times must be auto, even or a list of times, was 'often'
            limits: {density: [2, 1]} | 1 | limits must be two numbers of which the first is less, was 2.0, 1.0
            limits: {mass: [0, 1]} | 1 | unknown quantity with colours 'mass'
            formats: [eps]         | 1 | formats must be one of png, svg, pdf, was 'eps'
            formats: []            | 1 | formats must have one or more of png, svg and pdf
            """)
    void whatIsWrongIsToldWithItsLine(String text, int line, String message) throws IOException {
        Path style = file(text.startsWith("font-size") ? "width: 5\n" + text : text);
        assertThatThrownBy(() -> StyleFile.read(style))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("paper.yaml:" + line);
    }
}
