package org.mfg.api.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GridTest {
    private static final Axis LINE = Axis.noFlux("x", 1, 4);
    private static final Axis RING = Axis.periodic("y", -1, 1);

    /** The trapezoidal rule: exact for x on the line, and for constants on the ring. */
    @Test
    void theQuadratureIsTheTrapezoidalRule() {
        Grid line = Grid.of(Domain.of(LINE), 4);
        assertThat(line.weights()).containsExactly(0.5, 1, 1, 0.5);
        assertThat(line.integrate(new double[] {9, 9, 1, 2, 3, 4}, 2)).isEqualTo(7.5);

        Grid ring = Grid.of(Domain.of(RING), 4);
        assertThat(ring.weights()).containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(Grid.of(Domain.of(LINE, RING), 4, 4).weight(1)).isEqualTo(0.25);
    }

    @Test
    void neighboursEndAtTheEndsOfALineAndGoRoundOnARing() {
        Grid grid = Grid.of(Domain.of(LINE, RING), 3, 4);
        assertThat(grid.neighbour(0, 0)).isEqualTo(-1);
        assertThat(grid.neighbour(0, 1)).isEqualTo(4);
        assertThat(grid.neighbour(4, 0)).isZero();
        assertThat(grid.neighbour(11, 1)).isEqualTo(-1);
        assertThat(grid.neighbour(7, 1)).isEqualTo(11);
        assertThat(grid.neighbour(4, 2)).isEqualTo(7);
        assertThat(grid.neighbour(7, 3)).isEqualTo(4);
        assertThat(grid.neighbour(5, 3)).isEqualTo(6);
    }

    @Test
    void coordinatesGoFromEndToEndOfALineAndStopShortOfTheEndOfARing() {
        Grid grid = Grid.of(Domain.of(LINE, RING), 4, 4);
        assertThat(grid.coordinates(0)).containsExactly(1, 2, 3, 4);
        assertThat(grid.coordinates(1)).containsExactly(-1, -0.5, 0, 0.5);
        assertThat(grid.spacing(0)).isEqualTo(1);
        assertThat(grid.spacing(1)).isEqualTo(0.5);
    }

    /** x = 1 + 3 ξ²: cells reach half way to the neighbours, and fill the line. */
    @Test
    void cellsOfAGradedAxisReachHalfWayToTheNeighbours() {
        Axis graded = LINE.graded(Grading.power(2));
        Grid grid = Grid.of(Domain.of(graded), 4);
        assertThat(graded.isEven()).isFalse();
        assertThat(grid.coordinates(0)).containsExactly(new double[] {1, 4 / 3.0, 7 / 3.0, 4}, within(1e-15));
        assertThat(grid.distance(1, 0)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(grid.distance(1, 1)).isCloseTo(1, within(1e-15));
        assertThat(grid.weights()).containsExactly(new double[] {1 / 6.0, 2 / 3.0, 4 / 3.0, 5 / 6.0}, within(1e-15));
    }

    /** Places of ξ + 0.1 sin(2πξ)/(2π), of which a monotone cubic makes errors of the third order or less. */
    @Test
    void aGradingThroughPlacesGoesThroughThemAndIsSmoothBetween() {
        int n = 20;
        double[] places = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            places[i] = smooth((double) i / n);
        }
        Grading grading = Grading.through(places);
        double before = -1;
        for (int j = 0; j <= 10 * n; j++) {
            double xi = j / (10.0 * n);
            double at = grading.at(xi);
            assertThat(at).isGreaterThan(before).isCloseTo(smooth(xi), within(2e-4));
            before = at;
        }
        for (int i = 0; i <= n; i++) {
            assertThat(grading.at((double) i / n)).isCloseTo(places[i], within(1e-15));
        }
    }

    private static double smooth(double xi) {
        return xi + 0.1 * Math.sin(2 * Math.PI * xi) / (2 * Math.PI);
    }

    @Test
    void aGradingThatFoldsOrJumpsOrDoesNotReachTheEndsIsRefused() {
        assertThatThrownBy(() -> Grading.through(0, 0.5, 0.5, 1)).hasMessageContaining("folds at its node 3");
        assertThatThrownBy(() -> Grading.through(0, 0.1, 0.9, 1))
                .hasMessageContaining("more than a half at its node 2");
        for (double[] ends : new double[][] {{0, 1}, {0.1, 0.5, 1}, {0, 0.5, 0.9}}) {
            assertThatThrownBy(() -> Grading.through(ends)).hasMessageContaining("three places or more");
        }
        assertThatThrownBy(() -> Grading.power(0.5)).hasMessageContaining("exponent");
        assertThatThrownBy(() -> Grading.layers(0)).hasMessageContaining("steepness");
    }

    @Test
    void gridsAreEqualIfDomainAndNodesAre() {
        Grid grid = Grid.of(Domain.of(LINE), 4);
        assertThat(grid).isEqualTo(Grid.of(Domain.of(LINE), 4)).hasSameHashCodeAs(Grid.of(Domain.of(LINE), 4));
        assertThat(grid).isNotEqualTo(Grid.of(Domain.of(LINE), 5)).isNotEqualTo(Grid.of(Domain.of(RING), 4));
    }

    @Test
    void moreNodesThanMemoryHoldsAreRefused() {
        Domain plane = Domain.of(LINE, RING);
        assertThatThrownBy(() -> Grid.of(plane, 1 << 15, 1 << 14)).hasMessageContaining("at most 268435456 in all");
        assertThatThrownBy(() -> Grid.of(plane, Integer.MAX_VALUE)).hasMessageContaining("at most 268435456 in all");
    }

    @Test
    void anAxisIsAnInterval() {
        assertThat(LINE.length()).isEqualTo(3);
        assertThatThrownBy(() -> Axis.noFlux("x", 1, 1)).hasMessageContaining("above the lower end 1.0, was 1.0");
        assertThatThrownBy(() -> Axis.noFlux("x", Double.NaN, 1)).hasMessageContaining("lower end of axis x");
        assertThatThrownBy(() -> Axis.noFlux("x", 0, Double.POSITIVE_INFINITY)).hasMessageContaining("upper end");
        assertThatThrownBy(() -> new Axis("x", 0, 1, Boundary.periodic(), Boundary.noFlux()))
                .hasMessageContaining("periodic at both ends or at neither");
        assertThatThrownBy(() -> RING.graded(Grading.power(2))).hasMessageContaining("must be even");
    }

    @Test
    void regionsWithoutInsideAreRefused() {
        assertThatThrownBy(() -> Region.ball(new double[] {0}, 0)).hasMessageContaining("radius");
        assertThatThrownBy(() -> Region.ball(new double[] {0}, Double.POSITIVE_INFINITY))
                .hasMessageContaining("radius");
        assertThatThrownBy(() -> Region.box(new double[] {0, 1}, new double[] {1, 1}))
                .hasMessageContaining("lower corner below its upper one");
        assertThatThrownBy(() -> Region.box(new double[] {0}, new double[] {1, 1}))
                .hasMessageContaining("corners of one dimension");
        assertThatThrownBy(() -> Region.between(0, 0.5, 0.5)).hasMessageContaining("opening");
    }

    /** The edge belongs to a region, and so does what rounding makes of it; what is a millionth beyond does not. */
    @Test
    void regionsContainTheirEdge() {
        Region box = Region.box(new double[] {1, 2}, new double[] {3, 4});
        Region ball = Region.ball(new double[] {10, 0}, 2);
        for (double off : new double[] {0, 1e-13}) {
            assertThat(box.contains(new double[] {1 - off, 4 + off})).isTrue();
            assertThat(ball.contains(new double[] {12 + off, 0})).isTrue();
        }
        assertThat(box.contains(new double[] {1 - 1e-6, 3})).isFalse();
        assertThat(box.contains(new double[] {2, 4 + 1e-6})).isFalse();
        assertThat(ball.contains(new double[] {12 + 1e-6, 0})).isFalse();
        assertThat(ball.contains(new double[] {11.5, 1.5})).isFalse();
    }
}
