package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;

/** Every figure of every odd equilibrium is drawn, and no coordinate in it is without a number. */
class EdgeCasesTest {
    private static final double NAN = Double.NaN;

    @TempDir
    Path folder;

    static Stream<Arguments> equilibria() {
        List<Iteration> gaps = List.of(
                Samples.iteration(0, 1, 0, NAN, -1e-4),
                Samples.iteration(1, NAN, 1e-3, 0.1, 0),
                Samples.iteration(2, Double.POSITIVE_INFINITY, 1e-320, 0.1, 1e-3));
        List<Iteration> single = List.of(Samples.iteration(0, 1e-3, 0, NAN, NAN));
        List<Iteration> nothing = List.of(Samples.iteration(0, NAN, 0, NAN, -1));
        return Stream.of(
                Arguments.of("smallest grid", Samples.walk(3, 1)),
                Arguments.of("constant", Samples.of(9, 9, (t, x) -> 1, (t, x) -> 0, single)),
                Arguments.of(
                        "nearly constant", Samples.of(9, 9, (t, x) -> 1 + 1e-15 * x, (t, x) -> -7 - 1e-14 * t, gaps)),
                Arguments.of("negative", Samples.of(9, 9, (t, x) -> -x, (t, x) -> -1e6 * (1 + x * t), gaps)),
                Arguments.of("tiny", Samples.of(9, 9, (t, x) -> 1e-12 * x, (t, x) -> 1e-300 * x, gaps)),
                Arguments.of("not a number", Samples.of(9, 9, (t, x) -> NAN, (t, x) -> x > 0.5 ? NAN : t, nothing)),
                Arguments.of(
                        "overflow",
                        Samples.of(9, 9, (t, x) -> 1e308 * (x - 0.5), (t, x) -> 1 / (t * (x - 0.5)), nothing)),
                Arguments.of(
                        "periodic far away",
                        Samples.on(Domain.of(Axis.periodic("θ", 1e7, 1e7 + 1)), 9, 9, (t, x) -> t, (t, x) -> x, gaps)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equilibria")
    void isDrawn(String name, Equilibrium equilibrium) throws IOException {
        for (Path file : Samples.write(folder, equilibrium)) {
            assertThat(file).isNotEmptyFile();
            if (file.toString().endsWith(".svg")) {
                assertThat(Samples.drawing(file)).doesNotContain("NaN", "Infinity", "9223372036854775807");
            }
        }
    }
}
