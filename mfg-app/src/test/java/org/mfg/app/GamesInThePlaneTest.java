package org.mfg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Mfg;

/** The packaged games of two dimensions with the default solver. */
class GamesInThePlaneTest {
    private final Mfg mfg = Mfg.load();

    @Test
    void theTutorialIsSymmetricInBothAxes() {
        Equilibrium found = solve(mfg.game("tutorial-2d", Map.of()), 25, 16);
        int n = found.grid().nodes(0);
        for (int at = 0; at < found.m().length; at += n * n) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(found.m()[at + i * n + j]).isEqualTo(found.m()[at + j * n + i], within(1e-9));
                    assertThat(found.u()[at + i * n + j]).isEqualTo(found.u()[at + j * n + i], within(1e-9));
                }
            }
        }
        assertThat(found.last().minDensity()).isPositive();
    }

    @Test
    void aNarrowKernelActsLikeTheDensityAtOnesOwnPlace() {
        double[] local = solve(mfg.game("tutorial-2d", Map.of()), 25, 16).m();
        double wide = distance(solve(mfg.game("kernel-2d", Map.of("sigma", 0.2)), 25, 16), local);
        double narrow = distance(solve(mfg.game("kernel-2d", Map.of("sigma", 0.05)), 25, 16), local);
        assertThat(narrow).isLessThan(0.25 * wide);
    }

    @Test
    void theLinearQuadraticGameConvergesToItsExactSolution() {
        double[] coarse = errors(25, 12);
        double[] fine = errors(49, 24);
        for (int i = 0; i < 2; i++) {
            double order = Math.log(coarse[i] / fine[i]) / Math.log(2);
            // 0.92 for m from 25 to 200 nodes: on coarse grids the density is too wide for the order to show.
            assertThat(order).as("order of %s, %s", coarse[i], fine[i]).isGreaterThan(0.87);
        }
    }

    @Test
    void theRoomEmptiesThroughItsDoors() {
        Equilibrium found = solve(mfg.game("evacuation", Map.of()), 33, 32);
        Grid grid = found.grid();
        double before = 1 + 1e-12;
        for (int j = 0; j <= found.time().steps(); j++) {
            double inside = grid.integrate(found.m(), j * grid.size());
            assertThat(inside).isLessThan(before);
            before = inside;
        }
        assertThat(before).isLessThan(0.01);
        assertThat(found.last().massDrift()).isLessThan(1e-12);
        for (int at = 0; at < found.m().length; at++) {
            if (grid.isWall(at % grid.size())) {
                assertThat(found.m()[at]).isZero();
            }
        }
    }

    /** A coarser grid has fewer nodes at the doors, so u interpolated from it is not what agents pay there. */
    @Test
    void aStartFromACoarserGridHasItsDoorsMended() {
        MeanFieldGame game = mfg.game("evacuation", Map.of("alpha", 0));
        Equilibrium found =
                mfg.solver("newton", Map.of("levels", 1, "continuation", false)).solve(mfg.discretize(game, 33, 48));
        assertThat(found.isConverged()).as(found.message()).isTrue();
    }

    @Test
    void congestionAndObstaclesBothDelayTheEvacuation() {
        double slow = insideAtHalfTime(Map.of());
        assertThat(insideAtHalfTime(Map.of("alpha", 0))).isLessThan(slow);
        assertThat(insideAtHalfTime(Map.of("obstacles", false))).isLessThan(slow);
    }

    @Test
    void congestionOfBothKindsMakesACrowdCrossTheDoorMoreSlowly() {
        double free = inRightRoom(Map.of("lambda", 0, "alpha", 0));
        double slow = inRightRoom(Map.of("lambda", 0, "alpha", 1.5));
        assertThat(slow).isLessThan(free);
        assertThat(inRightRoom(Map.of())).isGreaterThan(0.5);
    }

    private double insideAtHalfTime(Map<String, ?> parameters) {
        Equilibrium found = solve(mfg.game("evacuation", parameters), 21, 16);
        return found.grid().integrate(found.m(), 8 * found.grid().size());
    }

    /** The mass right of the wall at the end. */
    private double inRightRoom(Map<String, ?> parameters) {
        MeanFieldGame game = mfg.game("two-rooms", parameters);
        Grid grid = Grid.of(game.domain(), 41, 21);
        Equilibrium found = solve(game, grid, 16);
        int at = found.time().steps() * grid.size();
        double mass = 0;
        for (int i = 0; i < grid.size(); i++) {
            mass += grid.coordinate(i, 0) > 1 ? grid.weight(i) * found.m()[at + i] : 0;
        }
        return mass;
    }

    /** The errors of u and m, weighted by the exact density and, for m, against its largest value. */
    private double[] errors(int nodes, int steps) {
        MeanFieldGame game = mfg.game("linear-quadratic-2d", Map.of());
        ExactSolution exact = game.exactSolution().orElseThrow();
        Equilibrium found = solve(game, nodes, steps);
        Grid grid = found.grid();
        double[] x = new double[2];
        double valueError = 0;
        double densityError = 0;
        for (int j = 0; j <= steps; j++) {
            double t = found.time().time(j);
            double valueSum = 0;
            double densitySum = 0;
            for (int i = 0; i < grid.size(); i++) {
                grid.position(i, x);
                int at = j * grid.size() + i;
                double m = exact.density(t, x);
                valueSum += grid.weight(i) * m * Math.abs(found.u()[at] - exact.value(t, x));
                densitySum += grid.weight(i) * Math.abs(found.m()[at] - m);
            }
            valueError = Math.max(valueError, valueSum);
            densityError = Math.max(densityError, densitySum);
        }
        return new double[] {valueError, densityError};
    }

    private Equilibrium solve(MeanFieldGame game, int nodes, int steps) {
        return solve(game, Grid.of(game.domain(), nodes), steps);
    }

    private Equilibrium solve(MeanFieldGame game, Grid grid, int steps) {
        TimeGrid time = game.timeGrid(steps);
        Equilibrium found = mfg.solver("newton", Map.of())
                .solve(mfg.discretization("upwind", Map.of()).discretize(game, grid, time));
        assertThat(found.isConverged()).as(found.message()).isTrue();
        return found;
    }

    /** The largest distance in the middle of the room: along its walls a kernel feels less of the crowd. */
    private static double distance(Equilibrium found, double[] m) {
        Grid grid = found.grid();
        double largest = 0;
        for (int at = 0; at < m.length; at++) {
            double x = grid.coordinate(at % grid.size(), 0);
            double y = grid.coordinate(at % grid.size(), 1);
            if (Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) <= 0.25) {
                largest = Math.max(largest, Math.abs(found.m()[at] - m[at]));
            }
        }
        return largest;
    }
}
