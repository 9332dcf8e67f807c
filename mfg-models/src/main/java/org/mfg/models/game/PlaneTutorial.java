package org.mfg.models.game;

import org.mfg.api.coupling.Coupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Boundary;
import org.mfg.api.spi.Parameters;

/** The tutorial in the plane, with any coupling: H = |p|^β / β, g = ½ |x - target|², m0 ∝ exp(-concentration |x - center|²) on [0, 1]² with reflecting sides. */
final class PlaneTutorial {
    private PlaneTutorial() {}

    static MeanFieldGame of(String name, Parameters parameters, Coupling coupling) {
        double center = parameters.real("center");
        double concentration = parameters.real("concentration");
        double target = parameters.real("target");
        return MeanFieldGame.builder(name)
                .domain(UnitBox.withSides(Boundary.noFlux(), 2))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(GameParameters.power(parameters.real("beta")))
                .coupling(coupling)
                .terminalCost(x -> 0.5 * Blob.distanceSquared(x, target))
                .initialDensity(x -> Math.exp(-concentration * Blob.distanceSquared(x, center)))
                .build();
    }
}
