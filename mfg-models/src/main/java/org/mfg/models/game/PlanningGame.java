package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * A crowd that has to be around another place at the end, as narrow as it started, and avoids itself on the way (Achdou, Camilli and
 * Capuzzo-Dolcetta 2012). On [0, 1] with reflecting ends,
 *
 * <pre>
 *   H = p²/2,  F[m] = λ m^γ,  m0 ∝ spread + exp(-concentration (x - center)²),  m_T ∝ spread + exp(-concentration (x - target)²)
 * </pre>
 *
 * <p>and u(T) is what leads it there. Without noise and λ = 0 it is optimal transport, with noise a Schrödinger bridge. No crowd leaves a place altogether:
 * spread is what remains.
 */
public final class PlanningGame implements GameProvider {

    @Override
    public String name() {
        return "planning";
    }

    @Override
    public String description() {
        return "a crowd on [0, 1] that has to be around a target at the end, and avoids itself on the way";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.01),
                GameParameters.horizon(1),
                GameParameters.lambda(0.5),
                GameParameters.gamma(),
                Parameter.real("center", 0.3, Range.between(0, 1), "length", "where the crowd starts"),
                Parameter.real("target", 0.7, Range.between(0, 1), "length", "where it has to be at the end"),
                Parameter.real(
                        "concentration", 50, Range.atLeast(0), "1/length^2", "how narrow it is then; 0: uniform"),
                Parameter.real("spread", 1e-3, Range.above(0), "", "the crowd far away, against that at the center"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m] = lambda m^gamma",
                "m0(x) ∝ spread + exp(-concentration (x - center)^2)",
                "m_T(x) ∝ spread + exp(-concentration (x - target)^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double center = parameters.real("center");
        double target = parameters.real("target");
        double concentration = parameters.real("concentration");
        double spread = parameters.real("spread");
        return MeanFieldGame.builder(name())
                .domain(Domain.interval(0, 1))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(parameters.real("lambda"), parameters.real("gamma")))
                .initialDensity(x -> spread + Math.exp(-concentration * Blob.distanceSquared(x, center)))
                .targetDensity(x -> spread + Math.exp(-concentration * Blob.distanceSquared(x, target)))
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {60};
    }

    @Override
    public int defaultSteps() {
        return 60;
    }
}
