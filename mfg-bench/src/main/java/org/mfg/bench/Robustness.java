package org.mfg.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.solvers.Mfg;

/**
 * Solves the tutorial with the default solver at every combination of viscosity, coupling and exponents, and prints a
 * table in Markdown: iterations, or the status and the residual reached where there is no equilibrium.
 */
public final class Robustness {
    private static final double[] VISCOSITIES = {1, 0.1, 0.03, 0.01, 1e-3, 1e-4, 0};
    private static final double[] STRENGTHS = {0, 0.5, 2, 5, 50};
    private static final double[] EXPONENTS = {0.5, 1, 2, 3};
    private static final double[] GROWTHS = {1.5, 2, 3};

    private Robustness() {}

    /** Takes the number of nodes and time steps, 100 if absent, and the exponents β, all if absent. */
    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        double[] growths = args.length > 1
                ? Arrays.stream(args).skip(1).mapToDouble(Double::parseDouble).toArray()
                : GROWTHS;
        Mfg mfg = Mfg.load();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        for (double beta : growths) {
            out.printf(Locale.ROOT, "%nβ = %s%n%n| λ | γ |", beta);
            for (double viscosity : VISCOSITIES) {
                out.printf(Locale.ROOT, " ν = %s |", viscosity);
            }
            out.print("\n|---|---|" + "---|".repeat(VISCOSITIES.length) + "\n");
            for (double lambda : STRENGTHS) {
                for (double gamma : EXPONENTS) {
                    out.printf(Locale.ROOT, "| %s | %s |", lambda, gamma);
                    for (double viscosity : VISCOSITIES) {
                        Map<String, ?> parameters =
                                Map.of("viscosity", viscosity, "lambda", lambda, "gamma", gamma, "beta", beta);
                        DiscreteGame game = mfg.discretize(mfg.game("tutorial", parameters), size, size);
                        out.print(" "
                                + cell(mfg.solver(Mfg.DEFAULT_SOLVER, Map.of()).solve(game)) + " |");
                        out.flush();
                    }
                    out.println();
                }
            }
        }
    }

    private static String cell(Equilibrium e) {
        return e.isConverged()
                ? e.iterations() + " (" + e.sweeps() + ")"
                : String.format(Locale.ROOT, "**%s %.0e**", e.status(), e.last().residual());
    }
}
