package org.mfg.app.published;

import static org.mfg.app.published.Laboratory.UPWIND;

import java.util.List;
import java.util.Map;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Domain;
import org.mfg.app.published.Laboratory.Solved;

/** Crowds without noise: to a target, below a ceiling, and as a gas. */
final class TransportExperiments {
    private static final String CROWD = "H = ½p², no noise, [0, 1]";
    private static final double[] SIZES = {1.0 / 25, 1.0 / 50, 1.0 / 100, 1.0 / 200};

    private TransportExperiments() {}

    static List<Experiment> all() {
        return List.of(transport(), basin(), gas());
    }

    private static MeanFieldGameBuilder crowd(Laboratory laboratory, double from, double to) {
        return MeanFieldGame.builder("crowd")
                .domain(Domain.interval(from, to))
                .viscosity(0)
                .hamiltonian(laboratory.mfg().hamiltonian("quadratic", Map.of()));
    }

    /** Twice what the crowd pays, which is the value of where it begins less the toll where it ends. */
    private static Experiment transport() {
        return Experiment.of(
                Reference.formula(
                        CROWD,
                        "from x + ½ to 1 in a unit of time",
                        "W₂²",
                        1.0 / 120,
                        "quantiles: ∫ (F⁻¹ - G⁻¹)² (J.-D. Benamou and Y. Brenier 2000)"),
                "upwind, 25 to 200 intervals and as many steps, in h",
                false,
                laboratory -> Extrapolation.limits(1, SIZES, h -> {
                    int n = (int) Math.rint(1 / h);
                    MeanFieldGame game = crowd(laboratory, 0, 1)
                            .horizon(1)
                            .initialDensity(x -> x[0] + 0.5)
                            .targetDensity(x -> 1)
                            .build();
                    Solved solved = laboratory.solve(game, UPWIND, n, n + 1);
                    return new double[] {2 * (cost(solved, 0) - cost(solved, n))};
                }));
    }

    /** Σ w m u at a time level. */
    private static double cost(Solved solved, int level) {
        int n = solved.game().space().size();
        double sum = 0;
        for (int i = level * n; i < (level + 1) * n; i++) {
            sum += solved.game().space().weight(i - level * n)
                    * solved.equilibrium().m()[i]
                    * solved.equilibrium().u()[i];
        }
        return sum;
    }

    /** In the middle of a long time the crowd fills the places as water a basin, ∫ clip(ρ - f, 0, 1.25) = 1. */
    private static Experiment basin() {
        return Experiment.of(
                Reference.formula(
                        CROWD,
                        "F = m, f = ½ cos 2πx, m ≤ 1.25, the middle of a time of 4",
                        "ρ",
                        level(),
                        "water filling, ∫ min(ρ - f, 1.25) = 1"),
                "upwind, 60 intervals and as many steps",
                false,
                laboratory -> {
                    int n = 60;
                    MeanFieldGame game = crowd(laboratory, 0, 1)
                            .horizon(4)
                            .coupling(laboratory.mfg().coupling("power", Map.of("lambda", 1)))
                            .runningCost((t, x) -> 0.5 * Math.cos(2 * Math.PI * x[0]))
                            .ceiling((t, x) -> 1.25)
                            .initialDensity(x -> 1)
                            .build();
                    Solved solved = laboratory.solve(game, UPWIND, n, n + 1);
                    double[] u = solved.equilibrium().u();
                    int at = n / 2 * (n + 1) + n / 4;
                    return new double[] {
                        (u[at] - u[at + n + 1]) / solved.game().time().step(n / 2)
                    };
                });
    }

    /** With the share q of the places that are full, where cos 2πx < -cos πq: ρ = 1.25 - ½ cos πq, and all masses sum to 1. */
    private static double level() {
        double low = 0;
        double high = 1;
        for (int k = 0; k < 100; k++) {
            double q = (low + high) / 2;
            double rho = 1.25 - 0.5 * Math.cos(Math.PI * q);
            double mass = 1.25 * q + rho * (1 - q) - Math.sin(Math.PI * q) / (2 * Math.PI);
            if (mass < 1) {
                low = q;
            } else {
                high = q;
            }
        }
        return 1.25 - 0.5 * Math.cos(Math.PI * low);
    }

    /** Barenblatt's solution of mass 1 from t = 0.2 to 1: m = t^(-2/3) (R - x² t^(-4/3)/9)₊, R = 4^(-2/3). */
    private static Experiment gas() {
        double[] sizes = {1.0 / 50, 1.0 / 100, 1.0 / 200, 1.0 / 400};
        double height = Math.pow(4, -2.0 / 3);
        double start = 0.2;
        return Experiment.of(
                Reference.formula(
                        "H = ½p², F = m, no noise (Barenblatt)",
                        "from t = 0.2 to 1",
                        "variance",
                        9 * height / 5,
                        "the porous medium equation's source solution, G. I. Barenblatt 1952"),
                "upwind, 50 to 400 intervals, 25 to 200 steps, in h",
                false,
                laboratory -> Extrapolation.limits(1, sizes, h -> {
                    int n = (int) Math.rint(1 / h);
                    MeanFieldGame game = crowd(laboratory, -2.5, 2.5)
                            .horizon(1 - start)
                            .coupling(laboratory.mfg().coupling("power", Map.of("lambda", 1)))
                            .terminalCoupling(laboratory.mfg().coupling("power", Map.of("lambda", 3)))
                            .initialDensity(x -> Math.pow(start, -2.0 / 3)
                                    * Math.max(0, height - x[0] * x[0] * Math.pow(start, -4.0 / 3) / 9))
                            .build();
                    Solved solved = laboratory.solve(game, UPWIND, n / 2, n + 1);
                    return new double[] {secondMoment(solved)};
                }));
    }

    private static double secondMoment(Solved solved) {
        int n = solved.game().space().size();
        int last = solved.game().time().steps() * n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double x = solved.game().grid().coordinate(i, 0);
            sum += solved.game().space().weight(i) * solved.equilibrium().m()[last + i] * x * x;
        }
        return sum;
    }
}
