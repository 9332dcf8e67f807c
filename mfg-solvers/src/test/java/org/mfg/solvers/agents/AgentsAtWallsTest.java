package org.mfg.solvers.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

/** Agents in a stream of speed 1 that presses them against a wall, H = p²/2 - p. */
class AgentsAtWallsTest {
    @Test
    void debug() {
        for (double nu : new double[] {0, 0.001, 0.01, 0.1}) {
            for (Boundary b : new Boundary[] {Boundary.stateConstraint(), Boundary.noFlux()}) {
                for (int n : new int[] {101, 401}) {
                    Domain d = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), b));
                    MeanFieldGame game = MeanFieldGame.builder("stream").domain(d).horizon(1).viscosity(nu)
                            .hamiltonian(new Stream()).initialDensity(x -> 1).build();
                    DiscreteGame g = new UpwindDiscretization(1).discretize(game, Grid.of(d, n), new TimeGrid(1, n - 1));
                    double[] u = new double[g.size()];
                    double[] m = new double[g.size()];
                    g.backward(m, u);
                    g.forward(u, m);
                    double e = 0;
                    for (int i = 0; i < n; i++) e += g.grid().weight(i) * m[i] * u[i];
                    AgentSample s = new AgentSimulation(g, u, m, 2).run(4000, 1, new int[] {0, n - 1}, 0);
                    Comparison c = Comparison.of(g.grid(), s.positions(1), 0, 4000, m, (n - 1) * n);
                    System.err.println(nu + " " + b.kind() + " " + n + " agents " + s.meanCost() + " +- " + s.standardError() + " expected " + e + " z " + (s.meanCost() - e) / s.standardError() + " W1 " + c.wasserstein()[0]);
                }
            }
        }
    }

    static final class Stream implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return 0.5 * p * p - p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return p - 1;
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return 1;
        }
    }
}
