package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** ⟨a, B b⟩ = ⟨Bᵀa, b⟩ for random a and b, of both linearised sweeps B with their two arguments. */
class TransposedSweepsTest {
    private static final int NODES = 14;
    private static final int STEPS = 4;

    static Stream<Arguments> onALine() {
        List<Hamiltonian> hamiltonians = List.of(
                Hamiltonians.quadratic(),
                Hamiltonians.drifting(),
                Hamiltonians.power(2, 0.5),
                Hamiltonians.driftingInACrowd(),
                Hamiltonians.unstructured());
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR)
                .flatMap(domain -> hamiltonians.stream()
                        .flatMap(h -> Stream.of(0.0, 0.7).map(discount -> Arguments.of(domain, h, discount))));
    }

    @ParameterizedTest
    @MethodSource("onALine")
    void upwind(Domain domain, Hamiltonian hamiltonian, double discount) {
        check(game(domain, hamiltonian, discount), new UpwindDiscretization(), 1e-12);
    }

    static Stream<Arguments> crankNicolson() {
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING)
                .flatMap(domain -> Stream.of(0.0, 0.7)
                        .flatMap(discount -> Stream.of(0.5, 0.8).map(theta -> Arguments.of(domain, discount, theta))));
    }

    @ParameterizedTest
    @MethodSource("crankNicolson")
    void timeStepsOfAnyWeight(Domain domain, double discount, double theta) {
        Discretization discretization = new CrankNicolsonDiscretization(1, theta, Differences.CENTRAL);
        check(game(domain, Hamiltonians.quadratic(), discount), discretization, 1e-12);
    }

    static Stream<Arguments> stationary() {
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING)
                .flatMap(domain -> Stream.of(Hamiltonians.quadratic(), Hamiltonians.power(2, 0.5))
                        .flatMap(h -> Stream.of(0.0, 0.7).map(discount -> Arguments.of(domain, h, discount))));
    }

    /** On a ring, and where the Hamiltonian depends on the density, the systems are solved by iterations, to 1e-12. */
    @ParameterizedTest
    @MethodSource("stationary")
    void stationaryGames(Domain domain, Hamiltonian hamiltonian, double discount) {
        MeanFieldGameBuilder game = stationary(domain, hamiltonian, discount);
        boolean isDirect = domain == SmallGames.INTERVAL && !hamiltonian.dependsOnDensity();
        check(game, new UpwindDiscretization(), isDirect ? 1e-11 : 1e-9);
    }

    @ParameterizedTest
    @MethodSource("stationaryPlanes")
    void inThePlane(boolean isStationary) {
        Domain plane = Domain.of(Axis.periodic("x", 0, 1), Axis.noFlux("y", 0, 1));
        MeanFieldGameBuilder game = isStationary
                ? stationary(plane, Hamiltonians.quadratic(), 0)
                : game(plane, Hamiltonians.quadratic(), 0);
        check(game, new UpwindDiscretization(), 1e-10);
    }

    static Stream<Boolean> stationaryPlanes() {
        return Stream.of(true, false);
    }

    private static MeanFieldGameBuilder stationary(Domain domain, Hamiltonian hamiltonian, double discount) {
        return MeanFieldGame.builder("stationary")
                .domain(domain)
                .forever()
                .viscosity(0.05)
                .hamiltonian(hamiltonian)
                .discount(discount)
                .runningCost((t, x) -> Math.cos(2 * Math.PI * x[0]))
                .coupling(SmallGames.crowdAversion(0.5))
                .coupling(oneSided());
    }

    private static MeanFieldGameBuilder game(Domain domain, Hamiltonian hamiltonian, double discount) {
        return SmallGames.tutorial(domain, hamiltonian)
                .viscosity(0.05)
                .discount(discount)
                .coupling(oneSided());
    }

    /** F[m]_i = Σ_l w_l k(i, l) m_l² with a kernel that is not symmetric. */
    private static Coupling oneSided() {
        return (grid, time) -> new DiscreteCoupling() {
            private double kernel(int i, int l) {
                return 0.1 * Math.exp(grid.coordinate(i, 0)) * (1 + 2 * grid.coordinate(l, 0));
            }

            @Override
            public void addValue(double[] m, int first, int last, double[] out) {
                int n = grid.size();
                for (int at = first * n; at <= last * n; at += n) {
                    for (int i = 0; i < n; i++) {
                        for (int l = 0; l < n; l++) {
                            out[at + i] += grid.weight(l) * kernel(i, l) * m[at + l] * m[at + l];
                        }
                    }
                }
            }

            @Override
            public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                int n = grid.size();
                for (int at = first * n; at <= last * n; at += n) {
                    for (int i = 0; i < n; i++) {
                        for (int l = 0; l < n; l++) {
                            out[at + i] += grid.weight(l) * kernel(i, l) * 2 * m[at + l] * dm[at + l];
                        }
                    }
                }
            }

            @Override
            public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
                int n = grid.size();
                for (int at = first * n; at <= last * n; at += n) {
                    for (int i = 0; i < n; i++) {
                        for (int l = 0; l < n; l++) {
                            out[at + i] += grid.weight(l) * kernel(l, i) * 2 * m[at + i] * dv[at + l];
                        }
                    }
                }
            }
        };
    }

    private static void check(MeanFieldGameBuilder builder, Discretization discretization, double tolerance) {
        MeanFieldGame game = builder.build();
        DiscreteGame discrete = discretization.discretize(
                game, Grid.of(game.domain(), NODES), game.timeGrid(game.isStationary() ? 1 : STEPS));
        int size = discrete.size();
        Random random = new Random(1);
        double[] u = random(random, size, 0.05);
        double[] m = new double[size];
        discrete.forward(u, m);
        Linearization linearization = discrete.linearize(u, m);
        linearization.solveExactly();
        double[] out = random(random, size, 1);
        double[] first = random(random, size, 1);
        double[] source = random(random, size, 1);
        double[] image = new double[size];
        double[] firstBack = new double[size];
        double[] sourceBack = new double[size];

        linearization.backward(first, source, image);
        linearization.backwardTransposed(out, firstBack, sourceBack);
        double expected = dot(first, firstBack) + dot(source, sourceBack);
        assertThat(dot(out, image)).isCloseTo(expected, within(tolerance * size(out, image)));

        linearization.forward(first, source, image);
        linearization.forwardTransposed(out, firstBack, sourceBack);
        expected = dot(first, firstBack) + dot(source, sourceBack);
        assertThat(dot(out, image)).isCloseTo(expected, within(tolerance * size(out, image)));
    }

    private static double[] random(Random random, int size, double scale) {
        return random.doubles(size, -scale, scale).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** ‖a‖ ‖b‖. */
    private static double size(double[] a, double[] b) {
        return Math.sqrt(dot(a, a) * dot(b, b));
    }
}
