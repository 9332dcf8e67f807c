package org.mfg.app.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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

    /** Of e^(-at) 99 % are over at ln(100)/a: 23.03 for 0.2, 76.8 for 0.06; of what goes on for ever, at the end. */
    @Test
    void linesEndAtARoundTimeWhenNearlyAllIsOver() {
        assertThat(over(t -> Math.exp(-0.2 * t))).isEqualTo(40);
        assertThat(over(t -> 3 - 5 * Math.exp(-0.06 * t))).isEqualTo(80);
        assertThat(over(t -> t)).isEqualTo(200);
    }

    private static double over(DoubleUnaryOperator response) {
        TimeGrid time = new TimeGrid(200, 4000);
        return ImpulseCurves.over(
                time,
                IntStream.rangeClosed(0, 4000)
                        .mapToDouble(j -> response.applyAsDouble(time.time(j)))
                        .toArray());
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
