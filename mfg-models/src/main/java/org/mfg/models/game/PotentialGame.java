package org.mfg.models.game;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Boundary;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.LogCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * Stationary games on the unit box whose equilibrium is known in closed form, see {@link PotentialSolution}:
 *
 * <pre>
 *   H = |p|²/2,  f = V(x),  F[m] = θ log m
 * </pre>
 */
abstract class PotentialGame implements GameProvider {
    private final int dimension;
    private final boolean isDiscounted;

    PotentialGame(int dimension, boolean isDiscounted) {
        this.dimension = dimension;
        this.isDiscounted = isDiscounted;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.real(
                        "viscosity",
                        0.1,
                        Range.above(0),
                        "length^2/time",
                        "nu in dX = a dt + sqrt(2 nu) dW; not 0 here"),
                Parameter.real(
                        "theta", 1, Range.ANY, "", "the coupling's strength; < 0 attracts, uniqueness may be lost"),
                Parameter.real("amplitude", 0.2, Range.ANY, "", "how much the value function varies"),
                Parameter.text("sides", "periodic", Range.oneOf("periodic", "no-flux"), "the boundary condition")));
        if (isDiscounted) {
            parameters.add(Parameter.real("discount", 1, Range.above(0), "1/time", "the rate r of discounting"));
        }
        return parameters;
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of("H(x, p, m) = |p|^2 / 2", "F[m](x) = theta log m", "f(x) = V(x)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double viscosity = parameters.real("viscosity");
        double theta = parameters.real("theta");
        double discount = isDiscounted ? parameters.real("discount") : 0;
        Boundary sides = parameters.text("sides").equals("periodic") ? Boundary.periodic() : Boundary.noFlux();
        PotentialSolution exact = new PotentialSolution(
                sides.kind(), dimension, viscosity, theta, parameters.real("amplitude"), discount);
        MeanFieldGameBuilder builder = MeanFieldGame.builder(name());
        return (isDiscounted ? builder.forever().discount(discount) : builder.forever())
                .domain(UnitBox.withSides(sides, dimension))
                .viscosity(viscosity)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new LogCoupling(theta, LogCoupling.DEFAULT_FLOOR))
                .runningCost((t, x) -> exact.potential(x))
                .exactSolution(exact)
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {dimension == 1 ? 200 : 64};
    }

    @Override
    public int defaultSteps() {
        return 1;
    }
}
