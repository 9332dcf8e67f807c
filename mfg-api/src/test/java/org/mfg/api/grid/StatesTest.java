package org.mfg.api.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;

class StatesTest {
    private static final Axis X = Axis.noFlux("x", 0, 2);
    private static final Axis KIND = Axis.states("kind", States.populations("red", "blue", "green"));

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
    void ratesAreCheckedByName() {
        assertThatThrownBy(() -> States.two("a", "b", -1, 1)).hasMessage("rates up must be finite and >= 0, was -1.0");
        assertThatThrownBy(() -> States.populations("a")).hasMessageContaining("two or more");
        assertThatThrownBy(() -> States.populations("a", "a")).hasMessageContaining("different names");
        assertThatThrownBy(() -> new States(List.of("a", "b"), List.of(1.0, 1.0), List.of(0.0, 1.0)))
                .hasMessageContaining("there is no state beyond");
    }

    @Test
    void statesAreConnectedIfJumpsLeadUpAndDown() {
        assertThat(States.two("a", "b", 1, 2).isConnected()).isTrue();
        assertThat(States.two("a", "b", 1, 0).isConnected()).isFalse();
        assertThat(States.populations("a", "b").isConnected()).isFalse();
        assertThat(States.two("a", "b", 3, 2).slowestRate()).isEqualTo(2);
    }

    @Test
    void anAxisOfStatesHasNoEnds() {
        Boundary wall = Boundary.noFlux();
        assertThatThrownBy(() -> new Axis("kind", 0, 2, wall, Boundary.exit(0), KIND.states(), Grading.EVEN))
                .hasMessage("axis kind of states must have neither doors nor conditions at its ends");
        assertThatThrownBy(() -> new Axis("kind", 0, 3, wall, wall, KIND.states(), Grading.EVEN))
                .isInstanceOf(InvalidInputException.class);
    }
}
