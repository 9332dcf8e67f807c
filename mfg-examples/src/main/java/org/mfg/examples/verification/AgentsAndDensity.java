package org.mfg.examples.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.agents.AgentSample;
import org.mfg.solvers.agents.AgentSimulation;
import org.mfg.solvers.agents.Comparison;

/**
 * Agents who play the equilibrium of the tutorial, against its density. Each follows dX = -∂u(t, X) dt + sqrt(2ν) dW by the method of Euler and
 * Maruyama and pays its own costs; in the mean, agents of an equilibrium pay ∫ m0 u(0). What to look at: paths over the density
 * (paths), and the distance W1 between N agents and m(T), which falls as N^(-1/2) (distance) until the grid's own error shows.
 */
public final class AgentsAndDensity {
    private static final int AGENTS = 32_000;
    private static final int SEED = 1;

    private AgentsAndDensity() {}

    /** Takes the folder to write to, out/gallery/agents-and-density if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/agents-and-density"));
    }

    /** Writes the figures; returns the distance of the mean cost from ∫ m0 u(0) in standard errors, and W1 of all agents. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        MeanFieldGame tutorial = mfg.game("tutorial", Map.of());
        DiscreteGame game = mfg.discretize(
                tutorial,
                mfg.discretization("crank-nicolson", Map.of()),
                Grid.of(tutorial.domain(), 201),
                tutorial.timeGrid(200));
        Equilibrium e = mfg.solver("newton", Map.of()).solve(game);
        int end = e.time().steps();
        AgentSample sample = new AgentSimulation(game, e.u(), e.m(), 4).run(AGENTS, SEED, new int[] {end}, 60);

        new StudyFigures(out).paths("paths", e, e.time(), sample.paths());
        double[] numbers = {125, 500, 2000, 8000, 32_000};
        double[] distances = new double[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            distances[k] = meanDistance(sample, (int) numbers[k], e, end);
        }
        Curve w1 = Curve.data("W1", numbers, distances);
        new StudyFigures(out)
                .logLog(
                        "distance",
                        "agents N",
                        "W1 distance to m(T)",
                        List.of(w1, Curve.slope("slope −1/2", -0.5, w1)));
        double expected = 0;
        double[] initial = game.initialDensity();
        for (int i = 0; i < e.grid().size(); i++) {
            expected += e.grid().weight(i) * initial[i] * e.u()[i];
        }
        double off = (sample.meanCost() - expected) / sample.standardError();
        System.out.printf("mean cost %.5f, expected %.5f: %.2f standard errors%n", sample.meanCost(), expected, off);
        return new double[] {off, distances[distances.length - 1]};
    }

    /** Of at most eight groups of the size. */
    private static double meanDistance(AgentSample sample, int size, Equilibrium e, int level) {
        int groups = Math.min(8, AGENTS / size);
        double sum = 0;
        for (int g = 0; g < groups; g++) {
            sum += Comparison.of(
                            e.grid(),
                            sample.positions(0),
                            g * size,
                            size,
                            e.m(),
                            level * e.grid().size())
                    .wasserstein()[0];
        }
        return sum / groups;
    }
}
