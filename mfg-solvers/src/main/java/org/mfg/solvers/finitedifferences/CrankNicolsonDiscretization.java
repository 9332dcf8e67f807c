package org.mfg.solvers.finitedifferences;

import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.parallel.Workers;

/**
 * Crank-Nicolson's method with central differences, of second order in h and Δt. With A(u) v = -ν Δ_h v + H_p(x, Du)·Dv, D
 * central, S_j = I + ½Δt A(u^j) and E_j = -ν Δ_h u^j + H(x, Du^j) - f(t_j) - F[m^j],
 *
 * <pre>
 *   u^j + ½Δt E_j = u^{j+1} - ½Δt E_{j+1}
 *   W m^{j+1} = (I - ½Δt A(u^{j+1}))ᵀ S_j⁻ᵀ W m^j
 * </pre>
 *
 * <p>Mass is conserved and Fokker-Planck is the adjoint of the linearised Hamilton-Jacobi-Bellman equation to round-off, as with
 * {@link UpwindDiscretization}. What is given up is monotonicity: where |H_p| h > 2ν central differences oscillate, data that are
 * rough on the grid make oscillations that are damped slowly, and the density may become negative there. On smooth, resolved solutions it
 * is far more accurate; see docs/verify.md.
 *
 * <p>Of a {@linkplain MeanFieldGame#isStationary stationary} game only the central differences are left.
 *
 * <p>For sides without flux or periodic, without obstacles or state constraints, and Hamiltonians that do not depend on the density.
 */
public final class CrankNicolsonDiscretization implements Discretization {
    private final int threads;

    /** @param threads the threads that work on a game of two or three dimensions, >= 1 */
    public CrankNicolsonDiscretization(int threads) {
        this.threads = threads;
    }

    @Override
    public DiscreteGame discretize(MeanFieldGame game, Grid grid, TimeGrid time) {
        UpwindDiscretization.checkGrids(game, grid, time);
        if (game.hamiltonian().dependsOnDensity()) {
            throw InvalidInputException.of(
                    "hamiltonian",
                    "not depend on the density for crank-nicolson",
                    "a " + game.hamiltonian().getClass().getSimpleName());
        }
        for (int i = 0; i < grid.size(); i++) {
            if (grid.isWall(i) || grid.isExit(i)) {
                throw InvalidInputException.of(
                        "domain",
                        "have neither exits nor obstacles for crank-nicolson",
                        grid.isWall(i) ? "one with obstacles" : "one with exits");
            }
        }
        UpwindDiscretization.checkNoConstraint(game, "crank-nicolson");
        Workers workers = Workers.of(grid.domain().positionAxes() == 1 ? 1 : threads);
        if (game.isStationary()) {
            return new StationaryGame(
                    this,
                    game,
                    grid,
                    time,
                    new Mesh(grid, game.diffusion(), true),
                    () -> new CentralHamiltonian(game.hamiltonian(), grid.dimension()),
                    workers);
        }
        return new CrankNicolsonGame(this, game, grid, time, workers);
    }

    @Override
    public int order() {
        return 2;
    }
}
