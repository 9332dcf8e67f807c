package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.GaussianKernelCoupling;

/**
 * The tutorial in the plane with agents that see around them: each feels the crowd within a distance of about σ instead of
 * that at its own place. On [0, 1]² with reflecting sides,
 *
 * <pre>
 *   H = |p|^β / β,  F[m](x) = λ ∫ K_σ(x - y) m(y) dy,  K_σ(z) = exp(-|z|²/(2σ²)) / (2πσ²)
 *   g(x) = ½ |x - target|²,  m0(x) ∝ exp(-concentration |x - center|²)
 * </pre>
 *
 * <p>As σ → 0 it becomes the tutorial with γ = 1, away from the walls. Non-local couplings of this kind are those of Lasry
 * and Lions (2007); the kernel is applied as {@link GaussianKernelCoupling} says.
 */
public final class Kernel2dGame implements GameProvider {

    @Override
    public String name() {
        return "kernel-2d";
    }

    @Override
    public String description() {
        return "the tutorial on the unit square with agents who feel the crowd within a distance";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.01),
                GameParameters.horizon(1),
                GameParameters.lambda(0.5),
                Parameter.real("sigma", 0.1, Range.above(0), "length", "the kernel's standard deviation"),
                GameParameters.beta(),
                GameParameters.center(0.3),
                GameParameters.concentration(50),
                GameParameters.target(0.7));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^beta / beta",
                "F[m](x) = lambda ∫ K(x - y) m(y) dy",
                "K(z) = exp(-|z|^2 / (2 sigma^2)) / (2 pi sigma^2)",
                "g(x) = 1/2 |x - target|^2",
                "m0(x) ∝ exp(-concentration |x - center|^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        return PlaneTutorial.of(
                name(), parameters, new GaussianKernelCoupling(parameters.real("lambda"), parameters.real("sigma")));
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
