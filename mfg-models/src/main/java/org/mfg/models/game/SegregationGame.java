package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.States;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.ShareCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * Two populations on a street that each want a share of their own kind around them, and nobody a crowd (Schelling, "Dynamic models of
 * segregation", J. Math. Sociol. 1 (1971); as a mean field game Achdou, Bardi and Cirant 2017): {@link ShareCoupling}. They begin
 * almost mixed, the one a little more to the left, and part.
 */
public final class SegregationGame implements GameProvider {

    @Override
    public String name() {
        return "segregation";
    }

    @Override
    public String description() {
        return "two populations that want a share of their own kind around them (Schelling 1971): they part";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.02),
                GameParameters.horizon(2),
                Parameter.real(
                        "strength", 2, Range.atLeast(0), "cost/time", "what a missing share of its own kind costs"),
                Parameter.real("threshold", 0.7, Range.between(0, 1), "", "the share that an agent is content with"),
                Parameter.real("aversion", 0.2, Range.atLeast(0), "", "what a crowd costs"),
                Parameter.real(
                        "tilt", 0.3, Range.between(0, 1), "", "how much the populations lean to their sides at first"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m](x, k) = strength max(0, threshold - m_k / Σ m) + aversion Σ m",
                "m0(x, red) = 1/2 (1 + tilt cos(π x))",
                "m0(x, blue) = 1/2 (1 - tilt cos(π x))");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double tilt = parameters.real("tilt");
        return MeanFieldGame.builder(name())
                .domain(Domain.of(Axis.noFlux("x", 0, 1), Axis.states("population", States.populations("red", "blue"))))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new ShareCoupling(
                        parameters.real("strength"), parameters.real("threshold"), parameters.real("aversion"), 1e-3))
                .initialDensity(x -> 1 + (x[1] == 0 ? tilt : -tilt) * Math.cos(Math.PI * x[0]))
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {101};
    }

    @Override
    public int defaultSteps() {
        return 100;
    }
}
