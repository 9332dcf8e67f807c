package org.mfg.examples.crowds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.cost.PriceOfAnarchy;

/**
 * The price of anarchy (Koutsoupias and Papadimitriou 1999; Cardaliaguet and Rainer 2019): what a crowd of selfish agents pays over what a
 * planner could bring it to. On a circle with a pleasant place at x = 1/2,
 *
 * <pre>
 *   H = ½ |p|²,  F[m] = m,  f(x) = 1 + cos 2πx,  ν = 0.05,  T = 1,  m0 ∝ exp(2 cos 2π(x - ¼))
 * </pre>
 *
 * <p>The planner's crowd plays another game, with F + m F' = 2 m: each agent then minds what it costs the others. What to look at: the planner
 * spreads the crowd more evenly; selfish agents pay about 3 % more.
 */
public final class PlannedCrowd {
    private PlannedCrowd() {}

    /** Takes the folder to write to, out/gallery/planned-crowd if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/planned-crowd"));
    }

    /** Writes the figure; returns the price of anarchy. */
    public static double[] run(Path out) throws IOException {
        MeanFieldGame game = MeanFieldGame.builder("circle")
                .domain(Domain.of(Axis.periodic("x", 0, 1)))
                .horizon(1)
                .viscosity(0.05)
                .hamiltonian(new QuadraticHamiltonian())
                .coupling(new PowerCoupling(1, 1))
                .runningCost((t, x) -> 1 + Math.cos(2 * Math.PI * x[0]))
                .initialDensity(x -> Math.exp(2 * Math.cos(2 * Math.PI * (x[0] - 0.25))))
                .build();

        Mfg mfg = Mfg.load();
        PriceOfAnarchy price =
                PriceOfAnarchy.of(mfg.discretize(game, 100, 100), mfg.solver("newton", Map.of()), Monitor.NONE);

        new StudyFigures(out)
                .twoDensities(
                        "selfish-and-planned", game, List.of("selfish", "planned"), price.game(), price.planner());
        System.out.printf(
                "cost %.5f, with a planner %.5f: price of anarchy %.5f%n",
                price.gameCost(), price.plannerCost(), price.ratio());
        return new double[] {price.ratio()};
    }
}
