package org.mfg.solvers.agents;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * N independent agents under a feedback: each starts at a place drawn from m0, follows dX_k = -H_{p_k}(t, X, ∇u, m) dt + sqrt(2 D_k(t, X)) dW_k,
 * jumps between its states at their rates, and pays for its way, for the crowd m and at the end u(T). Between the nodes drift and cost are interpolated linearly, but for the cost beside a state
 * constraint, which is that of the dual cell, as in the scheme; a time step of the game is cut into equal steps of Euler and Maruyama.
 *
 * <p>At an equilibrium the agents' density is m and their mean cost Σ w m0 u(0), up to the scheme's error in h and Δt and
 * the sampling error of order N^(-1/2).
 *
 * <p>In a stationary game agents start from the stationary density and walk for as long as one likes. What each pays of an ergodic
 * game is its average over that time, whose mean is ρ; of a discounted one the discounted sum, with what is left at the end
 * as u says, whose mean is Σ w m u.
 *
 * <p>Agents come in blocks, and each block has a generator of its own, split from the seed's (L64X128MixRandom; Steele and
 * Vigna 2021): results do not depend on the number of threads. Memory: the positions at the levels to remember.
 */
public final class AgentSimulation {
    private static final int BLOCK = 500;
    private static final String EVEN = "a simulation of agents";

    private final Grid grid;
    private final Diffusion diffusion;
    private final TimeGrid time;
    private final int stepsPerLevel;
    private final double[] feedback;
    private final int feedbackStride;
    private final double[] initial;
    private final double[] terminal;
    private final double discount;
    private final double costUnit;

    /**
     * Agents of a game with a horizon.
     *
     * @param u the value function whose feedback is played, a field of the game
     * @param m the density that agents believe in and pay for
     * @param stepsPerLevel the steps that a time step of the game is cut into, >= 1
     */
    public AgentSimulation(DiscreteGame game, double[] u, double[] m, int stepsPerLevel) {
        this(game, u, m, game.time(), game.initialDensity(), stepsPerLevel);
    }

    private AgentSimulation(
            DiscreteGame game, double[] u, double[] m, TimeGrid time, double[] initial, int stepsPerLevel) {
        if (stepsPerLevel < 1) {
            throw InvalidInputException.of("steps per level", "be >= 1", stepsPerLevel);
        }
        requireSupport(game);
        this.time = time;
        this.initial = initial;
        this.stepsPerLevel = stepsPerLevel;
        grid = game.grid();
        diffusion = game.game().diffusion();
        discount = game.game().discount();
        boolean isErgodic = game.game().isErgodic();
        costUnit = isErgodic ? time.horizon() : 1;
        feedback = Feedback.of(game, u, m);
        feedbackStride = game.game().isStationary() ? 0 : grid.size();
        int from = game.game().isStationary() ? 0 : u.length - grid.size();
        terminal = isErgodic ? new double[grid.size()] : Arrays.copyOfRange(u, from, from + grid.size());
        WallValues.fill(grid, terminal, 0, 1, 0);
    }

    /**
     * Agents of a stationary game.
     *
     * @param u a field of the game, as solvers see it
     * @param m the same
     * @param time for how long they walk, and in which steps
     * @param stepsPerLevel the steps that a time step is cut into, >= 1
     */
    public static AgentSimulation stationary(
            DiscreteGame game, double[] u, double[] m, TimeGrid time, int stepsPerLevel) {
        double[] density = Arrays.copyOfRange(m, game.grid().size(), m.length);
        return new AgentSimulation(game, u, m, time, density, stepsPerLevel);
    }

    /**
     * Checks that agents can be simulated.
     *
     * @throws InvalidInputException if some enter or die on the way, or the time steps are uneven
     */
    public static void requireSupport(DiscreteGame game) {
        game.time().evenStep(EVEN);
        if (game.game().death().isPresent()) {
            throw InvalidInputException.because(
                    "death", "death must be absent in a simulation of agents: all of them live to the end");
        }
        if (game.game().massSource().isPresent()) {
            throw InvalidInputException.because(
                    "mass source", "mass source must be absent in a simulation of agents: all of them start at t = 0");
        }
    }

    /**
     * Lets agents walk from 0 to T.
     *
     * @param agents how many, >= 1
     * @param seed of the random numbers
     * @param levels the time levels at which to remember all positions, in increasing order
     * @param paths of how many of the agents to remember the whole path
     */
    public AgentSample run(int agents, long seed, int[] levels, int paths) {
        if (agents < 1) {
            throw InvalidInputException.of("agents", "be >= 1", agents);
        }
        AgentSample sample = new AgentSample(grid.dimension(), agents, levels, Math.min(paths, agents), time.levels());
        int blocks = (agents + BLOCK - 1) / BLOCK;
        SplittableGenerator root = (SplittableGenerator)
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<SplittableGenerator> generators = root.splits(blocks).toList();
        IntStream.range(0, blocks).parallel().forEach(b -> {
            int last = Math.min(agents, (b + 1) * BLOCK);
            new Block(generators.get(b), sample).walk(b * BLOCK, last);
        });
        return sample;
    }

    /** Some of the agents, with their own random numbers and work arrays. */
    private final class Block {
        private final RandomGenerator random;
        private final AgentSample sample;
        private final Walker walker;
        private final StateJumps jumps;
        private final Cells cells = new Cells(grid);
        private final InitialPositions start = new InitialPositions(grid, initial);
        private final double[] x = new double[grid.dimension()];
        private final double[] here = new double[grid.dimension() + 1];
        private final double[] atNode = new double[grid.dimension() + 1];
        private final double[] end = new double[1];
        private final double dt = time.evenStep(EVEN) / stepsPerLevel;
        private final double decay = Math.exp(-discount * dt);
        private final double paidTime = discount > 0 ? (1 - decay) / discount : dt;

        Block(RandomGenerator random, AgentSample sample) {
            this.random = random;
            this.sample = sample;
            walker = new Walker(grid, diffusion, dt, random);
            jumps = new StateJumps(grid.domain(), dt, random);
        }

        void walk(int first, int last) {
            for (int agent = first; agent < last; agent++) {
                sample.setCost(agent, walk(agent) / costUnit);
            }
        }

        /** Of the located position, whose feedback is {@link #here}: beside a state constraint that of the node in whose dual cell it lies. */
        private double runningCost(int first) {
            int last = here.length - 1;
            if (!cells.snapAtConstraints()) {
                return here[last];
            }
            cells.interpolate(feedback, first, atNode);
            return atNode[last];
        }

        /** The cost of one agent's way. */
        private double walk(int agent) {
            do {
                start.draw(random, x, 0);
            } while (walker.isObstructed(x));
            sample.record(agent, 0, x);
            double cost = 0;
            double weight = 1;
            for (int j = 0; j < time.steps(); j++) {
                for (int s = 0; s < stepsPerLevel; s++) {
                    cells.locate(x, 0);
                    cells.interpolate(feedback, j * feedbackStride, here);
                    cost += weight * paidTime * runningCost(j * feedbackStride);
                    weight *= decay;
                    if (!walker.move(time.time(j) + s * dt, x, here)) {
                        return cost + weight * walker.exitCost();
                    }
                    jumps.move(x);
                }
                sample.record(agent, j + 1, x);
            }
            cells.locate(x, 0);
            cells.interpolate(terminal, 0, end);
            return cost + weight * end[0];
        }
    }
}
