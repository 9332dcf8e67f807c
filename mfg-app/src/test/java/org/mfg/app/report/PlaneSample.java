package org.mfg.app.report;

import java.util.List;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/** An equilibrium in the plane made of formulas: a Gaussian that walks through a room with an exit on the right. */
final class PlaneSample {
    private PlaneSample() {}

    static Equilibrium walk(int columns, int rows, int steps) {
        Axis x = new Axis("x", 0, 2, Boundary.noFlux(), Boundary.exit(0));
        Grid grid = Grid.of(Domain.of(x, Axis.noFlux("y", 0, 1)), columns, rows);
        TimeGrid time = new TimeGrid(1, steps);
        double[] m = new double[time.levels() * grid.size()];
        double[] u = new double[m.length];
        for (int k = 0; k < m.length; k++) {
            double t = time.time(k / grid.size());
            double dx = grid.coordinate(k % grid.size(), 0) - 0.4 - 1.2 * t;
            double dy = grid.coordinate(k % grid.size(), 1) - 0.5;
            m[k] = 4 * Math.exp(-12 * (dx * dx + dy * dy));
            u[k] = (1.2 - t) * Math.hypot(dx, dy);
        }
        Iteration iteration = new Iteration(0, 1e-9, 1e-12, 1e-8, 1e-10, 0, 0, 1, 1, 0.1);
        MeanFieldGame game = MeanFieldGame.builder("made up")
                .domain(grid.domain())
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(place -> 1)
                .build();
        return new Equilibrium(game, grid, time, u, m, Status.CONVERGED, "made up", List.of(iteration));
    }
}
