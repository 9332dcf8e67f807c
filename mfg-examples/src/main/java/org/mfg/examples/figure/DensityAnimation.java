package org.mfg.examples.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/** The density of a game with two axes as an animated GIF that plays for ever, on one colour scale. */
final class DensityAnimation {
    private static final int MOST_FRAMES = 60;
    private static final int LONGER_SIDE = 400;
    private static final int TITLE = 28;
    private static final int HUNDREDTHS_A_FRAME = 8;
    private static final int PAUSE = 120;
    private static final int COLORS = 252;

    private DensityAnimation() {}

    static byte[] of(Equilibrium e) throws IOException {
        Grid grid = e.grid();
        double longer =
                Math.max(grid.domain().axis(0).length(), grid.domain().axis(1).length());
        int width = (int) Math.max(120, LONGER_SIDE * grid.domain().axis(0).length() / longer);
        int height = (int) Math.max(40, LONGER_SIDE * grid.domain().axis(1).length() / longer);
        Axis colors = Axis.linear("", Scale.covering(e.m(), 6));
        int steps = e.time().steps();
        int last = Math.min(MOST_FRAMES - 1, steps);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int k = 0; k <= last; k++) {
                int level = (int) Math.round((double) k * steps / last);
                BufferedImage field = PlanePanel.image(PlaneField.of(grid, e.m(), level), colors, width, height);
                BufferedImage frame =
                        frame(field, "t = " + Numbers.shortest(e.time().time(level)));
                writer.writeToSequence(
                        new IIOImage(frame, null, metadata(writer, frame, k == last ? PAUSE : HUNDREDTHS_A_FRAME)),
                        null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage frame(BufferedImage field, String title) {
        BufferedImage frame = new BufferedImage(
                field.getWidth(), field.getHeight() + TITLE, BufferedImage.TYPE_BYTE_INDEXED, palette());
        Graphics2D g = frame.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, frame.getWidth(), TITLE);
        g.drawImage(field, 0, TITLE, null);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        g.setColor(new Color(Style.INK));
        g.setFont(Style.font(Style.TICK));
        g.drawString(title, 6, TITLE - 8);
        g.dispose();
        return frame;
    }

    private static IndexColorModel palette() {
        int[] rgb = new int[256];
        for (int k = 0; k < COLORS; k++) {
            rgb[k] = Viridis.rgb(k / (COLORS - 1.0));
        }
        rgb[COLORS] = 0xffffff;
        rgb[COLORS + 1] = Style.INK;
        rgb[COLORS + 2] = Style.MISSING;
        return new IndexColorModel(8, 256, rgb, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage frame, int delay) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(delay));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(loop);
        root.appendChild(extensions);
        metadata.setFromTree(format, root);
        return metadata;
    }
}
