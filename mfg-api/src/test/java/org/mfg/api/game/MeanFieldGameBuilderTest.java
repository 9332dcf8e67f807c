package org.mfg.api.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.RadialHamiltonian;

@SuppressWarnings("NullAway")
class MeanFieldGameBuilderTest {
    private static final Domain DOMAIN = Domain.interval(0, 1);
    private static final SpaceFunction TERMINAL_COST = x -> x[0];
    private static final SpaceTimeFunction RUNNING_COST = (t, x) -> x[0];
    private static final LocalCoupling COUPLING = (t, x, m) -> m;
    private static final LocalCoupling OTHER = (t, x, m) -> 2 * m;
    private static final RadialHamiltonian HAMILTONIAN = new Square();
    private static final ExactSolution EXACT = new ExactSolution() {
        @Override
        public double value(double t, double[] x) {
            return 0;
        }

        @Override
        public double density(double t, double[] x) {
            return 1;
        }
    };

    private final MeanFieldGameBuilder game = MeanFieldGame.builder("game");

    private static final class Square implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r;
        }
    }

    /** A call of a setter, with its name. */
    private record Call(String name, Consumer<MeanFieldGameBuilder> setter) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Call SPACE = new Call("domain", b -> b.domain(DOMAIN));
    private static final Call NOISE = new Call("viscosity", b -> b.viscosity(0.1));
    private static final Call MOTION = new Call("hamiltonian", b -> b.hamiltonian(HAMILTONIAN));
    private static final Call BASIS = new Call(
            "domain, viscosity, hamiltonian",
            b -> b.domain(DOMAIN).viscosity(0.1).hamiltonian(HAMILTONIAN));
    private static final Call START = new Call("initialDensity", b -> b.initialDensity(x -> 1));
    private static final Call HORIZON = new Call("horizon", b -> b.horizon(2));
    private static final Call ERGODIC = new Call("ergodic", MeanFieldGameBuilder::ergodic);
    private static final Call DISCOUNTED = new Call("discounted", b -> b.discounted(0.1));
    private static final Call END = new Call("terminalCost", b -> b.terminalCost(TERMINAL_COST));
    private static final Call CROWD_AT_END = new Call("terminalCoupling", b -> b.terminalCoupling(COUPLING));
    private static final Call CROWD = new Call("coupling", b -> b.coupling(COUPLING));
    private static final Call SWAP = new Call("replaceCouplings", b -> b.replaceCouplings(c -> OTHER));
    private static final Call KNOWN = new Call("exactSolution", b -> b.exactSolution(EXACT));

    /** What each order of the calls comes to: the game in words, or the message of its refusal. */
    private static Set<String> outcomes(Call... calls) {
        Set<String> outcomes = new HashSet<>();
        permute(List.of(calls), List.of(), order -> outcomes.add(outcome(MeanFieldGame.builder("game"), order)));
        return outcomes;
    }

    private static String outcome(MeanFieldGameBuilder builder, List<Call> order) {
        order.forEach(call -> call.setter().accept(builder));
        try {
            MeanFieldGame made = builder.build();
            return String.join(
                    " ",
                    made.isErgodic() ? "ergodic" : made.isStationary() ? "discounted" : "finite",
                    "T=" + made.horizon(),
                    "r=" + made.discount(),
                    "g=" + (made.terminalCost() == TERMINAL_COST),
                    "F=" + made.couplings().size() + made.couplings().contains(OTHER),
                    "G=" + made.terminalCouplings().size()
                            + made.terminalCouplings().contains(OTHER),
                    "exact=" + made.exactSolution().isPresent());
        } catch (InvalidInputException e) {
            return Objects.requireNonNull(e.getMessage());
        }
    }

    private static void permute(List<Call> rest, List<Call> taken, Consumer<List<Call>> use) {
        if (rest.isEmpty()) {
            use.accept(taken);
        }
        for (Call next : rest) {
            List<Call> others = new ArrayList<>(rest);
            others.remove(next);
            List<Call> more = new ArrayList<>(taken);
            more.add(next);
            permute(others, more, use);
        }
    }

    private record Case(String outcome, Call... calls) {
        @Override
        public String toString() {
            return List.of(calls).toString();
        }
    }

    private static final String ONE_HORIZON =
            "horizon must be given once, as a horizon, ergodic or discounted, in game game, was ";

    static List<Case> cases() {
        return List.of(
                new Case(
                        "finite T=2.0 r=0.0 g=true F=1true G=1true exact=true",
                        BASIS,
                        HORIZON,
                        START,
                        END,
                        CROWD_AT_END,
                        CROWD,
                        SWAP,
                        KNOWN),
                new Case(
                        "finite T=2.0 r=0.0 g=false F=0false G=0false exact=false",
                        SPACE,
                        NOISE,
                        MOTION,
                        HORIZON,
                        START),
                new Case(
                        "ergodic T=1.0 r=0.0 g=false F=1true G=0false exact=true",
                        SPACE,
                        NOISE,
                        MOTION,
                        ERGODIC,
                        CROWD,
                        SWAP,
                        KNOWN),
                new Case(
                        "discounted T=10.0 r=0.1 g=false F=1false G=0false exact=true",
                        SPACE,
                        NOISE,
                        MOTION,
                        DISCOUNTED,
                        CROWD,
                        KNOWN),
                new Case(
                        "terminal cost must not be given: stationary game game has no end",
                        SPACE,
                        NOISE,
                        MOTION,
                        ERGODIC,
                        END),
                new Case(
                        "terminal coupling must not be given: stationary game game has no end",
                        SPACE,
                        NOISE,
                        MOTION,
                        DISCOUNTED,
                        CROWD_AT_END),
                new Case(ONE_HORIZON + "horizon 2.0 and discount 0.1", SPACE, NOISE, MOTION, HORIZON, DISCOUNTED),
                new Case(ONE_HORIZON + "horizon 2.0 and ergodic", SPACE, NOISE, HORIZON, ERGODIC, END),
                new Case(ONE_HORIZON + "ergodic and discount 0.1", SPACE, NOISE, MOTION, ERGODIC, DISCOUNTED),
                new Case("game game has no viscosity", SPACE, MOTION, HORIZON, START, END, CROWD),
                new Case(
                        "viscosity must be > 0 in a stationary game, was 0.0",
                        SPACE,
                        MOTION,
                        ERGODIC,
                        new Call("no noise", b -> b.viscosity(0))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyOrderOfTheCallsComesToTheSame(Case c) {
        assertThat(outcomes(c.calls())).containsExactly(c.outcome());
    }

    private static MeanFieldGame solved(Call horizon) {
        MeanFieldGameBuilder builder = MeanFieldGame.builder("solved")
                .domain(DOMAIN)
                .viscosity(0.1)
                .hamiltonian(HAMILTONIAN)
                .coupling(COUPLING)
                .initialDensity(TERMINAL_COST)
                .exactSolution(EXACT);
        horizon.setter().accept(builder);
        return builder.build();
    }

    private static DynamicTest known(
            String change, boolean isKept, Call horizon, UnaryOperator<MeanFieldGameBuilder> setter) {
        return DynamicTest.dynamicTest(horizon + ", " + change, () -> {
            @Nullable ExactSolution left = setter.apply(solved(horizon).toBuilder())
                    .build()
                    .exactSolution()
                    .orElse(null);
            assertThat(left != null).isEqualTo(isKept);
        });
    }

    @TestFactory
    Stream<DynamicTest> aKnownEquilibriumDoesNotSurviveAChangeOfTheGame() {
        return Stream.of(
                known("nothing", true, HORIZON, b -> b),
                known("equal viscosity", true, HORIZON, b -> b.viscosity(0.1)),
                known("viscosity", false, HORIZON, b -> b.viscosity(0.2)),
                known("domain", false, HORIZON, b -> b.domain(Domain.interval(0, 2))),
                known("horizon", false, HORIZON, b -> b.horizon(3)),
                known("hamiltonian", false, HORIZON, b -> b.hamiltonian(new Square())),
                known("running cost", false, HORIZON, b -> b.runningCost(RUNNING_COST)),
                known("one more coupling", false, HORIZON, b -> b.coupling(OTHER)),
                known("another coupling", false, HORIZON, b -> b.replaceCouplings(c -> OTHER)),
                known("terminal cost", false, HORIZON, b -> b.terminalCost(TERMINAL_COST)),
                known("terminal coupling", false, HORIZON, b -> b.terminalCoupling(OTHER)),
                known("initial density", false, HORIZON, b -> b.initialDensity(x -> 1)),
                known("no end", false, HORIZON, MeanFieldGameBuilder::ergodic),
                known("discount", false, ERGODIC, b -> b.discounted(1)),
                known("another discount", false, DISCOUNTED, b -> b.discounted(1)),
                known("where to begin to look", true, ERGODIC, b -> b.initialDensity(x -> 1)),
                known(
                        "a known one again",
                        true,
                        HORIZON,
                        b -> b.exactSolution(EXACT).viscosity(0.2)));
    }

    @Test
    void whatAGameHadAtItsEndIsDroppedWhenItGoesOnForEverAndDoesNotComeBack() {
        MeanFieldGame finite = solved(HORIZON).toBuilder()
                .terminalCost(TERMINAL_COST)
                .terminalCoupling(COUPLING)
                .build();
        MeanFieldGame endless = finite.toBuilder().ergodic().build();
        assertThat(endless.terminalCouplings()).isEmpty();
        MeanFieldGame again = endless.toBuilder().horizon(1).build();
        assertThat(again.terminalCouplings()).isEmpty();
        assertThat(again.terminalCost().at(new double[] {1})).isZero();
    }

    @Test
    void aStationaryGameTakesACostAtItsEndWithItsEndInEitherOrder() {
        MeanFieldGame endless = solved(ERGODIC);
        for (List<Call> order : List.of(List.of(END, HORIZON), List.of(HORIZON, END))) {
            assertThat(outcome(endless.toBuilder(), order)).startsWith("finite T=2.0 r=0.0 g=true");
        }
        assertThat(outcome(endless.toBuilder(), List.of(END))).startsWith("terminal cost must not be given");
    }

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
