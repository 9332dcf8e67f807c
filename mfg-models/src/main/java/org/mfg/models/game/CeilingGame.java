package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.AnisotropicQuadraticHamiltonian;

/**
 * A crowd that has to clear the middle third of a street for the middle third of the time: a ceiling of the density. The data are those of P. Lavigne
 * and L. Pfeiffer, "Generalized conditional gradient and learning in potential mean field games" (2023), whose agents jump between 50 states; here they
 * walk on [0, 1] with reflecting ends,
 *
 * <pre>
 *   L = a²/4, H = p²,  F[m] = λ m,  m0 ∝ exp(-((x - 1/2) / (1/4))²),  m <= cleared where t/T and x are in (1/3, 2/3), and m <= ceiling elsewhere
 * </pre>
 */
public final class CeilingGame implements GameProvider {

    @Override
    public String name() {
        return "ceiling";
    }

    @Override
    public String description() {
        return "a crowd on [0, 1] that has to clear the middle for a while (data of Lavigne and Pfeiffer 2023)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0),
                GameParameters.horizon(1),
                GameParameters.lambda(1),
                Parameter.real("ceiling", 3, Range.above(0), "1/length", "the largest density"),
                Parameter.real("cleared", 0.25, Range.above(0), "1/length", "the largest density in the middle"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2",
                "F[m] = lambda m",
                "g(x) = 0",
                "m0(x) ∝ exp(-16 (x - 1/2)^2)",
                "m_max(t, x) = cleared where t/T and x are in (1/3, 2/3), else ceiling");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double horizon = parameters.real("horizon");
        double ceiling = parameters.real("ceiling");
        double cleared = parameters.real("cleared");
        return MeanFieldGame.builder(name())
                .domain(Domain.interval(0, 1))
                .horizon(horizon)
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(new AnisotropicQuadraticHamiltonian(2))
                .coupling(new PowerCoupling(parameters.real("lambda"), 1))
                .initialDensity(x -> Math.exp(-16 * Blob.distanceSquared(x, 0.5)))
                .ceiling((t, x) -> isMiddle(t / horizon) && isMiddle(x[0]) ? Math.min(cleared, ceiling) : ceiling)
                .build();
    }

    private static boolean isMiddle(double s) {
        return s > 1.0 / 3 && s < 2.0 / 3;
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {50};
    }

    @Override
    public int defaultSteps() {
        return 50;
    }
}
