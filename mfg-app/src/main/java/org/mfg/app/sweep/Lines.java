package org.mfg.app.sweep;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** The lines of a file as bytes, their ends included. A last line without an end does not count. */
final class Lines {
    private final InputStream in;

    /** The lines from the channel's position on. The channel stays open. */
    Lines(FileChannel channel) {
        in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    }

    /** The next line; empty where there is none. */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                return line.toByteArray();
            }
        }
        return new byte[0];
    }
}
