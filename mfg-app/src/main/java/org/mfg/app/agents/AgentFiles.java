package org.mfg.app.agents;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.TimeGrid;
import org.mfg.app.agents.AgentStudy.GroupSize;
import org.mfg.app.output.JsonFile;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.agents.Comparison;

/**
 * {@code agents.csv}, distances over time; {@code agents-convergence.csv} and its figure, distances over the number of agents;
 * {@code agents-paths}, paths over the density (in one dimension); {@code agents.json}.
 */
public final class AgentFiles {
    private AgentFiles() {}

    /** Writes the files; returns their paths. */
    public static List<Path> write(OutputFolder folder, Study study, AgentStudy agents) throws IOException {
        Domain domain = agents.equilibrium().grid().domain();
        List<Path> files = new ArrayList<>();
        files.add(folder.writeText("agents.csv", out -> distances(out, domain, agents)));
        files.add(folder.writeText("agents-convergence.csv", out -> convergence(out, agents)));
        if (agents.convergence().size() > 1) {
            files.addAll(convergenceFigure(folder.figures(), agents));
        }
        if (domain.dimension() == 1) {
            files.addAll(folder.figures()
                    .paths(
                            "agents-paths",
                            agents.equilibrium(),
                            agents.time(),
                            agents.sample().paths()));
        }
        files.add(folder.writeJson("agents.json", out -> json(out, study, agents)));
        return files;
    }

    private static void distances(Writer out, Domain domain, AgentStudy agents) throws IOException {
        TimeGrid time = agents.time();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            List<String> header = new ArrayList<>(List.of("t"));
            domain.axes().forEach(axis -> header.add((axis.hasStates() ? "tv-" : "w1-") + axis.name()));
            header.addAll(List.of("l1", "agents-inside", "mass-inside"));
            csv.writeRecord(header);
            int[] levels = agents.sample().levels();
            for (int k = 0; k < levels.length; k++) {
                Comparison c = agents.comparisons().get(k);
                List<String> row = new ArrayList<>(List.of(Double.toString(time.time(levels[k]))));
                for (double w : c.wasserstein()) {
                    row.add(Double.toString(w));
                }
                row.addAll(List.of(Double.toString(c.l1()), Double.toString(c.inside()), Double.toString(c.mass())));
                csv.writeRecord(row);
            }
        }
    }

    private static void convergence(Writer out, AgentStudy agents) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("agents", "w1", "l1");
            for (GroupSize g : agents.convergence()) {
                csv.writeRecord(
                        Integer.toString(g.agents()), Double.toString(g.wasserstein()), Double.toString(g.l1()));
            }
        }
    }

    private static List<Path> convergenceFigure(StudyFigures figures, AgentStudy agents) throws IOException {
        List<GroupSize> sizes = agents.convergence();
        double[] n = sizes.stream().mapToDouble(GroupSize::agents).toArray();
        Curve w1 = Curve.data(
                "W1", n, sizes.stream().mapToDouble(GroupSize::wasserstein).toArray());
        Curve l1 = Curve.data("L1", n, sizes.stream().mapToDouble(GroupSize::l1).toArray());
        return figures.logLog(
                "agents-convergence",
                "number of agents N",
                "distance to m(T)",
                List.of(w1, l1, Curve.slope("slope −1/2", -0.5, w1)));
    }

    private static void json(JsonFile out, Study study, AgentStudy agents) throws IOException {
        out.study(study);
        out.text("status", agents.equilibrium().status().name());
        out.integer("agents", agents.setting().agents());
        out.integer("seed", agents.setting().seed());
        out.integer("steps-per-level", agents.setting().stepsPerLevel());
        out.number("duration", agents.time().horizon());
        out.number("mean-cost", agents.sample().meanCost());
        out.number("standard-error", agents.sample().standardError());
        out.number("expected-cost", agents.expectedCost());
        out.number("seconds", agents.seconds());
        out.versions();
    }
}
