package org.mfg.models.game;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.InvalidInputException;
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
 * Birds that align (M. Nourian, P. Caines and R. Malhamé, "Mean field analysis of controlled Cucker-Smale type flocking: linear
 * analysis and perturbation equations", IFAC 2011; with weights that do not depend on distances). The state is the velocity v in
 * the plane, v̄ the mean of all; a bird pays for flying unlike the others and for steering:
 *
 * <pre>
 *   dv = a dt + sqrt(2ν) dW,   cost  ∫ ½ κ |v - v̄|² + ½ |a|² dt
 *   H = |p|²/2,  F[m] = ½ κ |v - v̄(t)|²,  m0 = the mean of n normal densities around v̄ + speed (sin, cos)(2πk/n), k = 0 ... n-1
 * </pre>
 *
 * <p>The paper minimises the average cost in the long run; here the flight takes the time T. The exact solution is that in the whole
 * plane, {@link FlockingSolution}; the plane is cut, with reflecting sides, {@code half-width} standard deviations beyond the groups.
 */
public final class FlockingGame implements GameProvider {
    /** So that products of hyperbolic functions do not overflow. */
    private static final double LONGEST = 300;

    @Override
    public String name() {
        return "flocking";
    }

    @Override
    public String description() {
        return "groups of birds that align their velocities (Nourian, Caines and Malhamé 2011); exact solution";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.1),
                GameParameters.horizon(2),
                Parameter.real("kappa", 2, Range.above(0), "1/time^2", "the cost kappa |v - mean|^2/2"),
                Parameter.integer("groups", 3, Range.between(2, 6), "the number of groups, equally large"),
                Parameter.real("speed", 1.5, Range.atLeast(0), "length/time", "how far their means are from the mean"),
                Parameter.real("sigma0", 0.4, Range.above(0), "length/time", "the standard deviation in a group"),
                Parameter.real("mean-x", 1, Range.ANY, "length/time", "the mean velocity in x"),
                Parameter.real("mean-y", 0, Range.ANY, "length/time", "the same in y"),
                LinearQuadraticGame.halfWidth(4));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(v, p, m) = |p|^2 / 2",
                "F[m](t, v) = 1/2 kappa |v - μ(t)|^2",
                "μ(t) = ∫ v m(t, v) dv",
                "m0(v) = 1/groups Σ_k N(mean + speed (sin, cos)(2 π k/groups), sigma0^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        FlockingSolution exact = exact(parameters);
        double halfWidth = parameters.real("half-width");
        return MeanFieldGame.builder(name())
                .domain(Domain.of(cut("vx", exact, 0, halfWidth), cut("vy", exact, 1, halfWidth)))
                .horizon(exact.horizon())
                .viscosity(exact.viscosity())
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new MeanCoupling(new Attraction(parameters.real("kappa"), 1)))
                .initialDensity(x -> exact.density(0, x))
                .exactSolution(exact)
                .build();
    }

    private static FlockingSolution exact(Parameters parameters) {
        double horizon = parameters.real("horizon");
        double rate = Math.sqrt(parameters.real("kappa"));
        if (rate * horizon > LONGEST) {
            throw InvalidInputException.of("horizon", "be at most " + LONGEST + "/sqrt(kappa)", horizon);
        }
        int n = parameters.integer("groups");
        double speed = parameters.real("speed");
        List<double[]> groups = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double angle = 2 * Math.PI * k / n;
            groups.add(new double[] {
                parameters.real("mean-x") + speed * Math.sin(angle), parameters.real("mean-y") + speed * Math.cos(angle)
            });
        }
        return new FlockingSolution(parameters.real("viscosity"), horizon, rate, groups, parameters.real("sigma0"));
    }

    /** The axis that holds all groups at all times. */
    private static Axis cut(String name, FlockingSolution exact, int axis, double halfWidth) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < exact.groups().size(); g++) {
            int group = g;
            Axis own = Normal.axis(name, exact.horizon(), t -> exact.mean(group, axis, t), exact::deviation, halfWidth);
            lower = Math.min(lower, own.lower());
            upper = Math.max(upper, own.upper());
        }
        return Axis.noFlux(name, lower, upper);
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {81};
    }

    @Override
    public int defaultSteps() {
        return 64;
    }
}
