package org.mfg.app.published;

import static org.mfg.app.published.Laboratory.UPWIND;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.app.published.Laboratory.Solved;
import org.mfg.app.published.Reference.Kind;
import org.mfg.models.economy.Budget;
import org.mfg.models.economy.Households;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Utility;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;
import org.mfg.solvers.path.DiscreteEconomy;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;
import org.mfg.solvers.path.TransitionSolver;

/** Households that save: wealth at given prices, interest rates, and the path after a shock. */
final class EconomyExperiments {
    private static final String NOTES =
            "S. Ahn and B. Moll, \"Aiyagari (1994) in continuous time\", QuantEcon notebooks";
    private static final String SHOOTING = "a shooting method, written apart (EulerEquations)";
    private static final String PROGRAM = "a program on the same grid, written apart";
    private static final String RATE = "interest-rate";
    private static final String SAVERS = "households with log utility, 1000 nodes of [0, 40]";
    private static final String SHOCK = "aiyagari in [-0.7, 20], 1000 nodes";
    private static final String DIFFUSION = "aiyagari-diffusion";
    /** Cells at the limit are so narrow that the round-off of differences is larger than elsewhere. */
    private static final double GRADED = 1e-9;

    private static final double[] SIZES = {1.0 / 500, 1.0 / 1000, 1.0 / 2000, 1.0 / 4000};

    private EconomyExperiments() {}

    static List<Experiment> all() {
        return List.of(
                savers("r = 0.03, w = 0.9", "5.905205", 0.03, 0.9),
                savers("r = 0.05, w = 1", "39.104797", 0.05, 1),
                cleared("aiyagari", "wealth in [0, 5]", Map.of("max-wealth", 5.0, "grading", 2.0), "0.0462438"),
                cleared("huggett", "defaults", Map.of("grading", 2.0), "0.0360995"),
                new Experiment(
                        List.of(
                                new Reference(
                                        DIFFUSION, "100 x 40 nodes", "capital", "3.74025048", Kind.PROGRAM, PROGRAM),
                                new Reference(DIFFUSION, "100 x 40 nodes", "r", "0.04848500", Kind.PROGRAM, PROGRAM)),
                        "upwind, the same grid",
                        false,
                        EconomyExperiments::diffusing),
                new Experiment(
                        List.of(
                                path("K(0)", "0.2994814910"),
                                path("K(1)", "0.2978280881"),
                                path("K(20)", "0.2961851219"),
                                path("r(5)", "0.0475672914")),
                        "upwind, the same grid",
                        false,
                        EconomyExperiments::shocked));
    }

    private static Experiment savers(String setting, String number, double rate, double wage) {
        Reference reference = new Reference(SAVERS, setting, "wealth", number, Kind.PRINTED, NOTES);
        return Experiment.of(reference, "upwind, the same grid", true, laboratory -> {
            Incomes incomes = Incomes.chain(new double[] {0.1, 1}, new double[][] {{0, 0.1}, {0.1, 0}});
            Households households = new Households(Utility.log(), 0.04, incomes, Households.wealth(1e-10, 40, 1));
            Solved solved = laboratory.solve(
                    laboratory.discretize(households.game("savers", Budget.of(rate, wage)), UPWIND, 1, 1000, 2), null);
            return new double[] {wealth(solved.game(), solved.equilibrium())};
        });
    }

    private static double wealth(DiscreteGame game, Equilibrium equilibrium) {
        double sum = 0;
        for (int i = 0; i < game.space().size(); i++) {
            sum += game.space().weight(i) * equilibrium.m()[i] * game.grid().coordinate(i, 0);
        }
        return sum;
    }

    private static Experiment cleared(String name, String setting, Map<String, ?> given, String number) {
        Reference reference = new Reference(name, setting, "r", number, Kind.PROGRAM, SHOOTING);
        return Experiment.of(
                reference,
                "upwind, 501 to 4001 nodes that crowd at the limit, in h",
                false,
                laboratory -> Extrapolation.limits(1, SIZES, h -> new double[] {
                    clear(laboratory, name, given, (int) Math.rint(1 / h) + 1, 2)
                            .parameters()
                            .real(RATE)
                }));
    }

    private static ClearedMarket clear(Laboratory laboratory, String name, Map<String, ?> given, int... nodes)
            throws UnsolvedException {
        GameProvider provider = laboratory.mfg().games().provider(name);
        Parameters parameters = laboratory.mfg().games().parameters(name, given);
        ClearedMarket market = new MarketClearing(
                        provider,
                        game -> laboratory.discretize(game, UPWIND, 1, nodes),
                        laboratory.mfg().solver("newton", Map.of("tolerance", GRADED)),
                        1e-12)
                .clear(parameters, laboratory.monitor());
        if (!market.isCleared()) {
            throw new UnsolvedException(name + ": the market does not clear");
        }
        return market;
    }

    private static double[] diffusing(Laboratory laboratory) throws UnsolvedException {
        ClearedMarket market = clear(laboratory, DIFFUSION, Map.of(), 100, 40);
        return new double[] {
            wealth(market.game(), market.equilibrium()), market.parameters().real(RATE)
        };
    }

    private static Reference path(String quantity, String number) {
        return new Reference(
                SHOCK, "productivity 3 % less, back at the rate 0.2", quantity, number, Kind.PROGRAM, PROGRAM);
    }

    private static double[] shocked(Laboratory laboratory) throws UnsolvedException {
        GameProvider provider = laboratory.mfg().games().provider("aiyagari");
        Parameters parameters =
                laboratory.mfg().games().parameters("aiyagari", Map.of("min-wealth", -0.7, "max-wealth", 20));
        DiscreteEconomy economy = new DiscreteEconomy(
                provider,
                laboratory.mfg().discretization(UPWIND, Map.of()),
                Grid.of(provider.create(parameters).domain(), 1000, 2),
                laboratory.mfg().solver("newton", Map.of("tolerance", 1e-12)));
        Shock shock = Shock.decaying("tfp", parameters.real("tfp"), -0.03, 0.2);
        Transition path = new TransitionSolver(economy, 1e-11, 1e-11)
                .clear(parameters, List.of(shock), new TimeGrid(200, 400), laboratory.monitor());
        if (!path.isConverged()) {
            throw new UnsolvedException("aiyagari: no path clears the market");
        }
        double[] capital = Objects.requireNonNull(path.quantities().get("capital"));
        double[] rate = path.parameter(RATE);
        return new double[] {capital[0], capital[2], capital[40], rate[10]};
    }
}
