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
    private static final String ENCLOSED = "C. Toledo, mfg-cap, interval arithmetic (2026)";
    private static final String RING = "ρ - νu″ + ½u′² = c m + A cos 2πx on a ring";
    private static final String CURRENT =
            "½u′² + sin 2πx + b u′ = log m + H, no noise, on a ring (Almulla, Ferreira and Gomes 2017)";
    private static final double WEAKEST = -11;
    private static final String AMPLITUDE = "∫ u cos 2πx";
    private static final int[] NODES = {12, 16, 24, 32, 48, 64};
    private static final int[] CURRENT_NODES = {48, 64, 96, 128};
    private static final double[] VISCOSITIES = {16e-3, 12e-3, 8e-3, 6e-3, 4e-3};

    private StationaryExperiments() {}

    static List<Experiment> all() {
        String method = "central, 12 to 64 intervals, extrapolated in h²";
        String limit = "central, 48 to 128 nodes, in h²; ν from 0.016 to 0.004, in ν²";
        return List.of(
                Experiment.of(
                        enclosed("c = 1, A = 1", "ρ", "0.9791292615988"),
                        method,
                        true,
                        StationaryExperiments::aversion),
                Experiment.of(enclosed(branch(-11), AMPLITUDE, "-0.2445"), method, true, laboratory ->
                        new double[] {herd(laboratory, -11)[1]}),
                new Experiment(
                        List.of(
                                enclosed(branch(-12), "ρ", "-16.6242106637"),
                                enclosed(branch(-12), AMPLITUDE, "-0.3421")),
                        method,
                        true,
                        laboratory -> herd(laboratory, -12)),
                Experiment.of(enclosed(branch(-16), AMPLITUDE, "-0.6257"), method, true, laboratory ->
                        new double[] {herd(laboratory, -16)[1]}),
                Experiment.of(enclosed(branch(-24), AMPLITUDE, "-1.0885"), method, true, laboratory ->
                        new double[] {herd(laboratory, -24)[1]}),
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

    private static String branch(int c) {
        return "c = " + c + ", A = 0, the branch that breaks the symmetry";
    }

    private static Reference enclosed(String setting, String quantity, String number) {
        return new Reference(RING, "ν = ½, " + setting, quantity, number, Kind.CERTIFIED, ENCLOSED);
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
        return inSteps(
                NODES, n -> new double[] {laboratory.solve(game, CENTRAL, 1, n).constant()});
    }

    /**
     * A crowd that gathers may do so anywhere on the ring. Between its peak and the place opposite, where walls change nothing, are a half of the ring and of the crowd: with a
     * mass of 1 there c is halved. From c = -11 on it is followed along the branch.
     *
     * @return ρ, and ∫ u cos 2πx over the ring
     */
    private static double[] herd(Laboratory laboratory, double c) throws UnsolvedException {
        return inSteps(NODES, intervals -> {
            DiscreteGame first = half(laboratory, WEAKEST, intervals);
            Solved solved = laboratory.solve(first, gathered(first));
            for (double at = WEAKEST - 1; at >= c; at--) {
                Guess before =
                        new Guess(solved.equilibrium().u(), solved.equilibrium().m());
                solved = laboratory.solve(half(laboratory, at, intervals), before);
            }
            return new double[] {solved.constant(), amplitude(solved)};
        });
    }

    private static DiscreteGame half(Laboratory laboratory, double c, int intervals) {
        MeanFieldGame game =
                quadratic(laboratory.mfg(), Domain.interval(0, 0.5), c / 2).build();
        return laboratory.discretize(game, CENTRAL, 1, intervals + 1);
    }

    /** Both halves have the same part. */
    private static double amplitude(Solved solved) {
        double sum = 0;
        for (int i = 0; i < solved.game().space().size(); i++) {
            double cosine = Math.cos(2 * Math.PI * solved.game().grid().coordinate(i, 0));
            sum += 2 * solved.game().space().weight(i) * solved.equilibrium().u()[i] * cosine;
        }
        return sum;
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
