package org.mfg.app.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The files beside this class. */
final class Resources {
    private Resources() {}

    static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static String base64(String name) throws IOException {
        return Base64.getEncoder().encodeToString(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is not on the class path: Maven packs it there");
            }
            return in.readAllBytes();
        }
    }
}
