package org.mfg.models.economy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Statistics;

/**
 * What there is to tell of a {@link TwoAssetHousehold}'s crowd. Who has at most half a pay of two weeks in the liquid account, or is so near the borrowing limit, lives hand
 * to mouth, and is wealthy all the same where a > 0 (Kaplan, Violante and Weidner, Brookings Papers 2014).
 */
final class TwoAssetStatistics {
    /** Of a year's income. */
    private static final double HALF_A_PAY = 1.0 / 52;

    /** A node at 0 may lie below it by rounding. */
    private static final double ZERO = 1e-9;

    private static final double PERIOD = 1;

    private final TwoAssetHousehold household;
    private final CrossSection crowd;
    private final Grid grid;

    private TwoAssetStatistics(TwoAssetHousehold household, CrossSection crowd) {
        this.household = household;
        this.crowd = crowd;
        grid = crowd.grid();
    }

    static Statistics of(TwoAssetHousehold household, DiscreteGame game, Equilibrium equilibrium) {
        MarginalPropensity mpc = MarginalPropensity.of(game, equilibrium, household.consumption(), PERIOD);
        Map<String, Double> numbers = new TwoAssetStatistics(household, CrossSection.last(game, equilibrium)).numbers();
        numbers.put("mean mpc", mpc.meanOfGain());
        return new Statistics(
                numbers,
                Map.of("mpc", mpc.ofGain()),
                Optional.empty(),
                Map.of(),
                Map.of("mean mpc", MarginalPropensity.OF_THE_GRID));
    }

    private Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("mean liquid wealth", crowd.aggregate(AgentQuantity.ofPosition("liquid", x -> x[0])));
        numbers.put("mean illiquid wealth", crowd.aggregate(AgentQuantity.ofPosition("illiquid", x -> x[1])));
        numbers.put("mean consumption", crowd.aggregate(household.consumption()));
        numbers.put("share without illiquid wealth", share(this::isPoor));
        numbers.put("share hand to mouth, poor", share(i -> isPoor(i) && isHandToMouth(i)));
        numbers.put("share hand to mouth, wealthy", share(i -> !isPoor(i) && isHandToMouth(i)));
        numbers.put("share at the borrowing limit", share(i -> grid.index(i, 0) == 0));
        numbers.put(
                "share at the ends of the grid",
                share(i -> grid.index(i, 0) == grid.nodes(0) - 1 || grid.index(i, 1) == grid.nodes(1) - 1));
        return numbers;
    }

    private double share(IntPredicate who) {
        double share = 0;
        for (int i = 0; i < grid.size(); i++) {
            share += who.test(i) ? crowd.mass(i) : 0;
        }
        return share;
    }

    private boolean isPoor(int node) {
        return grid.index(node, 1) == 0;
    }

    private boolean isHandToMouth(int node) {
        double liquid = grid.coordinate(node, 0);
        double little = HALF_A_PAY * household.incomes().get(grid.index(node, 2));
        return liquid > -ZERO ? liquid <= little : liquid <= household.minLiquid() + little;
    }
}
