package org.mfg.output.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes frames, all of the same size and palette, as an animated GIF that plays for ever. */
final class GifWriter implements AutoCloseable {
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    private final ImageOutputStream out;

    GifWriter() throws IOException {
        // In memory: the default cache would be a file in the machine's temporary folder.
        ImageIO.setUseCache(false);
        out = ImageIO.createImageOutputStream(bytes);
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /** Adds a frame that is shown for the given hundredths of a second. */
    void add(BufferedImage frame, int hundredths) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        root.appendChild(control);
        root.appendChild(loop());
        metadata.setFromTree(format, root);
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
    }

    /** The extension by which browsers repeat an animation without end. */
    private static IIOMetadataNode loop() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(loop);
        return extensions;
    }

    /** The content of the file; no frame can be added after. */
    byte[] content() throws IOException {
        writer.endWriteSequence();
        out.flush();
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
