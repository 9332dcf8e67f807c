package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Base64;

/** Writes a picture as SVG 1.1. Text stays text; coordinates have two decimals, a hundredth of a unit. */
final class SvgCanvas implements Canvas {
    private static final String[] ANCHORS = {"start", "middle", "end"};

    private final StringBuilder svg = new StringBuilder(1 << 16);

    private final Style style;

    private SvgCanvas(Style style) {
        this.style = style;
    }

    /** The picture on white, as a document. */
    static String paint(Picture picture) {
        SvgCanvas canvas = new SvgCanvas(picture.style());
        double unit = picture.style().unit();
        canvas.svg
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"");
        canvas.number(unit * picture.width());
        canvas.svg.append("cm\" height=\"");
        canvas.number(unit * picture.height());
        canvas.svg
                .append("cm\" viewBox=\"0 0 " + picture.width() + " " + picture.height())
                .append("\" font-family=\"" + picture.style().typeface().family())
                .append("\" stroke-linejoin=\"round\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        picture.painter().accept(canvas);
        return canvas.svg.append("</svg>\n").toString();
    }

    @Override
    public Style style() {
        return style;
    }

    @Override
    public void fill(Path2D area, int rgb) {
        if (area.getCurrentPoint() == null) {
            return;
        }
        path(area);
        svg.append("\" fill=\"");
        color(rgb);
        svg.append("\"/>\n");
    }

    @Override
    public void stroke(Path2D line, Pen pen) {
        if (line.getCurrentPoint() == null) {
            return;
        }
        path(line);
        svg.append("\" fill=\"none\" stroke=\"");
        color(pen.rgb());
        svg.append("\" stroke-width=\"");
        number(style.weight() * pen.width());
        if (pen.opacity() < 1) {
            svg.append("\" stroke-opacity=\"");
            number(pen.opacity());
        }
        if (!pen.dashes().isEmpty()) {
            svg.append("\" stroke-dasharray=\"");
            pen.dashes().forEach(length -> numberAndSpace(style.weight() * length));
        }
        svg.append("\"/>\n");
    }

    @Override
    public void text(String text, float size, double x, double y, Align align, double angle, int rgb) {
        if (text.isEmpty()) {
            return;
        }
        svg.append("<text transform=\"translate(");
        number(x);
        svg.append(' ');
        number(y);
        svg.append(')');
        if (angle != 0) {
            svg.append(" rotate(");
            number(Math.toDegrees(angle));
            svg.append(')');
        }
        svg.append("\" y=\"");
        number(Style.MIDDLE * size);
        svg.append("\" font-size=\"");
        number(size);
        svg.append("\" text-anchor=\"").append(ANCHORS[align.ordinal()]).append("\" fill=\"");
        color(rgb);
        svg.append("\">");
        double rise = 0;
        for (TextRun run : style.runs(text)) {
            rise = run(run, size, rise);
        }
        svg.append("</text>\n");
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        svg.append("<image preserveAspectRatio=\"none\" x=\"");
        number(area.getX());
        svg.append("\" y=\"");
        number(area.getY());
        svg.append("\" width=\"");
        number(area.getWidth());
        svg.append("\" height=\"");
        number(area.getHeight());
        svg.append("\" xlink:href=\"data:image/png;base64,");
        svg.append(Base64.getEncoder().encodeToString(Png.encode(image, 1))).append("\"/>\n");
    }

    /** Writes a part of a text after one that stands so high; returns how high it stands. */
    private double run(TextRun run, double size, double before) {
        if (run.rise() == before && run.scale() == 1) {
            svg.append(escaped(run.text()));
            return before;
        }
        svg.append("<tspan dy=\"");
        number(size * (before - run.rise()));
        svg.append("\" font-size=\"");
        number(size * run.scale());
        svg.append("\">").append(escaped(run.text())).append("</tspan>");
        return run.rise();
    }

    private void path(Path2D path) {
        svg.append("<path d=\"");
        double[] point = new double[6];
        for (PathIterator i = path.getPathIterator(null, 0.01); !i.isDone(); i.next()) {
            int kind = i.currentSegment(point);
            if (kind == PathIterator.SEG_CLOSE) {
                svg.append('Z');
            } else {
                svg.append(kind == PathIterator.SEG_MOVETO ? 'M' : 'L');
                number(point[0]);
                svg.append(' ');
                number(point[1]);
            }
        }
    }

    private void color(int rgb) {
        svg.append('#').append(Integer.toHexString(rgb | 0x1000000), 1, 7);
    }

    private void numberAndSpace(double value) {
        number(value);
        svg.append(' ');
    }

    /** Writes a number with up to two decimals; some ten times faster than a format string. */
    private void number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            svg.append('-');
            hundredths = -hundredths;
        }
        svg.append(hundredths / 100);
        long fraction = hundredths % 100;
        if (fraction > 0) {
            svg.append('.').append(fraction / 10);
            if (fraction % 10 > 0) {
                svg.append(fraction % 10);
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
