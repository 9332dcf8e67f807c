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
 * Crowd aversion on the torus: there is a pleasant place, but everybody else likes it too. On the periodic unit box,
 *
 * <pre>
 *   H = |p|²/2,  f(x) = depth Σ_k ½ (1 - cos(2π(x_k - attraction))),  F[m] = λ m^γ,  g = 0
 *   m0(x) ∝ exp(concentration Σ_k cos(2π(x_k - center)))
 * </pre>
 */
public final class CrowdAversionGame implements GameProvider {

    @Override
    public String name() {
        return "crowd-aversion";
    }

    @Override
    public String description() {
        return "a crowd on the torus between a pleasant place and its own density, in 1 to 3 dimensions";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.dimension(),
                GameParameters.viscosity(0.05),
                GameParameters.horizon(1),
                GameParameters.lambda(1),
                GameParameters.gamma(),
                Parameter.real("depth", 1, Range.ANY, "1/time", "how much worse the worst place is, for each axis"),
                Parameter.real("attraction", 0.5, Range.between(0, 1), "length", "the pleasant place, on every axis"),
                Parameter.real("center", 0.25, Range.between(0, 1), "length", "where the crowd starts, on every axis"),
                Parameter.real(
                        "concentration", 2, Range.between(0, 100), "", "how narrow the crowd starts; 0: uniform"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m] = lambda m^gamma",
                "f(x) = depth Σ_k 1/2 (1 - cos(2 π (x_k - attraction)))",
                "g(x) = 0",
                "m0(x) ∝ exp(concentration Σ_k cos(2 π (x_k - center)))");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        int dimension = parameters.integer("dimension");
        double depth = parameters.real("depth");
        double attraction = parameters.real("attraction");
        double center = parameters.real("center");
        double concentration = parameters.real("concentration");
        return MeanFieldGame.builder(name())
                .domain(UnitBox.withSides(Boundary.periodic(), dimension))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(new QuadraticHamiltonian())
                .runningCost((t, x) -> 0.5 * depth * (dimension - cosines(x, attraction)))
                .coupling(new PowerCoupling(parameters.real("lambda"), parameters.real("gamma")))
                .initialDensity(x -> Math.exp(concentration * (cosines(x, center) - dimension)))
                .build();
    }

    /** Σ_k cos(2π(x_k - center)). */
    private static double cosines(double[] x, double center) {
        double sum = 0;
        for (double xk : x) {
            sum += Math.cos(2 * Math.PI * (xk - center));
        }
        return sum;
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {64};
    }

    @Override
    public int defaultSteps() {
        return 64;
    }
}
