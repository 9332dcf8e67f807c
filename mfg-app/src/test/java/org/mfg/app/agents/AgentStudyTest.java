package org.mfg.app.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.app.CommandRun;
import org.mfg.solvers.Mfg;

class AgentStudyTest {
    private static final Mfg MFG = Mfg.load();

    @TempDir
    Path folder;

    @Test
    void aHundredThousandAgentsReproduceTheTutorialsDensityAndCost() {
        AgentStudy coarse = study(100, 100_000);
        AgentStudy fine = study(200, 100_000);

        assertThat(coarse.comparisons().get(4).wasserstein()[0]).isLessThanOrEqualTo(5e-3);
        double before = coarse.sample().meanCost() - coarse.expectedCost();
        double after = fine.sample().meanCost() - fine.expectedCost();
        double order = Math.log(before / after) / Math.log(2);
        assertThat(order).isGreaterThan(0.8);
        double extrapolatedAgents =
                2 * fine.sample().meanCost() - coarse.sample().meanCost();
        double extrapolatedCost = 2 * fine.expectedCost() - coarse.expectedCost();
        assertThat(extrapolatedAgents)
                .isEqualTo(extrapolatedCost, within(3 * fine.sample().standardError()));
    }

    /** They start from m. Their steps make them pay 7e-4 too much, the second-order scheme's error is 5e-5: below the standard error. */
    @Test
    void agentsOfAnErgodicGameStayAtItsDensityAndPayItsConstantOnAverage() {
        AgentStudy study = stationary("ergodic-potential", Map.of());

        assertThat(study.sample().meanCost())
                .isEqualTo(study.expectedCost(), within(3 * study.sample().standardError()));
        assertThat(study.sample().standardError()).isLessThan(5e-3);
        assertThat(study.comparisons().get(4).wasserstein()[0]).isLessThan(5e-3);
    }

    /** After a time T the rest is worth e^(-rT) u: the mean does not depend on when one stops. */
    @Test
    void agentsOfADiscountedGamePayTheMeanOfItsValue() {
        AgentStudy study = stationary("discounted-potential", Map.of("discount", 2, "sides", "no-flux"));

        assertThat(study.sample().meanCost())
                .isEqualTo(study.expectedCost(), within(3 * study.sample().standardError()));
        assertThat(study.sample().standardError()).isLessThan(5e-3);
    }

    private static AgentStudy stationary(String name, Map<String, Object> parameters) {
        MeanFieldGame game = MFG.game(name, parameters);
        DiscreteGame discrete = MFG.discretization("crank-nicolson", Map.of())
                .discretize(game, Grid.of(game.domain(), 200), game.timeGrid(1));
        AgentStudy.Setting setting = new AgentStudy.Setting(20_000, 1, 8, OptionalDouble.of(0.5));
        return AgentStudy.of(discrete, MFG.solver("newton", Map.of()).solve(discrete), setting);
    }

    /** Some are at the limit of their debt, a state constraint, where they consume what they earn. */
    @Test
    void householdsAtTheirBorrowingLimitPayTheMeanOfTheirValue() {
        DiscreteGame game = MFG.discretize(MFG.game("aiyagari", Map.of()), 400, 1);
        AgentStudy study = AgentStudy.of(
                game,
                MFG.solver("newton", Map.of()).solve(game),
                new AgentStudy.Setting(20_000, 1, 4, OptionalDouble.of(5)));

        assertThat(study.sample().meanCost())
                .isEqualTo(study.expectedCost(), within(3 * study.sample().standardError()));
        assertThat(study.comparisons().get(4).wasserstein()[0]).isLessThan(5e-3);
    }

    /** Income diffuses, wealth does not; the axis of wealth is even, or crowds its nodes at the limit. They hold the capital that the crowd holds. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void householdsWhoseIncomeDiffusesHoldTheCrowdsCapitalAndPayTheMeanOfTheirValue(double grading) {
        MeanFieldGame household = MFG.game("aiyagari-diffusion", Map.of("interest-rate", 0.0485, "grading", grading));
        DiscreteGame game = MFG.discretization("upwind", Map.of())
                .discretize(household, Grid.of(household.domain(), 100, 40), household.timeGrid(1));
        Equilibrium equilibrium = MFG.solver("newton", Map.of()).solve(game);
        int agents = 5_000;
        AgentStudy study = AgentStudy.of(game, equilibrium, new AgentStudy.Setting(agents, 1, 1, OptionalDouble.of(2)));
        double capital = 0;
        for (int i = 0; i < game.grid().size(); i++) {
            capital += game.grid().weight(i) * equilibrium.m()[i] * game.grid().coordinate(i, 0);
        }
        SummaryStatistics wealth = new SummaryStatistics();
        double[] positions = study.sample().positions(4);
        for (int a = 0; a < agents; a++) {
            wealth.addValue(positions[2 * a]);
        }

        assertThat(wealth.getMean()).isCloseTo(capital, within(3 * wealth.getStandardDeviation() / Math.sqrt(agents)));
        assertThat(study.sample().meanCost())
                .isCloseTo(study.expectedCost(), within(3 * study.sample().standardError()));
    }

    /** Below the scheme's own error the distance falls as N^(-1/2): by 8 from 97 agents to 6250. */
    @Test
    void distancesFallWithTheRootOfTheNumberOfAgents() {
        var sizes = study(100, 25_000).convergence();

        double few = sizes.get(0).l1();
        double many = sizes.get(sizes.size() - 2).l1();
        double ratio = Math.sqrt(
                sizes.get(sizes.size() - 2).agents() / (double) sizes.get(0).agents());
        assertThat(few / many).isEqualTo(ratio, within(0.15 * ratio));
    }

    @Test
    void theCommandPrintsDistancesAndWritesFilesTheSameEachTime() {
        CommandRun first = simulate("--agents", "2000");
        CommandRun again = simulate("--agents", "2000");

        assertThat(first.code()).isZero();
        assertThat(costs(first)).isEqualTo(costs(again));
        assertThat(first.out()).containsPattern("(?m)^t +W1 +L1 +agents inside +mass inside");
        for (String name : new String[] {
            "agents.csv", "agents-convergence.csv", "agents-convergence.png", "agents-paths.png", "agents.json"
        }) {
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void aNumberOfAgentsThatMakesNoSenseIsRefused() {
        CommandRun run = simulate("--agents", "0");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("mfg: agents must be >= 1").contains("(--agents)");
    }

    private CommandRun simulate(String... options) {
        String[] common = {"simulate", "tutorial", "--nx", "20", "--nt", "10", "--out", folder.toString()};
        String[] args = new String[common.length + options.length];
        System.arraycopy(common, 0, args, 0, common.length);
        System.arraycopy(options, 0, args, common.length, options.length);
        return CommandRun.of(args);
    }

    private static String costs(CommandRun run) {
        return run.out().substring(run.out().indexOf("agents' mean cost"));
    }

    private static AgentStudy study(int nodes, int agents) {
        DiscreteGame game = MFG.discretize(MFG.game("tutorial", Map.of()), nodes, nodes);
        return AgentStudy.of(
                game,
                MFG.solver("newton", Map.of()).solve(game),
                new AgentStudy.Setting(agents, 1, 4, OptionalDouble.empty()));
    }
}
