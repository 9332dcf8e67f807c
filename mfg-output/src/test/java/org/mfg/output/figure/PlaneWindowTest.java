package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;

class PlaneWindowTest {
    private static final Grid GRID =
            Grid.of(Domain.of(Axis.noFlux("b", 0, 1), Axis.noFlux("a", 0, 10)), 101, 201);

    /** Masses that fall as exp(-x/l) from the lower ends. */
    private static double[] falling(Grid grid, double along, double up) {
        double[] m = new double[grid.size()];
        for (int i = 0; i < m.length; i++) {
            m[i] = Math.exp(-grid.coordinate(i, 0) / along - grid.coordinate(i, 1) / up);
        }
        return m;
    }

    @Test
    void aCrowdInACornerIsShownButForAThousandthBeyondEachSide() {
        double[] m = falling(GRID, 0.03, 0.2);
        PlaneWindow window = PlaneWindow.of(GRID, m);
        double all = mass(m, 0, Integer.MAX_VALUE);
        assertThat(window.first(0)).isZero();
        assertThat(window.first(1)).isZero();
        assertThat(mass(m, window.last(0) + 1, Integer.MAX_VALUE)).isLessThan(1e-3 * all);
        assertThat(mass(m, window.last(0), Integer.MAX_VALUE)).isGreaterThan(1e-3 * all);
        // exp(-x/l) = 1e-3 at x = 6.9 l.
        assertThat(GRID.coordinates(1)[window.last(1)]).isBetween(1.3, 1.5);

        Plane plane = Plane.of(GRID).get(0).in(window);
        assertThat(plane.positions(0)).hasSize(window.last(0) + 1).startsWith(0.0);
        assertThat(plane.axis(1).upper()).isEqualTo(GRID.coordinates(1)[window.last(1)]);
        assertThat(plane.contains(window.last(0) * GRID.stride(0))).isTrue();
        assertThat(plane.contains((window.last(0) + 1) * GRID.stride(0))).isFalse();
    }

    /** Of all columns from one on. */
    private static double mass(double[] m, int from, int to) {
        return IntStream.range(0, GRID.size())
                .filter(i -> GRID.index(i, 0) >= from && GRID.index(i, 0) < to)
                .mapToDouble(i -> GRID.weight(i) * m[i])
                .sum();
    }

    @Test
    void aWindowBeginsWhereTheCrowdDoes() {
        double[] m = new double[GRID.size()];
        for (int i = 0; i < m.length; i++) {
            boolean isThere = Math.abs(GRID.index(i, 0) - 50) <= 10 && Math.abs(GRID.index(i, 1) - 100) <= 20;
            m[i] = isThere ? 1 : 0;
        }
        PlaneWindow window = PlaneWindow.of(GRID, m);
        assertThat(window.first(0)).isEqualTo(40);
        assertThat(window.last(0)).isEqualTo(60);
        assertThat(window.first(1)).isEqualTo(80);
        assertThat(window.last(1)).isEqualTo(120);
        assertThat(Plane.of(GRID).get(0).in(window).node(1, 2)).isEqualTo(41 * GRID.stride(0) + 82);
    }

    @Test
    void allIsShownOfACrowdInALargePartAndWhereThereAreExits() {
        assertThat(PlaneWindow.of(GRID, falling(GRID, 10, 100))).isEqualTo(PlaneWindow.all(GRID));
        Grid open = Grid.of(
                Domain.of(new Axis("b", 0, 1, Boundary.noFlux(), Boundary.exit(0)), Axis.noFlux("a", 0, 10)), 101, 201);
        assertThat(PlaneWindow.of(open, falling(open, 0.03, 0.2))).isEqualTo(PlaneWindow.all(open));
    }
}
