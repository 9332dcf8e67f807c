package org.mfg.examples.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.examples.study.Study;
import org.mfg.solvers.cost.PriceOfAnarchy;
import org.mfg.solvers.npz.SolutionNpz;

/**
 * {@code price-of-anarchy.json} and {@code .csv}, and both equilibria as {@code game.npz} and {@code planner.npz}. In JSON a
 * ratio that does not exist is null; in CSV it is NaN.
 */
public final class PriceOfAnarchyFiles {
    private PriceOfAnarchyFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, Study study, PriceOfAnarchy price) throws IOException {
        Path game = folder.path().resolve("game.npz");
        Path planner = folder.path().resolve("planner.npz");
        SolutionNpz.write(game, price.game());
        SolutionNpz.write(planner, price.planner());
        Path csv = folder.writeText("price-of-anarchy.csv", out -> csv(out, price));
        Path json = folder.writeJson("price-of-anarchy.json", out -> {
            out.study(study);
            equilibrium(out, "game", price.game(), price.gameCost());
            equilibrium(out, "planner", price.planner(), price.plannerCost());
            out.number("excess", price.excess());
            out.number("price-of-anarchy", price.ratio());
            out.versions();
        });
        return List.of(game, planner, csv, json);
    }

    private static void equilibrium(JsonFile out, String name, Equilibrium equilibrium, double cost)
            throws IOException {
        out.object(name, () -> {
            out.text("status", equilibrium.status().name());
            out.number("residual", equilibrium.last().residual());
            out.number("cost", cost);
        });
    }

    private static void csv(Writer out, PriceOfAnarchy price) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("game-cost", "planner-cost", "excess", "price-of-anarchy");
            csv.writeRecord(
                    Double.toString(price.gameCost()),
                    Double.toString(price.plannerCost()),
                    Double.toString(price.excess()),
                    Double.toString(price.ratio()));
        }
    }
}
