package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.output.Version;

/** One version, wherever it is written: a release changes the poms, and this test names what has to follow. */
class VersionTest {
    private static final Path TOP = Path.of("..");

    @ParameterizedTest
    @CsvSource({
        "python/pyproject.toml, version = \"%s\"",
        "CITATION.cff, version: %s",
        "mfg-examples/plugin-example/pom.xml, <version>%s</version>",
        "docs/install.md, mfg-%s.zip",
    })
    void isTheSameEverywhere(String file, String form) throws Exception {
        assertThat(Files.readString(TOP.resolve(file))).contains(form.formatted(Version.text()));
    }

    @Test
    void isTheOneOfThePom() throws Exception {
        assertThat(Files.readString(TOP.resolve("pom.xml"))).contains("<version>" + Version.text() + "</version>");
    }
}
