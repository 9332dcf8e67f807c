package org.mfg.api.game;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mfg.api.InvalidInputException;

@SuppressWarnings("NullAway")
class MeanFieldGameBuilderTest {
    private final MeanFieldGameBuilder game = MeanFieldGame.builder("game");

    @TestFactory
    Stream<DynamicTest> nullIsRefusedAtOnceByName() {
        return Stream.of(
                refused("domain", () -> game.domain(null)),
                refused("hamiltonian", () -> game.hamiltonian(null)),
                refused("running cost", () -> game.runningCost(null)),
                refused("coupling", () -> game.coupling(null)),
                refused("terminal cost", () -> game.terminalCost(null)),
                refused("terminal coupling", () -> game.terminalCoupling(null)),
                refused("initial density", () -> game.initialDensity(null)),
                refused("exact solution", () -> game.exactSolution(null)));
    }

    private static DynamicTest refused(String field, Runnable setter) {
        return DynamicTest.dynamicTest(
                field,
                () -> assertThatThrownBy(setter::run)
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessage(field + " must not be null"));
    }
}
