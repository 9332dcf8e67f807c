package org.mfg.app.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mfg.api.grid.TimeGrid;
import org.mfg.output.figure.Curve;

class ImpulseCurvesTest {
    private static final double[] VALUES = {0, -3, -2, -1};

    private final ImpulseCurves curves = new ImpulseCurves(new TimeGrid(6, 3), Set.of("capital"), 5);

    @Test
    void aStockGoesOnFromWhereItIsAndAllElseJumps() {
        Curve capital = curves.of("K", "capital", VALUES);
        assertThat(capital.x()).containsExactly(0, 2, 4, 5);
        assertThat(capital.y()).containsExactly(0, -3, -2, -1.5);
        Curve wage = curves.of("w", "wage", VALUES);
        assertThat(wage.x()).containsExactly(0, 0, 2, 4, 5);
        assertThat(wage.y()).containsExactly(0, -3, -3, -2, -1.5);
    }

    @Test
    void aPointLiesBetweenTwoLevelsAndAfterAJump() {
        TimeGrid time = new TimeGrid(6, 3);
        assertThat(PathPoint.read("capital(1)", 6).of(VALUES, time, false)).isEqualTo(-1.5);
        assertThat(PathPoint.read("wage(1)", 6).of(VALUES, time, true)).isEqualTo(-3);
        assertThat(PathPoint.read("wage(T)", 6)).isEqualTo(PathPoint.read("wage(6)", 6));
        assertThat(PathPoint.read("wage(0)", 6).of(VALUES, time, true)).isZero();
        assertThat(PathPoint.read("mean consumption(6)", 6).of(VALUES, time, true))
                .isEqualTo(-1);
        assertThat(PathPoint.read("mean consumption", 6)).hasToString("mean-consumption");
    }
}
