package org.mfg.app.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of this build. */
public final class Version {
    private Version() {}

    /** The version, for example 0.1.0; "unknown" where the build has not written it. */
    public static String text() {
        return resource("version");
    }

    /** The commit that this was built from, with "-changed" where files had been changed; "unknown" without git. */
    public static String commit() {
        return resource("commit");
    }

    private static String resource(String name) {
        try (InputStream in = Version.class.getResourceAsStream(name)) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
            return text.isEmpty() ? "unknown" : text;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
