package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.PowerCoupling;

/**
 * The tutorial: a crowd that starts around {@code center} wants to be at {@code target} at the end and avoids itself on
 * the way. On [0, 1] with reflecting ends,
 *
 * <pre>
 *   H = |p|^β / β,  F[m] = λ m^γ,  g(x) = ½ (x - target)²,  m0(x) ∝ exp(-concentration (x - center)²)
 * </pre>
 */
public final class TutorialGame implements GameProvider {

    @Override
    public String name() {
        return "tutorial";
    }

    @Override
    public String description() {
        return "a crowd on [0, 1] that moves to a target and avoids itself on the way";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.01),
                GameParameters.horizon(1),
                GameParameters.lambda(0.5),
                GameParameters.gamma(),
                GameParameters.beta(),
                Parameter.real("center", 0.3, Range.between(0, 1), "length", "where the crowd starts"),
                Parameter.real(
                        "concentration", 50, Range.atLeast(0), "1/length^2", "how narrow the crowd starts; 0: uniform"),
                Parameter.real("target", 0.7, Range.ANY, "length", "where agents want to be at the end"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^beta / beta",
                "F[m] = lambda m^gamma",
                "g(x) = 1/2 (x - target)^2",
                "m0(x) ∝ exp(-concentration (x - center)^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double center = parameters.real("center");
        double concentration = parameters.real("concentration");
        double target = parameters.real("target");
        return MeanFieldGame.builder(name())
                .domain(Domain.interval(0, 1))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(GameParameters.power(parameters.real("beta")))
                .coupling(new PowerCoupling(parameters.real("lambda"), parameters.real("gamma")))
                .terminalCost(x -> 0.5 * (x[0] - target) * (x[0] - target))
                .initialDensity(x -> Math.exp(-concentration * (x[0] - center) * (x[0] - center)))
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {100};
    }

    @Override
    public int defaultSteps() {
        return 100;
    }
}
