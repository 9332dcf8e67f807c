package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Boundary;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * A game with a closed-form equilibrium (u*, m*) for a coupling of any strength, in one, two or three dimensions; see
 * {@link HopfColeSolution} for the formulas. On [0, 1]^d with reflecting sides,
 *
 * <pre>
 *   H = |p|²/2,  F[m](t, x) = λ (m - m*(t, x)),  g = u*(T, ·),  m0 = m*(0, ·)
 * </pre>
 *
 * <p>The cost vanishes at equilibrium, and yet λ couples the equations: a test of whole nonlinear solvers. It is given
 * as the coupling λ m and the running cost -λ m*(t, x).
 */
public final class HopfColeGame implements GameProvider {

    @Override
    public String name() {
        return "hopf-cole";
    }

    @Override
    public String description() {
        return "an exact solution on the unit box for any strength of coupling, in 1 to 3 dimensions";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.dimension(),
                Parameter.real(
                        "viscosity",
                        0.1,
                        Range.above(0),
                        "length^2/time",
                        "nu in dX = a dt + sqrt(2 nu) dW; not 0 here"),
                GameParameters.horizon(1),
                GameParameters.lambda(1));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2", "F[m](t, x) = lambda (m - m*(t, x))", "g(x) = u*(T, x)", "m0(x) = m*(0, x)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double viscosity = parameters.real("viscosity");
        double horizon = parameters.real("horizon");
        double lambda = parameters.real("lambda");
        HopfColeSolution exact = new HopfColeSolution(viscosity, horizon);
        return MeanFieldGame.builder(name())
                .domain(UnitBox.withSides(Boundary.noFlux(), parameters.integer("dimension")))
                .horizon(horizon)
                .viscosity(viscosity)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(lambda, 1))
                .runningCost((t, x) -> -lambda * exact.density(t, x))
                .terminalCost(x -> exact.value(horizon, x))
                .initialDensity(x -> exact.density(0, x))
                .exactSolution(exact)
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {65};
    }

    @Override
    public int defaultSteps() {
        return 64;
    }
}
