package org.mfg.solvers.agents;

import java.lang.reflect.Proxy;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/** Agents who have no reason to go anywhere, so that they follow a Brownian motion, or are carried along. */
final class FreeAgents {
    private static final int STEPS = 10;

    /** The speed along an axis of what carries agents. */
    @FunctionalInterface
    interface Stream {
        double at(double[] x, int axis);
    }

    private FreeAgents() {}

    static AgentSample walk(Domain domain, SpaceFunction m0, double viscosity, int stepsPerLevel, int agents) {
        return carried(Grid.of(domain, 41), m0, Diffusion.of(viscosity), (x, axis) -> 0, stepsPerLevel, agents);
    }

    /** Agents of whom positions at the times 0 and 1 are kept. */
    static AgentSample carried(
            Grid grid, SpaceFunction m0, Diffusion diffusion, Stream stream, int stepsPerLevel, int agents) {
        MeanFieldGame game = MeanFieldGame.builder("free")
                .domain(grid.domain())
                .horizon(1)
                .diffusion(diffusion)
                .hamiltonian(new Quadratic())
                .initialDensity(m0)
                .build();
        double[] zero = new double[grid.size() * (STEPS + 1)];
        return new AgentSimulation(discrete(game, grid, stream), zero, zero, stepsPerLevel)
                .run(agents, 5, new int[] {0, STEPS}, 0);
    }

    private static Policy policy(Grid grid, Stream stream) {
        return new Policy() {
            @Override
            public double drift(int step, int node, int axis) {
                double[] x = new double[grid.dimension()];
                grid.position(node, x);
                return stream.at(x, axis);
            }

            @Override
            public double runningCost(int step, int node) {
                return 0;
            }
        };
    }

    /** As much of a discrete game as a simulation needs, in any dimension. */
    private static DiscreteGame discrete(MeanFieldGame game, Grid grid, Stream stream) {
        double[] m0 = new double[grid.size()];
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < m0.length; i++) {
            grid.position(i, x);
            m0[i] = game.initialDensity().at(x);
        }
        return (DiscreteGame) Proxy.newProxyInstance(
                FreeAgents.class.getClassLoader(),
                new Class<?>[] {DiscreteGame.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "game" -> game;
                    case "grid" -> grid;
                    case "time" -> new TimeGrid(1, STEPS);
                    case "initialDensity" -> m0;
                    case "policy" -> policy(grid, stream);
                    default -> throw new IllegalStateException(method.getName());
                });
    }

    private static final class Quadratic implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r;
        }

        @Override
        public double radialSecondDerivative(double t, double[] x, double r, double m) {
            return 1;
        }
    }
}
