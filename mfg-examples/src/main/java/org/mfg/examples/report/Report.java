package org.mfg.examples.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Grid;
import org.mfg.examples.study.Outcome;
import org.mfg.examples.study.Study;

/** The page of a run: what was solved, how it ended, what the equilibrium looks like, and how to get it again. */
public final class Report {
    /** The file in the output folder. */
    public static final String FILE = "index.html";

    private Report() {}

    /**
     * Writes the page into a folder.
     *
     * @param outcome the run; one without an equilibrium has a page as well, which says so
     * @param recipe how to run it again
     * @return the file
     */
    public static Path write(Path folder, Outcome outcome, Recipe recipe) throws IOException {
        Study study = outcome.study();
        Equilibrium equilibrium = outcome.equilibrium();
        Page page = new Page(study.name(), study.description());
        page.status(Light.of(equilibrium.status()), word(equilibrium.status()), equilibrium.message());
        page.html(KeyFigures.of(outcome));
        page.section("The game").html(GameEquations.of(study)).html(ParameterTable.of(study));
        page.section("The fields").html(fields(page, equilibrium));
        page.section("Convergence");
        page.paragraph(
                "A solve ends when both residuals are at most the tolerance. A value of 0 has no logarithm and leaves"
                        + " a gap.");
        page.chart(ConvergenceChart.of(equilibrium.history()));
        page.section("Diagnostics").html(Diagnostics.of(equilibrium));
        page.section("How to get it again").html(recipe.html());
        return page.write(folder.resolve(FILE));
    }

    private static String word(Status status) {
        return status == Status.CONVERGED ? "CONVERGED" : "NO EQUILIBRIUM (" + status + ")";
    }

    /** The plots of both fields; their data goes to the page. */
    static String fields(Page page, Equilibrium equilibrium) throws IOException {
        FieldSamples samples = new FieldSamples(equilibrium);
        page.data().add(samples);
        String name = equilibrium.grid().dimension() == 1 ? "fields-on-a-line.html" : "fields-in-a-plane.html";
        return Resources.text(name) + Html.paragraph(samples.inWords());
    }

    /** For example 65 x 65 nodes, 64 time steps. */
    static String size(Grid grid, int steps) {
        String nodes = IntStream.range(0, grid.dimension())
                .mapToObj(k -> Integer.toString(grid.nodes(k)))
                .collect(Collectors.joining(" x "));
        return nodes + " nodes, " + steps + " time steps";
    }
}
