package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.models.hamiltonian.DriftQuadraticHamiltonian;
import org.mfg.solvers.agents.AgentSample;
import org.mfg.solvers.agents.AgentSimulation;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

/**
 * A stream of speed 1 carries agents to the right, to a side that they may not cross, and u = y makes them go down at speed 1, to a wall.
 * At the side they go down only, and at the wall right only.
 */
class DriftAtWallsTest {
    private static final int NODES = 9;
    private static final double TINY = 1e-6;
    private static final double H = 1.0 / (NODES - 1);
    private static final Domain SQUARE =
            Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.stateConstraint()), Axis.noFlux("y", 0, 1));

    private final Grid grid = Grid.of(SQUARE, NODES);
    private final TimeGrid time = new TimeGrid(0.02, 2);
    private final DiscreteGame game = new UpwindDiscretization(1)
            .discretize(
                    MeanFieldGame.builder("stream")
                            .domain(SQUARE)
                            .horizon(time.horizon())
                            .viscosity(0)
                            .hamiltonian(DriftQuadraticHamiltonian.constant(1, 0))
                            .initialDensity(x -> x[1])
                            .build(),
                    grid,
                    time);
    private final double[] u = new double[game.size()];
    private final double[] m = new double[game.size()];

    DriftAtWallsTest() {
        for (int i = 0; i < u.length; i++) {
            u[i] = grid.coordinate(i % grid.size(), 1);
            m[i] = 1;
        }
    }

    @Test
    void arrowsAtAStateConstraintDoNotLeadOut() {
        Equilibrium e =
                new Equilibrium(game.game(), grid, time, u, m, Status.CONVERGED, "made up", Samples.quadraticHistory());
        RecordingCanvas canvas = RecordingCanvas.of(
                PlaneFigures.density(Style.HOUSE, Plane.of(e.grid()).get(0), game, e));
        Rectangle2D panel = canvas.images.get(0).area();
        int atSide = 0;
        int elsewhere = 0;
        for (Point2D[] arrow : canvas.arrows()) {
            double x = 0.5 * (arrow[0].getX() + arrow[1].getX());
            double y = 0.5 * (arrow[0].getY() + arrow[1].getY());
            double right = arrow[1].getX() - arrow[0].getX();
            double down = arrow[1].getY() - arrow[0].getY();
            if (Math.abs(panel.getMaxX() - x) < TINY) {
                assertThat(right).isEqualTo(0, within(TINY));
                assertThat(down).isPositive();
                atSide++;
            } else if (x < panel.getMaxX() && panel.getMaxY() - y > TINY) {
                // A constrained plane is not drawn to scale.
                assertThat(right / panel.getWidth()).isEqualTo(down / panel.getHeight(), within(TINY));
                elsewhere++;
            } else if (x < panel.getMaxX()) {
                assertThat(down).isEqualTo(0, within(TINY));
            }
        }
        assertThat(atSide).isPositive();
        assertThat(elsewhere).isGreaterThan(atSide);
    }

    /** Between the last two columns the drift to the right falls from 1 to 0. */
    @Test
    void agentsBesideAStateConstraintGoTheSameWay() {
        AgentSample sample = new AgentSimulation(game, u, m, 1).run(2000, 1, new int[] {0, 1}, 0);
        double[] from = sample.positions(0);
        double[] to = sample.positions(1);
        double dt = time.step(0);
        int beside = 0;
        for (int k = 0; k < from.length; k += 2) {
            if (from[k + 1] < H) {
                continue;
            }
            beside += from[k] > 1 - H ? 1 : 0;
            double right = Math.min(1, (1 - from[k]) / H);
            assertThat((to[k] - from[k]) / dt).isCloseTo(right, within(1e-9));
            assertThat((to[k + 1] - from[k + 1]) / dt).isCloseTo(-1, within(1e-9));
        }
        assertThat(beside).isGreaterThan(100);
    }
}
