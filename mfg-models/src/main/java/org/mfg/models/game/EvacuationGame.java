package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Door;
import org.mfg.api.grid.Region;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/**
 * Leaving a room: a crowd that fills the left part of the room [0, 1]² pays for every moment inside and for not having
 * left at the end, and moves slowly where it is dense. There are two doors, one in the right side and one in the lower side,
 * and in the way two benches and a pillar. With β = 2,
 *
 * <pre>
 *   H = |p|² / (2 (1 + m)^α),  f = hurry,  F = 0,  g = penalty,  u = 0 and m = 0 at the doors
 *   m0 uniform on [0.05, 0.4] x [0.1, 0.9]
 * </pre>
 *
 * <p>Alone in the room an agent walks at speed sqrt(2 hurry), so that it walks once across it in a time of about 1; in a
 * crowd of density m it is slower by (1 + m)^(α/2). The model is that of Y. Achdou and M. Laurière, "Mean field games and applications:
 * numerical aspects", in: Mean Field Games, Lecture Notes in Mathematics 2281, Springer (2020), who let a hall with
 * obstacles empty through two exits; the room, in units of its side, is this project's own.
 */
public final class EvacuationGame implements GameProvider {

    @Override
    public String name() {
        return "evacuation";
    }

    @Override
    public String description() {
        return "a crowd that leaves a room with obstacles through two doors, slowed by its own density";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.01),
                GameParameters.horizon(3),
                GameParameters.alpha(1),
                Parameter.real("hurry", 1, Range.atLeast(0), "1/time", "the cost of a unit of time inside"),
                Parameter.real("penalty", 5, Range.atLeast(0), "", "the cost of being inside at the end"),
                Parameter.real("door-width", 0.2, Range.between(0.05, 0.5), "length", "the width of both doors"),
                Parameter.flag("obstacles", true, "whether benches and pillar are there"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / (2 (1 + m)^alpha)",
                "f(x) = hurry",
                "g(x) = penalty",
                "u = 0, m = 0 at the doors",
                "m0(x) uniform on [0.05, 0.4] × [0.1, 0.9]");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double hurry = parameters.real("hurry");
        double penalty = parameters.real("penalty");
        Region crowd = Region.box(new double[] {0.05, 0.1}, new double[] {0.4, 0.9});
        return MeanFieldGame.builder(name())
                .domain(room(parameters.real("door-width"), parameters.flag("obstacles")))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(GameParameters.congestion(parameters.real("alpha")))
                .runningCost((t, x) -> hurry)
                .terminalCost(x -> penalty)
                .initialDensity(x -> crowd.contains(x) ? 1 : 0)
                .build();
    }

    private static Domain room(double doorWidth, boolean withObstacles) {
        double half = 0.5 * doorWidth;
        Door right = new Door("right door", Region.between(1, 0.5 - half, 0.5 + half), 0);
        Door lower = new Door("lower door", Region.between(0, 0.75 - half, 0.75 + half), 0);
        Domain room = Domain.of(
                new Axis("x", 0, 1, Boundary.noFlux(), Boundary.noFlux().withDoor(right)),
                new Axis("y", 0, 1, Boundary.noFlux().withDoor(lower), Boundary.noFlux()));
        if (!withObstacles) {
            return room;
        }
        return room.withObstacles(
                Region.box(new double[] {0.45, 0.15}, new double[] {0.55, 0.4}),
                Region.box(new double[] {0.45, 0.6}, new double[] {0.55, 0.85}),
                Region.ball(new double[] {0.78, 0.5}, 0.08));
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {65};
    }

    @Override
    public int defaultSteps() {
        return 96;
    }
}
