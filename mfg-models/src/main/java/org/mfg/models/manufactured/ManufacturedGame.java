package org.mfg.models.manufactured;

import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.hamiltonian.Hamiltonian;

/**
 * A game with a mass source for which a given smooth pair (u, m) is exact (the method of manufactured solutions; Roache 2002):
 *
 * <pre>
 *   running cost  f = -∂t u + r u - Σ D_k ∂²_k u + H(t, x, ∇u, m) - Σ F[m]        terminal cost  g = u(T) - Σ G[m(T)]
 *   mass source   s =  ∂t m - Σ ∂²_k(D_k m) - div(m H_p(t, x, ∇u, m))             m0 = m(0)
 * </pre>
 *
 * <p>With div(m H_p) = H_p·∇m + m (H_pp : D²u + div_x H_p + H_pm·∇m), so that H_p may be steep where ∇u vanishes. Derivatives
 * of u and m are differences of sixth order. The pair must fit the boundary conditions of the domain: ∂n u = ∂n m = 0 at
 * walls (and no drift of H across them), m = 0 and u = the exit cost at exits.
 */
public final class ManufacturedGame {
    private static final double STEP = 1e-5;

    private final MeanFieldGame template;
    private final ExactSolution exact;
    private final SpaceTimeFunction nonlocalCost;
    private final Derivatives u;
    private final Derivatives m;
    /** Those of D_k m. */
    private final Derivatives[] diffused;

    private final int dimension;

    /**
     * @param template the domain, horizon, viscosity, Hamiltonian and couplings; its costs and densities do not matter
     * @param exact the pair (u, m); the mass of m(0) is 1
     * @param nonlocalCost Σ F[m](t, x) of those of the running couplings that are not local, at the exact density
     * @throws InvalidInputException if a terminal coupling is not local
     */
    public ManufacturedGame(MeanFieldGame template, ExactSolution exact, SpaceTimeFunction nonlocalCost) {
        this.template = template;
        this.exact = exact;
        this.nonlocalCost = nonlocalCost;
        u = new Derivatives(exact::value);
        m = new Derivatives(exact::density);
        dimension = template.domain().dimension();
        diffused = new Derivatives[dimension];
        for (int k = 0; k < dimension; k++) {
            int axis = k;
            diffused[k] = new Derivatives((t, x) -> template.diffusion().at(t, x, axis) * exact.density(t, x));
        }
        for (Coupling coupling : template.terminalCouplings()) {
            if (!(coupling instanceof LocalCoupling)) {
                throw InvalidInputException.because(
                        "terminal coupling", "terminal coupling of a manufactured game must be local");
            }
        }
    }

    /** The game. */
    public MeanFieldGame game() {
        return template.toBuilder()
                .runningCost(this::runningCost)
                .terminalCost(this::terminalCost)
                .initialDensity(x -> exact.density(0, x))
                .massSource(this::massSource)
                .exactSolution(exact)
                .build();
    }

    private double runningCost(double t, double[] x) {
        double[] p = gradient(u, t, x);
        double cost = template.discount() * exact.value(t, x)
                - u.time(t, x)
                + template.hamiltonian().value(t, x, p, exact.density(t, x));
        for (int k = 0; k < dimension; k++) {
            cost -= template.diffusion().at(t, x, k) * u.second(t, x, k, k);
        }
        for (Coupling coupling : template.couplings()) {
            if (coupling instanceof LocalCoupling local) {
                cost -= local.value(t, x, exact.density(t, x));
            }
        }
        return cost - nonlocalCost.at(t, x);
    }

    private double terminalCost(double[] x) {
        double end = template.timeGrid(1).horizon();
        double cost = exact.value(end, x);
        for (Coupling coupling : template.terminalCouplings()) {
            if (coupling instanceof LocalCoupling local) {
                cost -= local.value(end, x, exact.density(end, x));
            }
        }
        return cost;
    }

    private double massSource(double t, double[] x) {
        Hamiltonian h = template.hamiltonian();
        double density = exact.density(t, x);
        double[] p = gradient(u, t, x);
        double[] slope = new double[dimension];
        double[] curvature = new double[dimension * dimension];
        h.momentumGradient(t, x, p, density, slope);
        h.momentumHessian(t, x, p, density, curvature);
        double source = m.time(t, x);
        for (int k = 0; k < dimension; k++) {
            double densitySlope = m.first(t, x, k);
            double divergence = along(k, t, x, p, density) + mixed(k, t, x, p, density) * densitySlope;
            for (int l = 0; l < dimension; l++) {
                divergence += curvature[k * dimension + l] * u.second(t, x, k, l);
            }
            source -= diffused[k].second(t, x, k, k) + slope[k] * densitySlope + density * divergence;
        }
        return source;
    }

    /** ∂H_{p_k}/∂x_k with momentum and density held. */
    private double along(int k, double t, double[] x, double[] p, double density) {
        double[] y = x.clone();
        y[k] = x[k] + STEP;
        double above = slope(k, t, y, p, density);
        y[k] = x[k] - STEP;
        return (above - slope(k, t, y, p, density)) / (2 * STEP);
    }

    /** ∂²H/∂p_k∂m. */
    private double mixed(int k, double t, double[] x, double[] p, double density) {
        if (!template.hamiltonian().dependsOnDensity()) {
            return 0;
        }
        double e = Math.min(STEP, 0.5 * density);
        return (slope(k, t, x, p, density + e) - slope(k, t, x, p, density - e)) / (2 * e);
    }

    private double slope(int k, double t, double[] x, double[] p, double density) {
        double[] slope = new double[dimension];
        template.hamiltonian().momentumGradient(t, x, p, density, slope);
        return slope[k];
    }

    private double[] gradient(Derivatives function, double t, double[] x) {
        double[] gradient = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            gradient[k] = function.first(t, x, k);
        }
        return gradient;
    }
}
