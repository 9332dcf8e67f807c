package org.mfg.api.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;

class StatesTest {
    private static final Axis X = Axis.noFlux("x", 0, 2);
    private static final Axis KIND = Axis.states("kind", States.populations("red", "blue", "green"));

    private static final List<String> ABC = List.of("a", "b", "c");

    @Test
    void aStateCountsForOneAndHasNoNeighboursInSpace() {
        Grid grid = Grid.of(Domain.of(X, KIND), 5);
        assertThat(grid.size()).isEqualTo(15);
        double[] ones = new double[15];
        Arrays.fill(ones, 1);
        assertThat(grid.integrate(ones, 0)).isCloseTo(6, within(1e-15));
        double[] x = new double[2];
        grid.position(7, x);
        assertThat(x).containsExactly(1, 1);
        assertThat(grid.spacing(1)).isEqualTo(1);
    }

    @Test
    void theNodesOfAnAxisOfStatesNeedNotBeSaid() {
        assertThat(Grid.of(Domain.of(X, KIND), 5)).isEqualTo(Grid.of(Domain.of(X, KIND), 5, 3));
        assertThatThrownBy(() -> Grid.of(Domain.of(X, KIND), 5, 4))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("nodes of axis kind must be the number of its states, 3, was 4");
    }

    @Test
    void statesComeLastAndNotAlone() {
        for (List<Axis> axes : List.of(List.of(KIND), List.of(KIND, X), List.of(X, KIND, Axis.noFlux("y", 0, 1)))) {
            assertThatThrownBy(() -> new Domain(axes)).hasMessageContaining("axis of states last");
        }
        assertThat(Domain.of(X, KIND).positionAxes()).isEqualTo(1);
        assertThat(Domain.of(X).positionAxes()).isEqualTo(1);
    }

    @Test
    void ratesAreCheckedByThePairOfStates() {
        assertThatThrownBy(() -> States.two("a", "b", -1, 1))
                .hasMessage("rate from a to b must be finite and >= 0, was -1.0");
        double[][] rates = {{0, 1, 2}, {1, 0, Double.NaN}, {0, 0, 0}};
        assertThatThrownBy(() -> States.of(ABC, rates)).hasMessage("rate from b to c must be finite and >= 0, was NaN");
        rates[1][2] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> States.of(ABC, rates))
                .hasMessage("rate from b to c must be finite and >= 0, was Infinity");
        assertThatThrownBy(() -> States.of(ABC, new double[2][3]))
                .hasMessage("rates must have a row for each of the 3 states, was 2 rows");
        assertThatThrownBy(() -> States.of(ABC, new double[][] {{0, 1, 2}, {0}, {0, 0, 0}}))
                .hasMessage("rates from b must be one to each of the 3 states, was 1 rate");
        assertThatThrownBy(() -> States.birthDeath(ABC, new double[] {1, 2, 3}, new double[2]))
                .hasMessage("rates up must be one for each of the 2 pairs of neighbouring states, was [1.0, 2.0, 3.0]");
        assertThatThrownBy(() -> States.cycle(ABC, 1, 2))
                .hasMessage("rates must be one for each of the 3 states, was [1.0, 2.0]");
        assertThatThrownBy(() -> States.populations("a")).hasMessageContaining("two or more");
        assertThatThrownBy(() -> States.populations("a", "a")).hasMessageContaining("different names");
    }

    @Test
    void theDiagonalIsNotRead() {
        double[][] generator = {{-3, 1, 2}, {1, -1, 0}, {0, 5, -5}};
        double[][] rates = {{0, 1, 2}, {1, 0, 0}, {0, 5, 0}};
        assertThat(States.of(ABC, generator)).isEqualTo(States.of(ABC, rates));
        generator[0][1] = 7;
        assertThat(States.of(ABC, rates).rate(0, 1)).isEqualTo(1);
    }

    @Test
    void jumpsAreTheDistancesThatSomebodyJumps() {
        List<String> four = List.of("a", "b", "c", "d");
        assertThat(States.populations("a", "b", "c").jumps()).isEmpty();
        assertThat(States.two("a", "b", 1, 0).jumps()).containsExactly(1);
        assertThat(States.birthDeath(four, new double[] {1, 1, 1}, new double[] {1, 1, 1})
                        .jumps())
                .containsExactly(1, 3);
        assertThat(States.cycle(four, 1, 2, 3, 4).jumps()).containsExactly(1);
        assertThat(States.cycle(four, 1, 2, 3, 0).isBirthDeath()).isTrue();
        assertThat(States.cycle(four, 1, 2, 3, 4).isBirthDeath()).isFalse();
        double[][] rates = new double[4][4];
        rates[3][1] = 1;
        assertThat(States.of(four, rates).jumps()).containsExactly(2);
    }

    @Test
    void recurrentClassesAreTheSetsOfStatesThatAgentsDoNotLeave() {
        assertThat(States.two("a", "b", 1, 2).recurrentClasses()).containsExactly(List.of("a", "b"));
        assertThat(States.two("a", "b", 1, 0).recurrentClasses()).containsExactly(List.of("b"));
        assertThat(States.populations("a", "b").recurrentClasses()).containsExactly(List.of("a"), List.of("b"));
        assertThat(States.cycle(ABC, 1, 1, 1).recurrentClasses()).containsExactly(ABC);
        double[][] rates = new double[5][5];
        rates[0][3] = rates[3][0] = rates[2][1] = rates[2][3] = rates[1][4] = rates[4][1] = 1;
        assertThat(States.of(List.of("a", "b", "c", "d", "e"), rates).recurrentClasses())
                .containsExactly(List.of("a", "d"), List.of("b", "e"));
        assertThat(States.two("a", "b", 3, 2).slowestRate()).isEqualTo(2);
    }

    /** No condition at either end, nor a door. */
    @Test
    void anAxisOfStatesHasNoEnds() {
        Boundary wall = Boundary.noFlux();
        Boundary door = wall.withDoor(new Door("front", Region.between(0, 0, 1), 0));
        for (Boundary other :
                new Boundary[] {Boundary.exit(1), Boundary.stateConstraint(), Boundary.periodic(), door}) {
            assertRefused(() -> new Axis("kind", 0, 2, other, wall, KIND.states(), Grading.EVEN));
            assertRefused(() -> new Axis("kind", 0, 2, wall, other, KIND.states(), Grading.EVEN));
        }
        assertRefused(() -> new Axis("kind", -1, 2, wall, wall, KIND.states(), Grading.EVEN));
        assertRefused(() -> new Axis("kind", 0, 3, wall, wall, KIND.states(), Grading.EVEN));
    }

    private static void assertRefused(ThrowingCallable axis) {
        assertThatThrownBy(axis).hasMessage("axis kind of states must have neither doors nor conditions at its ends");
    }
}
