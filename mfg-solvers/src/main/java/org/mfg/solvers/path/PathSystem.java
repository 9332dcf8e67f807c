package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * The equations of a path, E_j(π) = 0 at the end of each step j: what prices over time leave too much of. Where nobody feels the crowd a backward and a forward sweep tell;
 * otherwise it takes an equilibrium.
 */
final class PathSystem {
    private final Scenario scenario;
    private final Market market;
    private final TimeGrid time;
    private final List<Parameters> exogenous;
    private final Monitor monitor;

    PathSystem(Scenario scenario, Monitor monitor) {
        this.scenario = scenario;
        market = scenario.market();
        time = scenario.time();
        exogenous = scenario.exogenous();
        this.monitor = monitor;
    }

    /** The parameters in a step. */
    Parameters at(double[] prices, int step) {
        Parameters values = exogenous.get(step);
        for (int k = 0; k < market.prices().size(); k++) {
            values = values.with(market.prices().get(k), prices[k * time.steps() + step]);
        }
        return values;
    }

    /**
     * The path at prices.
     *
     * @param near a value function near it, a field; for sweeps to start from
     * @throws InvalidInputException if there is no game at a time; the message tells which
     * @throws NoPath if there is a game, but no solution
     */
    PathTrial at(double[] prices, double[] near) {
        List<MeanFieldGame> levels = new ArrayList<>();
        for (int j = 0; j < time.steps(); j++) {
            levels.add(game(prices, j));
        }
        DiscreteGame game =
                scenario.economy().discrete(PathGame.of(time, levels, scenario.start(), scenario.end()), time);
        double[] u = near.clone();
        double[] m = new double[game.size()];
        if (game.game().isCoupled()) {
            Guess guess = new Guess(u, scenario.restingCrowd());
            Equilibrium found = scenario.economy().solver().solve(game, guess, monitor);
            if (!found.isConverged()) {
                throw new NoPath(found.status(), found.message());
            }
            u = found.u();
            m = found.m();
        } else {
            sweep(game, u, m);
        }
        return counted(prices, game, u, m);
    }

    private static void sweep(DiscreteGame game, double[] u, double[] m) {
        try {
            game.backward(m, u);
            game.forward(u, m);
        } catch (NumericalFailureException e) {
            throw new NoPath(Status.DIVERGED, String.valueOf(e.getMessage()));
        }
    }

    private MeanFieldGame game(double[] prices, int step) {
        try {
            return scenario.economy().game(at(prices, step));
        } catch (InvalidInputException e) {
            double t = time.time(step + 1);
            throw e.at("at t = " + t + ", where " + Scenario.inWords(scenario.shocks(), shock -> shock.at(t)));
        }
    }

    private PathTrial counted(double[] prices, DiscreteGame game, double[] u, double[] m) {
        int steps = time.steps();
        double[] excess = new double[market.conditions().size() * steps];
        double[][] aggregates = new double[market.aggregates(at(prices, 0)).size()][steps];
        Policy policy = game.policy(u, m);
        for (int j = 0; j < steps; j++) {
            Parameters values = at(prices, j);
            CrossSection crowd = new CrossSection(scenario.economy().grid(), policy, m, j, time.time(j + 1));
            double[] x = market.count(values, crowd);
            for (int o = 0; o < x.length; o++) {
                aggregates[o][j] = x[o];
            }
            double[] e = market.excess(values, x);
            for (int c = 0; c < e.length; c++) {
                excess[c * steps + j] = e[c];
            }
        }
        return new PathTrial(prices, excess, aggregates, game, u, m);
    }
}
