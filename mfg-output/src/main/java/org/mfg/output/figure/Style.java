package org.mfg.output.figure;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mfg.api.InvalidInputException;

/**
 * The look of figures: {@link #HOUSE}, or that of a paper by the methods that begin with "with". Figures are laid out in units that go with the size of the
 * font, so that all distances and lines grow with it.
 *
 * @param width how wide figures are printed, in cm
 * @param typeface the face of all text
 * @param fontSize the size of labels in points; numbers and legends have 0.9 of it
 * @param lineWidth the width of curves in points; axes and grids go with it
 * @param colors the colours of fields
 * @param limits the ends of colour bars by the quantity, a word of {@link #LIMITED}; what is not there goes from the least to the largest value
 * @param times which times a figure of several shows
 * @param words what to write in place of words and labels
 * @param formats the files to write; none for no figures
 */
public record Style(
        double width,
        Typeface typeface,
        double fontSize,
        double lineWidth,
        ColorMap colors,
        Map<String, Limits> limits,
        PanelTimes times,
        Map<String, String> words,
        Set<Format> formats) {

    /** The size of axis labels. */
    static final float LABEL = 19;

    /** The size of numbers and legends. */
    static final float TICK = 17;

    /** The size of numbers within figures of several panels. */
    static final float SMALL = 14;

    /** The colour of axes and text. */
    static final int INK = 0x202020;

    /** The colour of values that are missing in a heat map. */
    static final int MISSING = 0xd0d0d0;

    /** The colour of what must not be overlooked. */
    static final int WARNING = 0xb00020;

    /** How far the middle of a digit is above the baseline, as a part of the font size. */
    static final double MIDDLE = 0.36;

    /** The quantities whose colours may have limits. */
    public static final List<String> LIMITED = List.of("density", "value", "pressure");

    private static final double POINTS_PER_CM = 72 / 2.54;

    /** Half the house's width in its font, below which labels overlap. */
    private static final int LEAST_UNITS = 320;

    private static final int HOUSE_UNITS = 640;
    private static final double HOUSE_WIDTH = 8;
    private static final double HOUSE_SIZE = HOUSE_WIDTH * POINTS_PER_CM * LABEL / HOUSE_UNITS;
    private static final double HOUSE_LINE = HOUSE_SIZE / LABEL * Pen.DATA;

    /** A column of a paper, 8 cm wide, in a sans-serif face of 7 points. */
    public static final Style HOUSE = new Style(
            HOUSE_WIDTH,
            Typeface.sans(),
            HOUSE_SIZE,
            HOUSE_LINE,
            ColorMap.VIRIDIS,
            Map.of(),
            PanelTimes.AUTO,
            Map.of(),
            EnumSet.allOf(Format.class));

    /** What figures are written as. */
    public enum Format {
        PNG,
        SVG,
        PDF
    }

    /** The ends of a colour bar. */
    public record Limits(double lower, double upper) {
        /** @throws InvalidInputException if they are not in order */
        public Limits {
            if (!(lower < upper)) {
                throw InvalidInputException.of(
                        "limits", "be two numbers of which the first is less", lower + ", " + upper);
            }
        }
    }

    /** @throws InvalidInputException if the width does not suffice for the size of the font */
    public Style {
        limits = Map.copyOf(limits);
        words = Map.copyOf(words);
        formats = Set.copyOf(formats);
        if (!(fontSize > 0 && lineWidth > 0)) {
            throw InvalidInputException.of("font-size and line-width", "be > 0", fontSize + ", " + lineWidth);
        }
        double least = LEAST_UNITS * fontSize / LABEL / POINTS_PER_CM;
        if (!(width >= least)) {
            throw InvalidInputException.of(
                    "width", "be >= " + Numbers.decimal(least, 1) + " cm for a font of this size", width + " cm");
        }
    }

    /** The same in another width, in cm, in another face and size and with other lines, in points. */
    public Style withPrint(double cm, Typeface face, double points, double linePoints) {
        return new Style(cm, face, points, linePoints, colors, limits, times, words, formats);
    }

    /** The same with other colours, and limits for some of them. */
    public Style withColors(ColorMap map, Map<String, Limits> ends) {
        return new Style(width, typeface, fontSize, lineWidth, map, ends, times, words, formats);
    }

    /** The same with other times. */
    public Style withTimes(PanelTimes other) {
        return new Style(width, typeface, fontSize, lineWidth, colors, limits, other, words, formats);
    }

    /** The same with other words, which may be whole labels. */
    public Style withWords(Map<String, String> other) {
        return new Style(width, typeface, fontSize, lineWidth, colors, limits, times, other, formats);
    }

    /** The same in other formats. */
    public Style withFormats(Set<Format> other) {
        return new Style(width, typeface, fontSize, lineWidth, colors, limits, times, words, other);
    }

    /** Whether figures are wanted. */
    public boolean draws() {
        return !formats.isEmpty();
    }

    /** The width in units. */
    int units() {
        return (int) Math.round(width / unit());
    }

    /** A length that is the given one in a figure as wide as the house's. */
    int scaled(int length) {
        return Math.round((float) length * units() / HOUSE_UNITS);
    }

    /** A unit in cm. */
    double unit() {
        return fontSize / LABEL / POINTS_PER_CM;
    }

    /** The factor of all widths of lines. */
    double weight() {
        return lineWidth / (Pen.DATA * fontSize / LABEL);
    }

    /** The colours of a quantity: between its limits where it has some, else between the given ends. */
    Scale limited(String quantity, Scale otherwise, int ticks) {
        Limits ends = limits.get(quantity);
        return ends == null ? otherwise : Scale.exactly(ends.lower(), ends.upper(), ticks);
    }

    /** The text as it is written. */
    List<TextRun> runs(String text) {
        return TextRun.of(Words.said(text, words));
    }

    /** The width of a text. */
    double width(String text, float size) {
        return runs(text).stream()
                .mapToDouble(run -> typeface.width(run.text(), size * run.scale()))
                .sum();
    }
}
