package org.mfg.app.control;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.app.output.JsonFile;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.cost.PriceOfAnarchy;

/**
 * {@code price-of-anarchy.json} and {@code .csv}, and both equilibria as {@code game.npz} and {@code planner.npz}. In JSON a
 * ratio that does not exist is null; in CSV it is NaN. The costs of an ergodic game are averages over a long time. In one dimension
 * a figure shows both densities.
 */
public final class PriceOfAnarchyFiles {
    private PriceOfAnarchyFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, Study study, PriceOfAnarchy price) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.staging().resolve("game.npz"));
        files.add(folder.staging().resolve("planner.npz"));
        MeanFieldGame game = study.discreteGame().game();
        SolutionNpz.write(files.get(0), price.game());
        SolutionNpz.write(files.get(1), price.planner());
        files.add(folder.writeText("price-of-anarchy.csv", out -> csv(out, price)));
        if (price.game().grid().dimension() == 1) {
            files.addAll(folder.figures()
                    .twoDensities("price-of-anarchy", game, List.of("game", "planner"), price.game(), price.planner()));
        }
        files.add(folder.writeJson("price-of-anarchy.json", out -> {
            out.study(study);
            equilibrium(out, "game", price.game(), price.gameCost());
            equilibrium(out, "planner", price.planner(), price.plannerCost());
            out.number("excess", price.excess());
            out.number("price-of-anarchy", price.ratio());
            out.versions();
        }));
        return files;
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
