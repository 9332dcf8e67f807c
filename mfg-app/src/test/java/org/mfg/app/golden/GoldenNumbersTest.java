package org.mfg.app.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mfg.solvers.Mfg;

/**
 * Every packaged game, by both schemes and two solvers, comes to the numbers in golden.csv. They are no judge of what is right: other
 * tests are. They say that nothing moved, so that a change of structure can be told from a change of numbers.
 *
 * <p>What sweeps, residuals and linearised sweeps make of given fields is compared to {@value #SWEEP} relative, what solvers find to
 * {@value #SOLVE}. Where round-off moves a result by more than a tenth of that, which is tried when its numbers are made ({@link RoundOff}), ten times what it
 * moves is its tolerance, written beside it. So it is where another processor does: dense kernels are summed in its own order (opinion by crank-nicolson).
 *
 * <p>A game without golden numbers is reported as skipped. They are made, for the games that have none, by
 *
 * <pre>
 *   mvn test -pl mfg-app -am -Dtest=GoldenNumbersTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=FILE
 * </pre>
 *
 * with FILE the absolute path of golden.csv among the test's resources. To give up a number on purpose, delete its game's lines first.
 */
class GoldenNumbersTest {
    static final double SWEEP = 1e-13;
    static final double SOLVE = 1e-12;

    private static final String RESOURCE = "golden.csv";
    private static final List<String> SCHEMES = List.of("upwind", "crank-nicolson");
    private static final Mfg MFG = Mfg.load();

    @TestFactory
    Stream<DynamicTest> numbersAreWhatTheyWere() throws IOException {
        Map<String, Pin> golden = read();
        String file = System.getProperty("golden.write");
        if (file != null) {
            write(golden, Path.of(file));
        }
        return MFG.games().names().stream()
                .flatMap(game -> SCHEMES.stream().map(scheme -> game + "," + scheme))
                .map(name -> DynamicTest.dynamicTest(name, () -> compare(name, golden)));
    }

    @Test
    void noPackagedGameIsLost() {
        assertThat(MFG.games().names())
                .containsAll(
                        new TreeSet<>(read().values().stream().map(Pin::game).toList()));
    }

    private static void compare(String name, Map<String, Pin> golden) {
        List<Pin> before = golden.values().stream()
                .filter(pin -> pin.key().startsWith(name + ","))
                .toList();
        Assumptions.assumeFalse(before.isEmpty(), name + " has no golden numbers");
        Measurements now = new Measurements(MFG, name.split(",")[0], name.split(",")[1]);
        Map<String, Pin> found = new LinkedHashMap<>();
        now.at(golden).forEach(pin -> found.put(pin.key(), pin));
        List<String> moved = new ArrayList<>();
        for (Pin pin : before) {
            Pin other = found.get(pin.key());
            if (other == null || !other.agreesWith(pin)) {
                moved.add("\n  was " + pin + "\n  is  " + other
                        + (other == null ? "" : "\n  distance " + other.distance(pin)));
            }
        }
        assertThat(moved).as(name).isEmpty();
    }

    private static Map<String, Pin> read() {
        try (InputStream in = GoldenNumbersTest.class.getResourceAsStream(RESOURCE)) {
            Map<String, Pin> golden = new LinkedHashMap<>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Pin::ofLine)
                    .forEach(pin -> golden.put(pin.key(), pin));
            return golden;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Map<String, Pin> golden, Path file) throws IOException {
        for (String game : MFG.games().names()) {
            for (String scheme : SCHEMES) {
                if (golden.keySet().stream().noneMatch(key -> key.startsWith(game + "," + scheme + ","))) {
                    new Measurements(MFG, game, scheme).golden().forEach(pin -> golden.put(pin.key(), pin));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# game,scheme,part,word; or game,scheme,part,tolerance,max,norm,product,entries: see GoldenNumbersTest");
        golden.values().stream().map(Pin::toLine).forEach(lines::add);
        Files.write(file, lines);
    }
}
