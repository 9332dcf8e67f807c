package org.mfg.api.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.grid.Domain;

/** What is built does not depend on the order of the calls, and nothing given is dropped without a word. */
class BuilderOrderTest {
    private static final ExactSolution KNOWN = new ExactSolution() {
        @Override
        public double value(double t, double[] x) {
            return 0;
        }

        @Override
        public double density(double t, double[] x) {
            return 1;
        }
    };
    private static final LocalCoupling CROWD = (t, x, m) -> m;

    private static MeanFieldGameBuilder plain() {
        return MeanFieldGame.builder("plain")
                .domain(Domain.interval(0, 1))
                .viscosity(0.1)
                .hamiltonian(new Quadratic())
                .initialDensity(x -> 1);
    }

    static Stream<List<Integer>> orders() {
        List<List<Integer>> all = new ArrayList<>();
        permute(new ArrayList<>(List.of(0, 1, 2, 3)), 0, all);
        return all.stream();
    }

    private static void permute(List<Integer> order, int from, List<List<Integer>> all) {
        if (from == order.size()) {
            all.add(List.copyOf(order));
        }
        for (int k = from; k < order.size(); k++) {
            Collections.swap(order, from, k);
            permute(order, from + 1, all);
            Collections.swap(order, from, k);
        }
    }

    private static MeanFieldGameBuilder called(List<Integer> order, List<Consumer<MeanFieldGameBuilder>> calls) {
        MeanFieldGameBuilder builder = plain();
        order.forEach(k -> calls.get(k).accept(builder));
        return builder;
    }

    @ParameterizedTest
    @MethodSource("orders")
    void horizonDiscountTerminalCostAndKnownEquilibriumCommute(List<Integer> order) {
        MeanFieldGame game = called(
                        order,
                        List.of(
                                b -> b.horizon(2),
                                b -> b.discount(0.05),
                                b -> b.terminalCost(x -> 3),
                                b -> b.exactSolution(KNOWN)))
                .build();
        assertThat(game.horizon()).isEqualTo(new Horizon.Until(2));
        assertThat(game.discount()).isEqualTo(0.05);
        assertThat(game.terminalCost().at(new double[] {0.5})).isEqualTo(3);
        assertThat(game.exactSolution()).contains(KNOWN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aTerminalCostWithoutAnEndIsRefused(List<Integer> order) {
        MeanFieldGameBuilder builder = called(
                order,
                List.of(b -> b.forever(), b -> b.discount(0.05), b -> b.terminalCost(x -> 3), b -> b.viscosity(1)));
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("terminal cost must not be given: a stationary game has no end");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aTerminalCouplingWithoutAnEndIsRefused(List<Integer> order) {
        MeanFieldGameBuilder builder = called(
                order,
                List.of(b -> b.forever(), b -> b.discount(0), b -> b.terminalCoupling(CROWD), b -> b.viscosity(1)));
        assertThatThrownBy(builder::build)
                .hasMessage("terminal coupling must not be given: a stationary game has no end");
    }

    @Test
    void whatWasDueAtTheEndOfAFormerGameGoesWithItsEnd() {
        MeanFieldGame game =
                plain().horizon(1).terminalCost(x -> 3).terminalCoupling(CROWD).build();
        MeanFieldGame endless = game.toBuilder().forever().build();
        assertThat(endless.terminalCost().at(new double[] {0.5})).isZero();
        assertThat(endless.terminalCouplings()).isEmpty();
        assertThat(endless.toBuilder().horizon(1).build().terminalCouplings()).isEmpty();
    }

    static Stream<Consumer<MeanFieldGameBuilder>> changes() {
        return Stream.of(
                b -> b.viscosity(0.2),
                b -> b.diffusion(Diffusion.axes(0.3)),
                b -> b.hamiltonian(new Quadratic()),
                b -> b.runningCost((t, x) -> 1),
                b -> b.terminalCost(x -> 1),
                b -> b.coupling(CROWD),
                b -> b.terminalCoupling(CROWD),
                b -> b.initialDensity(x -> 2 * x[0]),
                b -> b.massSource((t, x) -> 1),
                b -> b.discount(0.1),
                b -> b.horizon(2),
                b -> b.forever(),
                b -> b.domain(Domain.interval(0, 2)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aKnownEquilibriumDoesNotOutliveAChangeOfItsGame(Consumer<MeanFieldGameBuilder> change) {
        MeanFieldGame game = plain().horizon(1).exactSolution(KNOWN).build();
        assertThat(game.toBuilder().build().exactSolution()).contains(KNOWN);
        MeanFieldGameBuilder builder = game.toBuilder();
        change.accept(builder);
        assertThat(builder.build().exactSolution()).isEmpty();
    }

    @Test
    void diffusionsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> plain().viscosity(-1)).hasMessage("viscosity must be finite and >= 0, was -1.0");
        assertThatThrownBy(() -> Diffusion.axes(0, Double.NaN))
                .hasMessage("viscosity must be finite and >= 0, was NaN");
        assertThatThrownBy(() -> plain().horizon(1).discount(-0.1))
                .hasMessage("discount must be finite and >= 0, was -0.1");
    }
}
