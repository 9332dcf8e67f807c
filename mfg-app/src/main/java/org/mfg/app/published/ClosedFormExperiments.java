package org.mfg.app.published;

import static org.mfg.app.published.Laboratory.CENTRAL;
import static org.mfg.app.published.Laboratory.UPWIND;

import java.util.List;
import java.util.Map;
import org.mfg.app.published.Laboratory.Solved;

/** Games whose authors solve them by a formula. */
final class ClosedFormExperiments {
    private static final String METHOD = "central, 60 to 180 intervals and as many steps, in h²";
    private static final double[] FINER = {1.0 / 100, 1.0 / 150, 1.0 / 200, 1.0 / 300};
    private static final double[] SIZES = {1.0 / 60, 1.0 / 90, 1.0 / 120, 1.0 / 180};
    /** Standard deviations from the mean, where the line is cut: beyond is less than the digits here. */
    private static final Map<String, Double> CUT = Map.of("half-width", 8.0);
    private static final String BANKS = "systemic-risk";
    private static final String TRADERS = "trade-crowding";
    private static final String HEAT = "hopf-cole";
    private static final String HEIRS = "perpetual-youth";

    private ClosedFormExperiments() {}

    static List<Experiment> all() {
        return List.of(banks(), traders(), heat(), heirs());
    }

    /** The feedback of a bank is q + η(t) times its distance from the mean; u'' = a + q + η. */
    private static Experiment banks() {
        double a = 1;
        double q = 1;
        double epsilon = 10;
        double root = Math.sqrt((a + q) * (a + q) + epsilon - q * q);
        double above = root - a - q;
        double below = -root - a - q;
        double grown = Math.exp(above - below);
        // Without a cost at the end, one unit of time before it.
        double eta = -(epsilon - q * q) * (grown - 1) / (below * grown - above);
        return Experiment.of(
                Reference.formula(
                        BANKS,
                        "a = q = 1, ε = 10, c = 0, T = 1",
                        "η(0)",
                        eta,
                        "R. Carmona, J.-P. Fouque and L.-H. Sun 2015, the Riccati equation's solution"),
                METHOD,
                true,
                laboratory -> Extrapolation.limits(2, SIZES, h -> {
                    int n = (int) Math.rint(1 / h);
                    Solved solved = central(laboratory, BANKS, Map.of(), n);
                    double[] u = solved.equilibrium().u();
                    double step = solved.game().grid().spacing(0);
                    return new double[] {(u[n / 2 + 1] - 2 * u[n / 2] + u[n / 2 - 1]) / (step * step) - a - q};
                }));
    }

    /** 2κE″ + αE′ - 2φE = 0, E(0) = 1, κE′(T) + A E(T) = 0, by its two exponentials. */
    private static Experiment traders() {
        double alpha = 2;
        double kappa = 0.5;
        double phi = 0.5;
        double penalty = 2;
        double middle = -alpha / (4 * kappa);
        double spread = Math.sqrt(middle * middle + phi / kappa);
        double up = middle + spread;
        double down = middle - spread;
        double weight = -(kappa * down + penalty)
                * Math.exp(down)
                / ((kappa * up + penalty) * Math.exp(up) - (kappa * down + penalty) * Math.exp(down));
        String setting = "α = A = 2, κ = φ = ½, E(0) = T = 1";
        String source = "P. Cardaliaguet and C.-A. Lehalle 2018, the mean inventory's equation";
        return new Experiment(
                List.of(
                        Reference.formula(
                                TRADERS,
                                setting,
                                "E(T/2)",
                                weight * Math.exp(up / 2) + (1 - weight) * Math.exp(down / 2),
                                source),
                        Reference.formula(
                                TRADERS,
                                setting,
                                "E(T)",
                                weight * Math.exp(up) + (1 - weight) * Math.exp(down),
                                source)),
                METHOD.replace("60 to 180", "100 to 300"),
                false,
                laboratory -> Extrapolation.limits(2, FINER, h -> {
                    Solved solved = central(laboratory, TRADERS, CUT, (int) Math.rint(1 / h));
                    int steps = solved.game().time().steps();
                    return new double[] {mean(solved, steps / 2), mean(solved, steps)};
                }));
    }

    private static double mean(Solved solved, int level) {
        int n = solved.game().space().size();
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += solved.game().space().weight(i)
                    * solved.equilibrium().m()[level * n + i]
                    * solved.game().grid().coordinate(i, 0);
        }
        return mean;
    }

    private static Experiment heat() {
        double viscosity = 0.1;
        double wave = Math.exp(-viscosity * Math.PI * Math.PI);
        return Experiment.of(
                Reference.formula(
                        HEAT,
                        "ν = 0.1, λ = 10, T = 1",
                        "u(0, 0)",
                        -2 * viscosity * Math.log(2 + wave),
                        "two heat equations, O. Guéant 2012"),
                METHOD,
                true,
                laboratory -> Extrapolation.limits(2, SIZES, h -> {
                    Solved solved = central(laboratory, HEAT, Map.of("lambda", 10), (int) Math.rint(1 / h));
                    return new double[] {solved.equilibrium().u()[0]};
                }));
    }

    private static Solved central(Laboratory laboratory, String game, Map<String, ?> given, int intervals)
            throws UnsolvedException {
        return laboratory.solve(laboratory.mfg().game(game, given), CENTRAL, intervals, intervals + 1);
    }

    /** Pareto's exponents on both sides of the newborns, the roots of σ²/2 ζ² + μ ζ = η. */
    private static Experiment heirs() {
        double half = 0.01 / 2;
        double death = 0.02;
        double trend = 0.005;
        double root = Math.sqrt(trend * trend + 4 * half * death);
        String setting = "μ = 0.005, σ = 0.1, η = 0.02";
        String source = "X. Gabaix, J.-M. Lasry, P.-L. Lions and B. Moll 2016, the quadratic equation";
        double[] sizes = {1.0 / 1000, 1.0 / 2000, 1.0 / 3000, 1.0 / 4000, 1.0 / 6000, 1.0 / 8000};
        // Policies bend near the ends.
        Map<String, Double> wide = Map.of("min-log-wealth", -20.0, "max-log-wealth", 20.0);
        return new Experiment(
                List.of(
                        Reference.formula(HEIRS, setting, "ζ above", (root - trend) / (2 * half), source),
                        Reference.formula(HEIRS, setting, "ζ below", (root + trend) / (2 * half), source)),
                "upwind, 1001 to 8001 nodes, in h",
                true,
                laboratory -> Extrapolation.limits(1, sizes, h -> {
                    Solved solved = laboratory.solve(
                            laboratory.mfg().game(HEIRS, wide), UPWIND, 1, (int) Math.rint(1 / h) + 1);
                    return new double[] {-slope(solved, 2, 7), slope(solved, -4, -2)};
                }));
    }

    /** The slope of log m between two places. */
    private static double slope(Solved solved, double from, double to) {
        double[] x = solved.game().grid().coordinates(0);
        double[] m = solved.equilibrium().m();
        int i = (int) Math.round((from - x[0]) / (x[1] - x[0]));
        int j = (int) Math.round((to - x[0]) / (x[1] - x[0]));
        return Math.log(m[j] / m[i]) / (x[j] - x[i]);
    }
}
