package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Door;
import org.mfg.api.grid.Region;
import org.mfg.models.hamiltonian.CongestionHamiltonian;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;

/**
 * Leaving a room through one door, past a bench. Agents pay 1 per unit of time inside and 5 if they are still inside at the
 * end; where it is crowded they are slow.
 *
 * <pre>
 *   H = |p|² / (2 (1 + m)),  f = 1,  g = 5,  u = m = 0 at the door,  ν = 0.01,  T = 3
 * </pre>
 *
 * <p>After Achdou and Laurière, "Mean field games and applications: numerical aspects" (2020); the room is this project's own. What to
 * look at: the crowd goes around the bench on both sides, dense at its corners, and meets again at the door (density), through which it
 * leaves at an almost constant rate for most of the time (mass).
 */
public final class Evacuation {
    private Evacuation() {}

    /** Takes the folder to write to, out/gallery/evacuation if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/evacuation"));
    }

    /** Writes the figures; returns the mass that has left halfway, and that together with the mass inside. */
    public static double[] run(Path out) throws IOException {
        Door door = new Door("door", Region.between(1, 0.4, 0.6), 0); // 0.4 <= y <= 0.6, at no cost
        Region crowd = Region.box(new double[] {0.05, 0.1}, new double[] {0.4, 0.9});
        MeanFieldGame game = MeanFieldGame.builder("evacuation")
                .domain(Domain.of(
                                new Axis(
                                        "x",
                                        0,
                                        1,
                                        Boundary.noFlux(),
                                        Boundary.noFlux().withDoor(door)),
                                Axis.noFlux("y", 0, 1))
                        .withObstacles(Region.box(new double[] {0.5, 0.3}, new double[] {0.6, 0.7})))
                .horizon(3)
                .viscosity(0.01)
                .hamiltonian(new CongestionHamiltonian(2, 1, 1))
                .runningCost((t, x) -> 1)
                .terminalCost(x -> 5)
                .initialDensity(x -> crowd.contains(x) ? 1 : 0)
                .build();

        Mfg mfg = Mfg.load();
        DiscreteGame discrete = mfg.discretize(game, 41, 48);
        Equilibrium e = mfg.solver("newton", Map.of()).solve(discrete);

        Figures.write(out, discrete, e, Figure.DENSITY, Figure.VALUE, Figure.MASS);
        double[] left = new double[e.time().levels()];
        discrete.exitedMass(e.u(), e.m(), left);
        int half = e.time().steps() / 2;
        double inside = e.grid().integrate(e.m(), half * e.grid().size());
        System.out.printf("%s%nleft by t = 1.5: %.4f, still inside: %.4f%n", e, left[half], inside);
        return new double[] {left[half], left[half] + inside};
    }
}
