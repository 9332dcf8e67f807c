package org.mfg.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.app.agents.AgentStudy;
import org.mfg.app.study.Study;
import org.mfg.solvers.agents.AgentSample;
import org.mfg.solvers.agents.Comparison;

/** What {@code mfg simulate} prints. */
final class AgentTable {
    /** Standard errors that chance hardly makes. */
    private static final double MANY = 4;

    private AgentTable() {}

    static void print(Study study, AgentStudy agents, PrintWriter out) {
        AgentSample sample = agents.sample();
        out.println("game " + study.name() + SummaryTable.parameters(study.parameters()));
        out.println(String.format(
                Locale.ROOT,
                "%d agents, seed %d, %d steps to a time step, %.2f s",
                sample.agents(),
                agents.setting().seed(),
                agents.setting().stepsPerLevel(),
                agents.seconds()));
        out.println();
        distances(agents, out);
        out.println();
        Columns costs = new Columns("");
        MeanFieldGame game = study.discreteGame().game();
        costs.row(
                game.isErgodic() ? "agents' average cost" : "agents' mean cost",
                number(sample.meanCost()) + " +- " + number(sample.standardError()));
        costs.row(expected(game), number(agents.expectedCost()));
        costs.row("difference", number(sample.meanCost() - agents.expectedCost()));
        costs.print(out);
        double errors = Math.abs(sample.meanCost() - agents.expectedCost()) / sample.standardError();
        if (errors > MANY && errors < Double.POSITIVE_INFINITY) {
            out.println(String.format(
                    Locale.ROOT,
                    "The difference is %.0f standard errors: not chance, but what the grid and the steps make of both costs. It falls with finer ones (docs/agents.md).",
                    errors));
        }
    }

    private static String expected(MeanFieldGame game) {
        if (game.isErgodic()) {
            return "ergodic constant";
        }
        return game.isStationary() ? "mean of u" : "mean of u(0)";
    }

    private static void distances(AgentStudy agents, PrintWriter out) {
        Domain domain = agents.equilibrium().grid().domain();
        int d = domain.dimension();
        String[] header = new String[d + 4];
        header[0] = "t";
        for (int k = 0; k < d; k++) {
            boolean hasStates = domain.axis(k).hasStates();
            header[k + 1] = d == 1
                    ? "W1"
                    : (hasStates ? "TV of " : "W1 of ") + domain.axis(k).name();
        }
        header[d + 1] = "L1";
        header[d + 2] = "agents inside";
        header[d + 3] = "mass inside";
        Columns table = new Columns("");
        table.row(header);
        int[] levels = agents.sample().levels();
        for (int i = 0; i < levels.length; i++) {
            Comparison c = agents.comparisons().get(i);
            String[] row = new String[d + 4];
            row[0] = String.format(Locale.ROOT, "%.3g", agents.time().time(levels[i]));
            for (int k = 0; k < d; k++) {
                row[k + 1] = String.format(Locale.ROOT, "%.2e", c.wasserstein()[k]);
            }
            row[d + 1] = String.format(Locale.ROOT, "%.2e", c.l1());
            row[d + 2] = number(c.inside());
            row[d + 3] = number(c.mass());
            table.row(row);
        }
        table.print(out);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
