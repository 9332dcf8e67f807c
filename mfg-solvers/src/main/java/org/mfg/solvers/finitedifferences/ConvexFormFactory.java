package org.mfg.solvers.finitedifferences;

import java.util.function.Supplier;
import org.mfg.api.InvalidInputException;
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
        checkPotential(game, mesh);
        checkGrid(game, mesh);
        int dimension = discrete.grid().dimension();
        Supplier<MomentumProximal> proximal = proximal(game.hamiltonian(), dimension);
        CrowdCosts costs = new CrowdCosts(game, discrete.time(), mesh);
        if (!costs.isAversion()) {
            throw InvalidInputException.because(
                    "coupling", "couplings must not fall where the density rises, or the potential is not convex");
        }
        double dt = discrete.time().step();
        SpaceTimeSystem system = new SpaceTimeSystem(
                discrete.grid(), diffusion(mesh, dimension), dt, discrete.steps, discrete.workers());
        ContinuityEquation continuity = new ContinuityEquation(
                mesh, dt, discrete.initialDensity, system, discrete.steps, discrete.workers());
        return new UpwindConvexForm(
                mesh, discrete.steps, costs, continuity, proximal, flux.get(), discrete.workers());
    }

    /** Complains where the scheme's equations are those of no minimum. */
    private static void checkPotential(MeanFieldGame game, Mesh mesh) {
        if (game.hamiltonian().dependsOnDensity()) {
            throw refused("hamiltonian", "hamiltonian must not depend on the density");
        }
        if (game.discount() > 0) {
            throw InvalidInputException.of("discount", "be 0 for a game to be a convex problem", game.discount());
        }
        if (mesh.isCentral) {
            throw refused("differences", "differences must be upwind");
        }
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
        if (game.massSource().isPresent()) {
            throw refused("mass source", "mass source must not be given");
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
        return InvalidInputException.because(field, what + " for the game to be solved as a convex problem");
    }
}
