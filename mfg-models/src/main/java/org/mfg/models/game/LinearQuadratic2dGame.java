package org.mfg.models.game;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.MeanCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * The linear-quadratic game in the plane: agents like to be at s times the mean μ of the population,
 *
 * <pre>
 *   H = |p|²/2,  F[m](t, x) = ½ κ |x - s μ(t)|²,  G[m](x) = ½ κ_T |x - s_T μ(T)|²,  m0 = N(μ0, diag(σ0_k²))
 * </pre>
 *
 * <p>The game is that of {@link LinearQuadraticGame} on each axis apart, so the exact solution on the whole plane is
 * u = u_1(x_1) + u_2(x_2) and m = m_1(x_1) m_2(x_2). The plane is cut, with reflecting sides, {@code half-width} standard
 * deviations beyond wherever the mean goes; compare where the density lives.
 */
public final class LinearQuadratic2dGame implements GameProvider {
    private static final List<String> AXES = List.of("x", "y");

    @Override
    public String name() {
        return "linear-quadratic-2d";
    }

    @Override
    public String description() {
        return "agents in the plane who like to be near s times the mean; exact solution axis by axis";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(LinearQuadraticGame.shared(0.3));
        all.add(Parameter.real("mu0-x", 1, Range.ANY, "length", "the mean of the initial normal density in x"));
        all.add(Parameter.real("mu0-y", -0.5, Range.ANY, "length", "the same in y"));
        all.add(Parameter.real("sigma0-x", 0.5, Range.above(0), "length", "its standard deviation in x"));
        all.add(Parameter.real("sigma0-y", 0.4, Range.above(0), "length", "the same in y"));
        all.add(LinearQuadraticGame.halfWidth(4));
        return all;
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m](t, x) = 1/2 kappa |x - s μ(t)|^2",
                "G[m](x) = 1/2 kappa-terminal |x - s-terminal μ(T)|^2",
                "μ(t) = ∫ x m(t, x) dx",
                "m0(x) = N(mu0-x, sigma0-x^2) N(mu0-y, sigma0-y^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        List<LinearQuadraticModel> models = AXES.stream()
                .map(axis -> LinearQuadraticGame.model(
                        parameters, parameters.real("mu0-" + axis), parameters.real("sigma0-" + axis)))
                .toList();
        List<LinearQuadraticSolution> exact =
                models.stream().map(LinearQuadraticSolution::new).toList();
        List<Axis> axes = new ArrayList<>();
        for (int k = 0; k < AXES.size(); k++) {
            axes.add(LinearQuadraticGame.cut(AXES.get(k), exact.get(k), parameters.real("half-width")));
        }
        ExactSolution product = new Product(exact);
        LinearQuadraticModel model = models.get(0);
        return MeanFieldGame.builder(name())
                .domain(new Domain(axes))
                .horizon(model.horizon())
                .viscosity(model.viscosity())
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new MeanCoupling(model.runningCost()))
                .terminalCoupling(new MeanCoupling(model.terminalCost()))
                .initialDensity(x -> product.density(0, x))
                .exactSolution(product)
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

    /** u = Σ u_k(x_k), m = Π m_k(x_k). */
    private record Product(List<LinearQuadraticSolution> factors) implements ExactSolution {
        @Override
        public double value(double t, double[] x) {
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                sum += factors.get(k).value(t, new double[] {x[k]});
            }
            return sum;
        }

        @Override
        public double density(double t, double[] x) {
            double product = 1;
            for (int k = 0; k < x.length; k++) {
                product *= factors.get(k).density(t, new double[] {x[k]});
            }
            return product;
        }
    }
}
