package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.PowerCoupling;

/**
 * The tutorial in the plane: a crowd that starts around (center, center) wants to be at (target, target) at the end and
 * avoids itself on the way. On [0, 1]² with reflecting sides,
 *
 * <pre>
 *   H = |p|^β / β,  F[m] = λ m^γ,  g(x) = ½ |x - target|²,  m0(x) ∝ exp(-concentration |x - center|²)
 * </pre>
 *
 * <p>The costs are sums over the axes, but the coupling is not: the equilibrium is no product of two in one dimension. It
 * is symmetric in x and y.
 */
public final class Tutorial2dGame implements GameProvider {

    @Override
    public String name() {
        return "tutorial-2d";
    }

    @Override
    public String description() {
        return "a crowd on the unit square that moves to a target and avoids itself on the way";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.01),
                GameParameters.horizon(1),
                GameParameters.lambda(0.5),
                GameParameters.gamma(),
                GameParameters.beta(),
                GameParameters.center(0.3),
                GameParameters.concentration(50),
                GameParameters.target(0.7));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^beta / beta",
                "F[m] = lambda m^gamma",
                "g(x) = 1/2 |x - target|^2",
                "m0(x) ∝ exp(-concentration |x - center|^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        return PlaneTutorial.of(
                name(), parameters, new PowerCoupling(parameters.real("lambda"), parameters.real("gamma")));
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
