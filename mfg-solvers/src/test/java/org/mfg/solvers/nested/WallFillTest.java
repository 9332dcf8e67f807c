package org.mfg.solvers.nested;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;

class WallFillTest {
    private final Domain plain = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));

    @Test
    void wallsTakeTheValuesBesideThemFromTheOutsideIn() {
        Grid grid = Grid.of(plain.withObstacles(Region.box(new double[] {0.4, -1}, new double[] {0.6, 0.7})), 11);
        double[] field = new double[grid.size()];
        for (int i = 0; i < field.length; i++) {
            field[i] = grid.isWall(i) ? 99 : 1 + grid.coordinate(i, 0);
        }
        double[] filled = new WallFill(grid).filled(field);
        for (int i = 0; i < field.length; i++) {
            // Means of what is beside them: between the least and the largest of the room, and near 1 + x in the wall.
            assertThat(Math.abs(filled[i] - 1 - grid.coordinate(i, 0))).isLessThan(0.11);
        }
    }

    @Test
    void aGridWithoutWallsIsLeftAsItIs() {
        double[] field = new double[25];
        assertThat(new WallFill(Grid.of(plain, 5)).filled(field)).isSameAs(field);
    }
}
