package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Region;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.PowerCoupling;

/**
 * Crossing a door: a crowd in the left of two rooms wants to be near a place in the right one, and all must pass the door
 * between them. Both kinds of congestion: the coupling λ m^γ makes a crowd unpleasant, and with α > 0 a crowd is slow. On [0, 2] x
 * [0, 1], reflecting, with a wall 0.95 <= x <= 1.05 that leaves a door around (1, 0.5),
 *
 * <pre>
 *   H = |p|² / (2 (1 + m)^α),  F[m] = λ m^γ,  g(x) = ½ pull d(x)²
 *   m0(x) ∝ exp(-concentration |x - (0.4, 0.7)|²)
 * </pre>
 *
 * <p>d is the way to (1.6, 0.3): straight from the right room, by way of the door from the left one. Crowd motion of this
 * kind is in Y. Achdou and M. Laurière, "Mean field games and applications: numerical aspects", Lecture Notes in Mathematics
 * 2281, Springer (2020); the rooms are this project's own.
 */
public final class TwoRoomsGame implements GameProvider {
    private static final double WALL = 0.05;

    @Override
    public String name() {
        return "two-rooms";
    }

    @Override
    public String description() {
        return "a crowd that goes from one room to another through a door, with both kinds of congestion";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.01),
                GameParameters.horizon(2),
                GameParameters.lambda(0.2),
                GameParameters.gamma(),
                GameParameters.alpha(0.5),
                Parameter.real("pull", 4, Range.atLeast(0), "1/time", "how much agents want to be at their place"),
                Parameter.real("door-width", 0.25, Range.between(0.02, 0.9), "length", "the width of the door"),
                GameParameters.concentration(50));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / (2 (1 + m)^alpha)",
                "F[m] = lambda m^gamma",
                "g(x) = 1/2 pull d(x)^2, d = the way to (1.6, 0.3)",
                "m0(x) ∝ exp(-concentration |x - (0.4, 0.7)|^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double pull = parameters.real("pull");
        double concentration = parameters.real("concentration");
        return MeanFieldGame.builder(name())
                .domain(rooms(parameters.real("door-width")))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(GameParameters.congestion(parameters.real("alpha")))
                .coupling(new PowerCoupling(parameters.real("lambda"), parameters.real("gamma")))
                .terminalCost(x -> 0.5 * pull * way(x) * way(x))
                .initialDensity(x -> Math.exp(-concentration * Blob.distanceSquared(x, 0.4, 0.7)))
                .build();
    }

    private static Domain rooms(double doorWidth) {
        double[] lowerEnd = {1 - WALL, Double.NEGATIVE_INFINITY};
        double[] upperEnd = {1 + WALL, Double.POSITIVE_INFINITY};
        return Domain.of(Axis.noFlux("x", 0, 2), Axis.noFlux("y", 0, 1))
                .withObstacles(
                        Region.box(lowerEnd, new double[] {1 + WALL, 0.5 - 0.5 * doorWidth}),
                        Region.box(new double[] {1 - WALL, 0.5 + 0.5 * doorWidth}, upperEnd));
    }

    /** The length of the way from x to (1.6, 0.3). */
    private static double way(double[] x) {
        double fromDoor = Math.sqrt(Blob.distanceSquared(new double[] {1, 0.5}, 1.6, 0.3));
        return x[0] < 1
                ? Math.sqrt(Blob.distanceSquared(x, 1, 0.5)) + fromDoor
                : Math.sqrt(Blob.distanceSquared(x, 1.6, 0.3));
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {97, 49};
    }

    @Override
    public int defaultSteps() {
        return 64;
    }
}
