package org.mfg.app.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.GameProvider;
import org.mfg.solvers.Mfg;

/**
 * How far what two grids extrapolate to, 2 x(h/2) - x(h), is from other methods: from shooting where households keep one of both assets, and from a program with differences of third
 * order where they keep both.
 */
class TwoAssetsAccuracyTest {
    private static final Mfg MFG = Mfg.load();
    private static final GameProvider PROVIDER = MFG.games().provider("two-assets");

    /** Mean liquid and illiquid wealth, mean consumption, and u of the low state without wealth. */
    private record Numbers(double liquid, double illiquid, double consumption, double value) {

        static Numbers of(MeanFieldGame game, AgentQuantity consumption, int... nodes) {
            DiscreteGame discrete = MFG.discretization("upwind", Map.of())
                    .discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(1));
            // The cells at a = 0 of the finest grids are 1e-10 wide, where round-off in differences is 1e-6.
            Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-5)).solve(discrete);
            assertThat(e.isConverged()).as(e.message()).isTrue();
            CrossSection crowd = CrossSection.last(discrete, e);
            int empty = 0;
            while (discrete.grid().coordinate(empty, 0) < -1e-9) {
                empty += discrete.grid().stride(0);
            }
            return new Numbers(
                    crowd.aggregate(AgentQuantity.ofPosition("liquid", x -> x[0])),
                    crowd.aggregate(AgentQuantity.ofPosition("illiquid", x -> x[1])),
                    crowd.aggregate(consumption),
                    e.u()[empty]);
        }

        Numbers extrapolated(Numbers coarse) {
            return new Numbers(
                    2 * liquid - coarse.liquid,
                    2 * illiquid - coarse.illiquid,
                    2 * consumption - coarse.consumption,
                    2 * value - coarse.value);
        }
    }

    private static AgentQuantity consumption(Map<String, Object> parameters) {
        return PROVIDER.policies(MFG.games().parameters("two-assets", parameters)).get(0);
    }

    private static void assertNear(double found, double expected, double part) {
        assertThat(found).isCloseTo(expected, within(part * Math.abs(expected)));
    }

    @Test
    void illiquidWealthAloneIsThatOfShooting() {
        illiquidAlone(501, 1e-5, 1e-7);
    }

    /** Measured: 2e-8 of illiquid wealth, 2e-9 of consumption, 7e-9 of the value. */
    @Test
    @Tag("slow")
    void illiquidWealthAloneIsThatOfShootingToSixDigits() {
        illiquidAlone(1001, 1e-6, 1e-8);
    }

    /** What is liquid melts away, so that all of it stays 0: two nodes are enough. */
    private static void illiquidAlone(int nodes, double ofWealth, double ofFlows) {
        Map<String, Object> parameters = IlliquidEulerEquations.parameters();
        MeanFieldGame game = MFG.game("two-assets", parameters);
        AgentQuantity consumption = consumption(parameters);
        Numbers fine = Numbers.of(game, consumption, 3, 2 * nodes - 1, 2);
        Numbers limit = fine.extrapolated(Numbers.of(game, consumption, 3, nodes, 2));
        IlliquidEulerEquations.Result shot = new IlliquidEulerEquations().solve();
        assertThat(fine.liquid).isZero();
        assertNear(limit.illiquid, shot.illiquid(), ofWealth);
        assertNear(limit.consumption, shot.consumption(), ofFlows);
        assertNear(limit.value, -shot.value(), ofFlows);
        // Of first order without extrapolation, not by chance.
        assertThat(Math.abs(fine.illiquid - shot.illiquid())).isGreaterThan(1e-4 * shot.illiquid());
    }

    @Test
    void liquidWealthAloneIsThatOfShooting() {
        liquidAlone(501, 5e-6);
    }

    /** Measured: 1.0e-6. */
    @Test
    @Tag("slow")
    void liquidWealthAloneIsThatOfShootingToSixDigits() {
        liquidAlone(1001, 1.2e-6);
    }

    /** It is hopeless to move money, and a melts away; nodes crowd where the poor are as a root. */
    private static void liquidAlone(int nodes, double part) {
        Map<String, Object> parameters =
                Map.of("linear-cost", 0.99, "illiquid-rate", -0.01, "min-liquid", 0.0, "max-liquid", 4.0);
        MeanFieldGame game = MFG.game("two-assets", parameters);
        Axis b = game.domain().axis(0);
        Axis graded = new Axis("b", 0, 4, b.lowerBoundary(), b.upperBoundary()).graded(Grading.power(3));
        MeanFieldGame liquid = game.toBuilder()
                .domain(Domain.of(graded, game.domain().axis(1), game.domain().axis(2)))
                .build();
        Numbers fine = Numbers.of(liquid, consumption(parameters), 2 * nodes - 1, 3, 2);
        Numbers limit = fine.extrapolated(Numbers.of(liquid, consumption(parameters), nodes, 3, 2));
        double shot = new EulerEquations(new TwoIncomes(0.06, 0.8, 1.3, 1.0 / 3, 1.0 / 3, 0, 4), 2, 0.01, 1).wealth();
        assertNear(limit.liquid, shot, part);
        assertThat(fine.illiquid).isZero();
    }

    /**
     * The other program: upwind differences of third order, in powers of the root of the distance from where households rest, 300 x 200 cells; its numbers with 240 x 160 are 2e-5
     * of illiquid wealth, 1e-5 of liquid wealth, 1e-6 of consumption and 4e-8 of the value away. Two small grids extrapolate so far.
     */
    @Test
    void bothTogetherComeNearAProgramOfThirdOrder() {
        MeanFieldGame game = MFG.game("two-assets", Map.of());
        AgentQuantity consumption = consumption(Map.of());
        Numbers coarse = Numbers.of(game, consumption, 61, 41, 2);
        Numbers limit = Numbers.of(game, consumption, 121, 81, 2).extrapolated(coarse);
        assertNear(limit.value, 16.7959800, 3e-5);
        assertNear(limit.consumption, 1.0842891, 1e-3);
        assertNear(limit.liquid, 0.1208753, 1e-2);
        assertNear(limit.illiquid, 0.9117336, 2e-2);
    }
}
