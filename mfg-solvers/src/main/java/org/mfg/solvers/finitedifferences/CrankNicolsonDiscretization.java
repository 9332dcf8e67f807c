package org.mfg.solvers.finitedifferences;

import java.util.function.Supplier;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.solvers.parallel.Workers;

/**
 * Crank-Nicolson's method with central differences, of second order in h and Δt; its weight θ = ½ and the differences are choices. With A(u) v = -ν Δ_h v + H_p(x, Du)·Dv, D
 * central, S_j = I + θΔt A(u^j) and E_j = -ν Δ_h u^j + H(x, Du^j) - f(t_j) - F[m^j],
 *
 * <pre>
 *   u^j + θΔt E_j = u^{j+1} - (1 - θ)Δt E_{j+1}
 *   W m^{j+1} = (I - (1 - θ)Δt A(u^{j+1}))ᵀ S_j⁻ᵀ W m^j
 * </pre>
 *
 * <p>Where asked the first and the last step are implicit, θ = 1, which damps what does not fit the walls, at the same order.
 *
 * <p>Mass is conserved and Fokker-Planck is the adjoint of the linearised Hamilton-Jacobi-Bellman equation to round-off, as with
 * {@link UpwindDiscretization}. What is given up is monotonicity: where |H_p| h > 2ν central differences oscillate, data that are
 * rough on the grid or do not fit the walls make oscillations that are damped slowly, and the density may become negative there. On smooth, resolved solutions it
 * is far more accurate; see docs/verify.md.
 *
 * <p>Of a {@linkplain MeanFieldGame#isStationary stationary} game only the central differences are left.
 *
 * <p>For sides without flux or periodic, without obstacles or state constraints, and Hamiltonians that do not depend on the density.
 */
public final class CrankNicolsonDiscretization implements Discretization {
    private final int threads;
    private final double theta;
    private final boolean isDamped;
    private final Differences differences;

    /** @param threads the threads that work on a game of two or three dimensions, >= 1 */
    public CrankNicolsonDiscretization(int threads) {
        this(threads, 0.5, Differences.CENTRAL);
    }

    /**
     * Time steps of weight θ with any differences in space.
     *
     * @param threads the threads that work on a game of two or three dimensions, >= 1
     * @param theta θ from ½ (second order) to 1: the weight of the implicit part. A little above ½ damps what rough data leave
     * @param differences those in space
     */
    public CrankNicolsonDiscretization(int threads, double theta, Differences differences) {
        this(threads, theta, differences, false);
    }

    /**
     * Time steps that may be damped at both ends.
     *
     * @param threads the threads that work on a game of two or three dimensions, >= 1
     * @param theta θ from ½ (second order) to 1
     * @param differences those in space
     * @param isDamped whether the first and the last step are implicit
     */
    public CrankNicolsonDiscretization(int threads, double theta, Differences differences, boolean isDamped) {
        if (!(theta >= 0.5 && theta <= 1)) {
            throw InvalidInputException.of("theta", "be between 0.5 and 1", theta);
        }
        this.threads = threads;
        this.theta = theta;
        this.isDamped = isDamped;
        this.differences = differences;
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
        UpwindDiscretization.checkCentral(game, grid, "crank-nicolson");
        UpwindDiscretization.checkUnconstrained(game, "crank-nicolson");
        Workers workers = Workers.of(grid.domain().positionAxes() == 1 ? 1 : threads);
        boolean isCentral = differences == Differences.CENTRAL;
        if (!isCentral && UpwindDiscretization.isGeneral(game, grid)) {
            throw InvalidInputException.because(
                    "differences",
                    "differences must be central for this Hamiltonian, neither axiswise nor radial, with crank-nicolson");
        }
        Mesh mesh = new Mesh(grid, game.diffusion(), isCentral);
        Supplier<NumericalHamiltonian> hamiltonian =
                isCentral ? UpwindDiscretization.central(game, grid) : UpwindDiscretization.upwind(game, grid, mesh);
        return game.isStationary()
                ? new StationaryGame(this, game, grid, time, mesh, hamiltonian, workers)
                : new CrankNicolsonGame(
                        this, game, grid, time, mesh, hamiltonian, new StepWeights(time, theta, isDamped), workers);
    }

    /** Second for central differences and θ = ½, else first. */
    @Override
    public int order() {
        return differences == Differences.CENTRAL && theta == 0.5 ? 2 : 1;
    }
}
