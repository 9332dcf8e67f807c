package org.mfg.output.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mfg.api.InvalidInputException;

/**
 * A face for the text of figures, the same on every machine: it comes with the program or from a file. Pixels are drawn and texts measured with it, PDF files
 * bring the characters that they have, and SVG files name it.
 */
public final class Typeface {
    /** Each is read when it is first asked for. */
    private static final class Sans {
        static final Typeface FACE = bundled("dejavu-sans.ttf", "'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif");

        private Sans() {}
    }

    private static final class Serif {
        static final Typeface FACE = bundled(
                "cmu-serif.ttf", "'CMU Serif', 'Latin Modern Roman', 'Computer Modern', 'Times New Roman', serif");

        private Serif() {}
    }

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    static {
        System.setProperty("java.awt.headless", "true");
    }

    private final byte[] file;
    private final Font font;
    private final String family;

    private Typeface(byte[] file, String others) throws IOException, FontFormatException {
        this.file = file;
        font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
        family = others.isEmpty() ? "'" + font.getFamily() + "', serif" : others;
    }

    /** DejaVu Sans. */
    public static Typeface sans() {
        return Sans.FACE;
    }

    /** CMU Serif, the Computer Modern that LaTeX sets papers in. */
    public static Typeface serif() {
        return Serif.FACE;
    }

    private static Typeface bundled(String name, String family) {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new Typeface(in.readAllBytes(), family);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The face in a TrueType file.
     *
     * @throws InvalidInputException if there is none
     */
    public static Typeface of(Path trueType) {
        try {
            return new Typeface(Files.readAllBytes(trueType), "");
        } catch (IOException | FontFormatException e) {
            throw InvalidInputException.of(
                    "font", "be sans, serif or a TrueType file (.ttf) that can be read", trueType);
        }
    }

    /** The content of the file. */
    byte[] file() {
        return file;
    }

    /** What SVG calls it, with others for where it is not installed. */
    String family() {
        return family;
    }

    /** The face in the given size for a text; a text with characters that it lacks is in what the machine has. */
    Font font(double size, String text) {
        Font all = font.canDisplayUpTo(text) < 0 ? font : new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        return all.deriveFont((float) size);
    }

    /** The text with question marks for the characters that the face lacks. */
    String displayable(String text) {
        return text.codePoints()
                .map(c -> font.canDisplay(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The width of a text. */
    double width(String text, double size) {
        return font(size, text).getStringBounds(text, EXACT).getWidth();
    }
}
