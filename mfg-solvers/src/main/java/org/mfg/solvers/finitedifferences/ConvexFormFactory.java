package org.mfg.solvers.finitedifferences;

import java.util.List;
import java.util.function.Supplier;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.ConvexForm;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/** Makes the convex problem of a game on a grid, or says why there is none that this scheme knows. */
final class ConvexFormFactory {
    private ConvexFormFactory() {}

    /** @throws InvalidInputException if the game has no potential, or the projection on its Fokker-Planck equation is not known */
    static ConvexForm of(GridGame discrete, Supplier<NumericalHamiltonian> flux) {
        MeanFieldGame game = discrete.game();
        Mesh mesh = discrete.mesh;
        Supplier<MomentumProximal> momentum =
                proximal(game.hamiltonian(), discrete.grid().dimension());
        CrowdCosts costs = costs(discrete).with(game);
        checkGrid(game, mesh);
        double dt = discrete.time().evenStep("admm");
        double[] diffusion = diffusion(mesh, discrete.grid().dimension());
        ProjectionSystem system =
                new ProjectionSystem(discrete.grid(), diffusion, dt, discrete.steps, discrete.workers());
        ContinuityEquation continuity =
                new ContinuityEquation(mesh, dt, discrete.initialDensity, system, discrete.steps, discrete.workers());
        DensityLimits limits = new DensityLimits(discrete.constraints, discrete.steps * mesh.size);
        return new UpwindConvexForm(
                mesh, discrete.steps, dt, costs, limits, continuity, momentum, flux.get(), discrete.workers());
    }

    /**
     * What the couplings have in the derivative of the potential of a game on an upwind mesh.
     *
     * @throws InvalidInputException if the game has none, or one that is not convex
     */
    static CrowdCosts costs(GridGame discrete) {
        MeanFieldGame game = discrete.game();
        if (game.hamiltonian().dependsOnDensity()) {
            throw refused("hamiltonian", "hamiltonian must not depend on the density");
        }
        if (game.discount() > 0) {
            throw InvalidInputException.of("discount", "be 0 for the game to be a convex problem", game.discount());
        }
        if (game.death().isPresent()) {
            throw refused("death", "death must not be given");
        }
        if (game.massSource().isPresent()) {
            throw refused("mass source", "mass source must not be given");
        }
        if (discrete.mesh.isCentral) {
            throw refused("differences", "differences must be upwind");
        }
        CrowdCosts costs = new CrowdCosts(
                local(game.couplings()), local(game.terminalCouplings()), discrete.time(), discrete.mesh);
        if (!costs.isAversion()) {
            throw refused("coupling", "couplings must not fall where the density rises");
        }
        return costs;
    }

    private static LocalCoupling[] local(List<Coupling> couplings) {
        LocalCoupling[] local = new LocalCoupling[couplings.size()];
        for (int k = 0; k < local.length; k++) {
            if (!(couplings.get(k) instanceof LocalCoupling coupling)) {
                throw refused("coupling", "couplings must be local, functions of the density at the place,");
            }
            local[k] = coupling;
        }
        return local;
    }

    private static Supplier<MomentumProximal> proximal(Hamiltonian hamiltonian, int dimension) {
        boolean hasOwnFlux = hamiltonian.numericalHamiltonian(dimension).isPresent();
        if (!hasOwnFlux && hamiltonian instanceof AxiswiseHamiltonian axiswise) {
            return () -> new AxiswiseProximal(axiswise, dimension);
        }
        if (!hasOwnFlux && hamiltonian instanceof RadialHamiltonian radial) {
            return () -> new RadialProximal(radial);
        }
        throw refused("hamiltonian", "hamiltonian must be axiswise or radial, without a flux of its own,");
    }

    private static void checkGrid(MeanFieldGame game, Mesh mesh) {
        if (mesh.fixed.length > 0) {
            throw refused("domain", "domain must have neither exits nor obstacles");
        }
        for (Axis axis : game.domain().axes()) {
            boolean isConstrained = axis.lowerBoundary().kind() == Boundary.Kind.STATE_CONSTRAINT
                    || axis.upperBoundary().kind() == Boundary.Kind.STATE_CONSTRAINT;
            if (axis.hasStates() || isConstrained || !axis.isEven()) {
                throw refused("domain", "axis " + axis.name() + " must be even, without states and state constraints,");
            }
        }
    }

    /** D_k by axis. */
    private static double[] diffusion(Mesh mesh, int dimension) {
        double[] diffusion = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            diffusion[k] = mesh.diffusivity(0, 0, k);
            for (int i = 0; i < mesh.size; i++) {
                if (mesh.moving != null || mesh.diffusivity(0, i, k) != diffusion[k]) {
                    throw refused("diffusion", "diffusion must be constant");
                }
            }
        }
        return diffusion;
    }

    private static InvalidInputException refused(String field, String what) {
        return InvalidInputException.because(field, what + " for the game to be a convex problem that can be solved");
    }
}
