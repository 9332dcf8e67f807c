package org.mfg.app.published;

import static org.mfg.app.published.Laboratory.CENTRAL;

import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.app.published.Laboratory.Solved;
import org.mfg.app.published.Reference.Kind;
import org.mfg.solvers.Mfg;

/** Ergodic games on a ring: constants that were proved in interval arithmetic. */
final class StationaryExperiments {
    private static final String CERTIFIED = "C. Toledo, cert-machine, interval arithmetic (2026)";
    private static final String RING = "ρ - νu″ + ½u′² = c m + A cos 2πx on a ring";
    private static final String CURRENT = "½u′² + sin 2πx + b u′ = log m + H, no noise, on a ring (Almulla, Ferreira and Gomes 2017)";
    private static final int[] NODES = {12, 16, 24, 32, 48, 64};
    private static final int[] CURRENT_NODES = {48, 64, 96, 128};
    private static final double[] VISCOSITIES = {16e-3, 12e-3, 8e-3, 6e-3, 4e-3};

    private StationaryExperiments() {}

    static List<Experiment> all() {
        String method = "central, 12 to 64 intervals, extrapolated in h²";
        String limit = "central, 48 to 128 nodes, in h²; ν from 0.016 to 0.004, in ν²";
        return List.of(
                Experiment.of(
                        certified(RING, "ν = ½, c = 1, A = 1", "ρ", "0.9791292615988"),
                        method,
                        true,
                        StationaryExperiments::aversion),
                Experiment.of(
                        certified(RING, "ν = ½, c = -12, A = 0, the branch that breaks the symmetry", "ρ", "-16.6242106637"),
                        method,
                        true,
                        StationaryExperiments::herd),
                Experiment.of(
                        Reference.formula(CURRENT, "b = 0", "H", Math.log(besselI0(1)), "log I₀(1), same paper"),
                        limit,
                        true,
                        laboratory -> new double[] {current(laboratory, "0")[0]}),
                new Experiment(
                        List.of(
                                certified(CURRENT, "b = cos² 2πx", "H", "0.17116457"),
                                certified(CURRENT, "b = cos² 2πx", "flux", "0.34611352")),
                        limit,
                        true,
                        laboratory -> current(laboratory, "-cos(2*pi*x)^2")));
    }

    private static Reference certified(String subject, String setting, String quantity, String number) {
        return new Reference(subject, setting, quantity, number, Kind.CERTIFIED, CERTIFIED);
    }

    private static MeanFieldGameBuilder quadratic(Mfg mfg, Domain domain, double lambda) {
        return MeanFieldGame.builder("ring")
                .domain(domain)
                .forever()
                .viscosity(0.5)
                .hamiltonian(mfg.hamiltonian("quadratic", Map.of()))
                .coupling(mfg.coupling("power", Map.of("lambda", lambda)));
    }

    private static double[] aversion(Laboratory laboratory) throws UnsolvedException {
        MeanFieldGame game = quadratic(laboratory.mfg(), Domain.of(Axis.periodic("x", 0, 1)), 1)
                .runningCost((t, x) -> Math.cos(2 * Math.PI * x[0]))
                .build();
        return inSteps(NODES, n -> new double[] {
            laboratory.solve(game, CENTRAL, 1, n).constant()
        });
    }

    /**
     * A crowd that gathers may do so anywhere on the ring. Between its peak and the place opposite, where walls change nothing, are a half of the ring and of the crowd: with a
     * mass of 1 there c is halved.
     */
    private static double[] herd(Laboratory laboratory) throws UnsolvedException {
        MeanFieldGame game =
                quadratic(laboratory.mfg(), Domain.interval(0, 0.5), -6).build();
        return inSteps(NODES, intervals -> {
            DiscreteGame discrete = laboratory.discretize(game, CENTRAL, 1, intervals + 1);
            return new double[] {laboratory.solve(discrete, gathered(discrete)).constant()};
        });
    }

    /** A crowd with a peak at 0, at both of the levels that solvers see, and the u = -ν log m whose drift keeps it there. */
    private static Guess gathered(DiscreteGame game) {
        int n = game.space().size();
        double[] u = new double[game.size()];
        double[] m = new double[game.size()];
        for (int i = 0; i < m.length; i++) {
            m[i] = 2 + 1.6 * Math.cos(2 * Math.PI * game.grid().coordinate(i % n, 0));
            u[i] = -0.5 * Math.log(m[i]);
        }
        return new Guess(u, m);
    }

    /** H and the flux m (u' + b), as limits of games with noise, which are even in ν: m is smooth and positive. */
    private static double[] current(Laboratory laboratory, String stream) throws UnsolvedException {
        return Extrapolation.limits(2, VISCOSITIES, viscosity -> {
            MeanFieldGame game = MeanFieldGame.builder("current")
                    .domain(Domain.of(Axis.periodic("x", 0, 1)))
                    .forever()
                    .viscosity(viscosity)
                    .hamiltonian(laboratory.mfg().hamiltonian("formula-drift-quadratic", Map.of("drift-x", stream)))
                    .coupling(laboratory.mfg().coupling("log", Map.of()))
                    .runningCost((t, x) -> -Math.sin(2 * Math.PI * x[0]))
                    .build();
            return inSteps(CURRENT_NODES, n -> {
                Solved solved = laboratory.solve(game, CENTRAL, 1, n);
                return new double[] {-solved.constant(), -meanFlux(solved)};
            });
        });
    }

    /** ∫ m a dx: what diffuses has no mean on a ring. */
    private static double meanFlux(Solved solved) {
        int n = solved.game().space().size();
        double[] m = solved.equilibrium().m();
        Policy policy = solved.game().policy(solved.equilibrium().u(), m);
        double flux = 0;
        for (int i = 0; i < n; i++) {
            flux += solved.game().space().weight(i) * m[n + i] * policy.drift(0, i, 0);
        }
        return flux;
    }

    /** A number of intervals to numbers. */
    @FunctionalInterface
    interface OnIntervals {
        double[] on(int intervals) throws UnsolvedException;
    }

    /** The limits of what a scheme of second order finds. */
    static double[] inSteps(int[] intervals, OnIntervals numbers) throws UnsolvedException {
        double[] sizes = new double[intervals.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = 1.0 / intervals[i];
        }
        return Extrapolation.limits(2, sizes, h -> numbers.on((int) Math.rint(1 / h)));
    }

    private static double besselI0(double x) {
        double sum = 0;
        double term = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            sum += term;
            term *= x * x / (4.0 * k * k);
        }
        return sum;
    }
}
