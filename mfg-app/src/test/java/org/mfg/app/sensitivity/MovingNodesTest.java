package org.mfg.app.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;

/** Derivatives in a parameter that moves the nodes: how they crowd at a borrowing limit, with cells that are a thousandth of others. */
class MovingNodesTest {
    private static final double GRADING = 1.5;
    private static final double STEP = 1e-4;

    private static Outcome solved(double grading) {
        return Study.of(
                        PackagedGames.MFG,
                        PackagedGames.MFG.games().provider("aiyagari"),
                        new Study.Request(
                                Map.of("grading", grading),
                                new GridChoice(Map.of(0, 200), OptionalInt.empty(), OptionalDouble.empty()),
                                Choice.of("upwind"),
                                new Choice("newton", Map.of("tolerance", 1e-13))))
                .solve(Monitor.NONE);
    }

    private static Quantity quantity(Outcome outcome, String name) {
        return PackagedGames.MFG.quantity(name, outcome.study().discreteGame().game());
    }

    private static double value(Outcome outcome, String name) {
        return quantity(outcome, name)
                .value(
                        outcome.study().discreteGame(),
                        outcome.equilibrium().u(),
                        outcome.equilibrium().m());
    }

    /** By differences of equilibria, whose own error is 1e-8 and 1e-13/1e-4; and nobody comes or goes, in either state. */
    @Test
    void massesMoveAsTheyDoBetweenEquilibriaAndNoneIsLost() {
        Outcome at = solved(GRADING);
        List<Quantity> quantities =
                List.of(quantity(at, "mass(T)"), quantity(at, "mean-income(T)"), quantity(at, "mean-a(T)"));
        SensitivityStudy study = SensitivityStudy.of(at, quantities, List.of("grading"));
        double difference =
                (value(solved(GRADING + STEP), "mean-a(T)") - value(solved(GRADING - STEP), "mean-a(T)")) / (2 * STEP);

        assertThat(study.rows().get(0).derivative()).isCloseTo(0, within(1e-8));
        assertThat(study.rows().get(1).derivative()).isCloseTo(0, within(1e-10));
        assertThat(study.rows().get(2).derivative()).isCloseTo(difference, within(5e-6 * Math.abs(difference)));
        // What does not move has no part in it.
        assertThat(study.disagreement()).isLessThan(1e-7);
    }
}
