package org.mfg.solvers.agents;

import java.lang.reflect.Proxy;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/** Agents who have no reason to go anywhere: H = |p|²/2 and u = 0, so that they follow a Brownian motion. */
final class FreeAgents {
    private static final Policy REST = new Policy() {
        @Override
        public double drift(int step, int node, int axis) {
            return 0;
        }

        @Override
        public double runningCost(int step, int node) {
            return 0;
        }
    };

    private FreeAgents() {}

    static AgentSample walk(Domain domain, SpaceFunction m0, double viscosity, int stepsPerLevel, int agents) {
        MeanFieldGame game = MeanFieldGame.builder("free")
                .domain(domain)
                .horizon(1)
                .viscosity(viscosity)
                .hamiltonian(new Quadratic())
                .initialDensity(m0)
                .build();
        Grid grid = Grid.of(domain, 41);
        double[] zero = new double[grid.size() * 11];
        return new AgentSimulation(discrete(game, grid), zero, zero, stepsPerLevel)
                .run(agents, 5, new int[] {0, 10}, 0);
    }

    /** As much of a discrete game as a simulation needs, in any dimension. */
    private static DiscreteGame discrete(MeanFieldGame game, Grid grid) {
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
                    case "time" -> new TimeGrid(1, 10);
                    case "initialDensity" -> m0;
                    case "policy" -> REST;
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
