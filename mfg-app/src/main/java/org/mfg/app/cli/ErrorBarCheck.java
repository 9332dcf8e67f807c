package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.quantity.Quantity;
import org.mfg.app.study.Study;
import org.mfg.app.verify.Effectivity;
import org.mfg.app.verify.EffectivityFiles;
import org.mfg.output.figure.Style;
import org.mfg.solvers.Mfg;

/**
 * {@code mfg verify --error-bars}: bars against errors.
 *
 * @param console where it speaks
 * @param mfg knows quantities
 * @param isQuick whether to leave out the finest grid
 */
record ErrorBarCheck(Console console, Mfg mfg, boolean isQuick) {
    /** Told of every game besides the quantities that it lists. */
    private static final List<String> FORMULAS = List.of("integral(m^2)", "integral(u*m^2)");

    int run(Map<String, Supplier<Study>> studies, Path path, Style style, boolean isQuiet) throws IOException {
        List<Effectivity> results = new ArrayList<>();
        return console.work(path, style, isQuiet, (folder, progress) -> {
            boolean solved = true;
            for (Map.Entry<String, Supplier<Study>> entry : studies.entrySet()) {
                List<Effectivity> found = of(entry.getKey(), entry.getValue().get(), progress);
                if (found.isEmpty()) {
                    console.complain(entry.getKey() + " has no equilibrium on one of the grids");
                }
                solved &= !found.isEmpty();
                results.addAll(found);
            }
            progress.clear();
            List<Path> files = EffectivityFiles.write(folder, results);
            folder.exchange("error-bars", EffectivityFiles.SUMMARY);
            EffectivityTable table = new EffectivityTable(results);
            if (!isQuiet) {
                table.print(console.out());
                console.wrote(folder.path(), files);
            }
            return solved && table.isPassed() ? ExitCode.SUCCESS : ExitCode.NO_EQUILIBRIUM;
        });
    }

    private List<Effectivity> of(String name, Study study, Progress progress) {
        console.warn(study);
        DiscreteGame game = study.discreteGame();
        if (game.game().exactSolution().isEmpty()) {
            throw InvalidInputException.because(
                    "game", "game must have an exact solution, to compare its error bars with");
        }
        List<Quantity> quantities = new ArrayList<>(QuantityOption.listed(mfg, game.game()));
        FORMULAS.forEach(formula -> quantities.add(mfg.quantity(formula, game.game())));
        Axis first = game.grid().domain().axis(0);
        if (!first.isPeriodic()) {
            quantities.add(mfg.quantity("quantile-" + first.name() + "(0.9, T)", game.game()));
        }
        int doublings = (game.grid().domain().positionAxes() == 1 ? 2 : 1) - (isQuick ? 1 : 0);
        return Effectivity.of(name, study, quantities, doublings, progress);
    }
}
