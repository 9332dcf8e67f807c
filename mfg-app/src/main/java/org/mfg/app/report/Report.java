package org.mfg.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mfg.api.equilibrium.Atom;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;

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
        if (equilibrium.isConverged() && study.objection().isPresent()) {
            page.status(
                    Light.AMBER,
                    "CONVERGED, of a game that breaks a promise",
                    study.objection().get());
        } else {
            page.status(Light.of(equilibrium.status()), word(equilibrium.status()), equilibrium.message());
        }
        page.html(KeyFigures.of(outcome));
        page.section("The game").html(GameEquations.of(study)).html(ParameterTable.of(study));
        page.section("The fields").html(fields(page, samples(outcome)));
        StatisticsSection.addTo(page, outcome);
        outcome.market().ifPresent(cleared -> MarketSection.addTo(page, study.market(), cleared));
        page.section("Convergence");
        page.paragraph(
                "A solve ends when both residuals are at most the tolerance. A value of 0 has no logarithm and leaves"
                        + " a gap.");
        page.chart(ConvergenceChart.of(equilibrium.history()));
        page.section("Diagnostics").html(Diagnostics.of(outcome));
        page.section("How to get it again").html(recipe.html());
        return page.write(folder.resolve(FILE));
    }

    private static String word(Status status) {
        return status == Status.CONVERGED ? "CONVERGED" : "NO EQUILIBRIUM (" + status + ")";
    }

    private static FieldSamples samples(Outcome outcome) {
        return outcome.stationary()
                .map(stationary -> FieldSamples.of(outcome.equilibrium().grid(), stationary, atoms(outcome)))
                .orElseGet(() -> FieldSamples.of(outcome.equilibrium()));
    }

    private static List<Atom> atoms(Outcome outcome) {
        return Atom.of(outcome.study().discreteGame(), outcome.equilibrium());
    }

    /** The plots of both fields; their data goes to the page. */
    static String fields(Page page, FieldSamples samples) throws IOException {
        page.data().add(samples);
        return samples.plots() + Html.paragraph(samples.inWords());
    }
}
