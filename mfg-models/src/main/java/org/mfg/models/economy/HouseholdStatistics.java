package org.mfg.models.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.StationaryEquilibrium;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Statistics;
import org.mfg.api.spi.Statistics.Lorenz;

/**
 * The statistics of households that live for ever, whose first coordinate is wealth and whose u is -V: how wealth is distributed, who is at the borrowing
 * limit, and how much is spent of a windfall within a unit of time (a year, where rates are yearly).
 */
public final class HouseholdStatistics {
    private static final double[] PERCENTILES = {10, 25, 50, 75, 90, 99};
    private static final double[] TOPS = {10, 1};
    private static final double PERIOD = 1;

    /** Shares of a mean that debts cancel but for this part of it say nothing. */
    private static final double LEAST_MEAN = 0.01;

    private final CrossSection crowd;
    private final Grid grid;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, double[]> fields = new LinkedHashMap<>();
    private final Map<String, String> ofTheGrid = new LinkedHashMap<>();

    private HouseholdStatistics(CrossSection crowd) {
        this.crowd = crowd;
        grid = crowd.grid();
    }

    /**
     * The statistics.
     *
     * @param equilibrium an equilibrium of a stationary game
     * @param consumption what a household consumes, per unit of time
     */
    public static Statistics of(DiscreteGame game, Equilibrium equilibrium, AgentQuantity consumption) {
        HouseholdStatistics all = new HouseholdStatistics(CrossSection.last(game, equilibrium));
        Optional<Lorenz> lorenz = all.wealth();
        all.shares(Atom.of(game, equilibrium));
        all.propensity(MarginalPropensity.of(game, equilibrium, consumption, PERIOD));
        all.welfare(StationaryEquilibrium.of(equilibrium).u());
        return new Statistics(all.numbers, all.fields, lorenz, Map.of(), all.ofTheGrid);
    }

    private Optional<Lorenz> wealth() {
        Distribution wealth = Distribution.of(crowd, Wealth.quantity("wealth"));
        numbers.put("mean wealth", wealth.mean());
        for (double p : PERCENTILES) {
            tellOfGrid("wealth p" + (int) p, wealth.quantile(p / 100), "goes from node to node");
        }
        double size = crowd.aggregate(AgentQuantity.ofPosition("size", x -> Math.abs(x[0])));
        if (!(wealth.mean() > LEAST_MEAN * size)) {
            return Optional.empty();
        }
        for (double p : TOPS) {
            numbers.put("share of the top " + (int) p + " %", wealth.topShare(p / 100));
        }
        numbers.put("gini of wealth", wealth.gini());
        return Optional.of(wealth.lorenz());
    }

    private void shares(List<Atom> atoms) {
        numbers.put("share at the limit", Wealth.shareAtLimit(crowd));
        numbers.put(
                "share held at the limit",
                atoms.stream()
                        .filter(atom -> grid.index(atom.node(), 0) == 0)
                        .mapToDouble(Atom::mass)
                        .sum());
        int[] atLimit = statesAtLimit();
        for (int k = 0; k < atLimit.length; k++) {
            numbers.put("share at the limit, " + states().get(k), crowd.mass(atLimit[k]));
        }
        numbers.put("share at the end of the grid", Wealth.shareAtEnd(crowd));
    }

    private void propensity(MarginalPropensity mpc) {
        double[] ofGain = mpc.ofGain();
        fields.put("mpc", ofGain);
        tellOfGrid("mean mpc", mpc.meanOfGain(), MarginalPropensity.OF_THE_GRID);
        tellOfGrid("mean mpc of a loss, above the limit", mpc.meanOfLoss(), MarginalPropensity.OF_THE_GRID);
        int[] atLimit = statesAtLimit();
        for (int k = 0; k < atLimit.length; k++) {
            tellOfGrid("mpc at the limit, " + states().get(k), ofGain[atLimit[k]], MarginalPropensity.OF_THE_GRID);
        }
    }

    private void tellOfGrid(String name, double number, String why) {
        numbers.put(name, number);
        ofTheGrid.put(name, why);
    }

    private void welfare(double[] u) {
        double mean = 0;
        double[] lifetimeUtility = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            lifetimeUtility[i] = -u[i];
            mean += crowd.mass(i) * lifetimeUtility[i];
        }
        fields.put("lifetime-utility", lifetimeUtility);
        numbers.put("mean lifetime utility", mean);
    }

    /** The node of each state at the borrowing limit of households whose one coordinate besides it is wealth; empty of others. */
    private int[] statesAtLimit() {
        Domain domain = grid.domain();
        int axis = domain.statesAxis();
        int[] nodes = new int[axis == 1 ? grid.nodes(axis) : 0];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = k * grid.stride(axis);
        }
        return nodes;
    }

    private List<String> states() {
        Domain domain = grid.domain();
        return domain.axis(domain.statesAxis()).states().orElseThrow().names();
    }
}
