package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Boundary;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.GaussianKernelCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * People who like to agree with those whose opinions are near. The state is an opinion x in [0, 1]; changing it is costly, and being among
 * the like-minded pleasant:
 *
 * <pre>
 *   dx = a dt + sqrt(2ν) dW, reflected at 0 and 1,   cost  ∫ ½ a² - θ ∫ K_r(x - y) m(y) dy dt
 *   H = p²/2,  F[m](x) = -θ ∫ K_r(x - y) m(y) dy,  K_r(z) = exp(-z²/(2r²)) / (sqrt(2π) r),  m0 ∝ exp(-concentration (x - center)²)
 * </pre>
 *
 * <p>K_r is a smooth form of the bounded confidence of R. Hegselmann and U. Krause, "Opinion dynamics and bounded confidence" (2002),
 * whose people move to the mean of all opinions within r at once; here they look ahead, as in D. Bauso, R. Pesenti and M. Tolotti,
 * "Opinion dynamics and stubbornness via multi-population mean-field games" (2016), whose stubborn people, of several kinds, are left
 * out. A small r makes several clusters, a large one consensus.
 *
 * <p>The coupling is attractive, so not monotone: there may be several equilibria, and which one is found depends on the solver and
 * where it starts.
 */
public final class OpinionGame implements GameProvider {

    @Override
    public String name() {
        return "opinion";
    }

    @Override
    public String description() {
        return "people who like to agree with those whose opinions are near (after Hegselmann and Krause 2002)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.001),
                GameParameters.horizon(10),
                Parameter.real("theta", 0.01, Range.atLeast(0), "length^3/time^2", "how much people like to agree"),
                Parameter.real("radius", 0.1, Range.above(0), "length", "how far from their own people mind opinions"),
                Parameter.real("center", 0.5, Range.between(0, 1), "length", "the most frequent opinion at the start"),
                Parameter.real("concentration", 0, Range.atLeast(0), "1/length^2", "how frequent it is; 0: uniform"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m](x) = -theta ∫ K(x - y) m(y) dy",
                "K(z) = exp(-z^2 / (2 radius^2)) / (sqrt(2 pi) radius)",
                "g(x) = 0",
                "m0(x) ∝ exp(-concentration (x - center)^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double center = parameters.real("center");
        double concentration = parameters.real("concentration");
        return MeanFieldGame.builder(name())
                .domain(UnitBox.withSides(Boundary.noFlux(), 1))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new GaussianKernelCoupling(-parameters.real("theta"), parameters.real("radius")))
                .initialDensity(x -> Math.exp(-concentration * Blob.distanceSquared(x, center)))
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {201};
    }

    @Override
    public int defaultSteps() {
        return 200;
    }
}
