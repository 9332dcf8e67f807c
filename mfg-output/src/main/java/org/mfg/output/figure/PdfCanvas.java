package org.mfg.output.figure;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Writes a picture as PDF, on a page of its size. Text stays text, in the characters of its face that the figure has; the same picture gives the same bytes. */
final class PdfCanvas implements Canvas {
    private static final double POINTS_PER_CM = 72 / 2.54;

    private final Style style;
    private final PDDocument document;
    private final PDPageContentStream page;
    private final PDType0Font font;

    private PdfCanvas(Style style, PDDocument document, PDPageContentStream page) throws IOException {
        this.style = style;
        this.document = document;
        this.page = page;
        font = PDType0Font.load(
                document, new ByteArrayInputStream(style.typeface().file()));
    }

    /** The picture on white, as a document. */
    static byte[] paint(Picture picture) {
        double points = picture.style().unit() * POINTS_PER_CM;
        float height = (float) (points * picture.height());
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            PDPage page = new PDPage(new PDRectangle((float) (points * picture.width()), height));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(new Matrix((float) points, 0, 0, (float) -points, 0, height));
                content.setLineJoinStyle(1);
                picture.painter().accept(new PdfCanvas(picture.style(), document, content));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to the page, which is in memory. */
    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Style style() {
        return style;
    }

    @Override
    public void fill(Path2D area, int rgb) {
        if (area.getCurrentPoint() != null) {
            write(() -> {
                page.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
                path(area);
                page.fill();
            });
        }
    }

    @Override
    public void stroke(Path2D line, Pen pen) {
        if (line.getCurrentPoint() == null) {
            return;
        }
        float weight = (float) style.weight();
        float[] dashes = new float[pen.dashes().size()];
        for (int k = 0; k < dashes.length; k++) {
            dashes[k] = weight * pen.dashes().get(k);
        }
        write(() -> {
            page.saveGraphicsState();
            if (pen.opacity() < 1) {
                PDExtendedGraphicsState opacity = new PDExtendedGraphicsState();
                opacity.setStrokingAlphaConstant((float) pen.opacity());
                page.setGraphicsStateParameters(opacity);
            }
            page.setStrokingColor(part(pen.rgb(), 16), part(pen.rgb(), 8), part(pen.rgb(), 0));
            page.setLineWidth(weight * pen.width());
            page.setLineDashPattern(dashes, 0);
            path(line);
            page.stroke();
            page.restoreGraphicsState();
        });
    }

    private static float part(int rgb, int shift) {
        return (rgb >> shift & 0xff) / 255f;
    }

    private void path(Path2D path) throws IOException {
        float[] p = new float[6];
        for (PathIterator i = path.getPathIterator(null, 0.01); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(p[0], p[1]);
                default -> page.closePath();
            }
        }
    }

    @Override
    public void text(String text, float size, double x, double y, Align align, double angle, int rgb) {
        if (text.isEmpty()) {
            return;
        }
        write(() -> {
            page.saveGraphicsState();
            page.transform(Matrix.getTranslateInstance((float) x, (float) y));
            page.transform(Matrix.getRotateInstance(angle, 0, 0));
            page.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
            double at = -style.width(text, size) * align.ordinal() / 2.0;
            page.beginText();
            for (TextRun run : style.runs(text)) {
                double height = size * run.scale();
                page.setFont(font, (float) height);
                page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) at, (float) (size * (Style.MIDDLE - run.rise()))));
                page.showText(style.typeface().displayable(run.text()));
                at += style.typeface().width(run.text(), height);
            }
            page.endText();
            page.restoreGraphicsState();
        });
    }

    @Override
    public void image(BufferedImage image, Rectangle2D area) {
        write(() -> {
            Matrix upright =
                    new Matrix((float) area.getWidth(), 0, 0, (float) -area.getHeight(), (float) area.getX(), (float)
                            area.getMaxY());
            page.drawImage(LosslessFactory.createFromImage(document, image), upright);
        });
    }
}
