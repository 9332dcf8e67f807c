package org.mfg.solvers.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.PreconditionedLinearization;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.nested.NestedSolver;
import org.mfg.solvers.nested.Prolongation;
import org.mfg.solvers.parallel.Workers;

/** Newton's linear systems with multigrid: counts at equilibria, and the same equilibrium as without. */
class PreconditionerTest {
    /** design/regimes counts 7 to 14 steps to 1e-8 on converged points, whatever the grid and the viscosity. */
    private static final int MOST_STEPS = 15;

    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));

    private static MeanFieldGameBuilder game(
            Domain domain, Hamiltonian hamiltonian, double viscosity, LocalCoupling coupling) {
        return MeanFieldGame.builder("small")
                .domain(domain)
                .horizon(1)
                .viscosity(viscosity)
                .hamiltonian(hamiltonian)
                .coupling(coupling)
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> Arrays.stream(x)
                        .map(xk -> Math.exp(-50 * (xk - 0.3) * (xk - 0.3)))
                        .reduce(1, (a, b) -> a * b));
    }

    /** F = λ m^γ. */
    private static LocalCoupling power(double lambda, double gamma) {
        return new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return lambda * Math.pow(m, gamma);
            }

            @Override
            public double densityDerivative(double t, double[] x, double m) {
                return lambda * gamma * Math.pow(m, gamma - 1);
            }
        };
    }

    private static DiscreteGame on(MeanFieldGameBuilder game, int steps, int... nodes) {
        MeanFieldGame built = game.build();
        return new UpwindDiscretization().discretize(built, Grid.of(built.domain(), nodes), built.timeGrid(steps));
    }

    private static Equilibrium solve(DiscreteGame game, Preconditioner preconditioner, double tolerance) {
        KrylovSettings krylov = new KrylovSettings(0.01, 500, 100, preconditioner);
        return new NestedSolver(
                        new NewtonSolver(new StoppingRule(1e-4, 60), krylov, true),
                        new NewtonSolver(new StoppingRule(tolerance, 60), krylov, true),
                        5)
                .solve(game);
    }

    /** The Krylov steps to 1e-8 at the equilibrium, for a smooth right-hand side; the true residual is checked. */
    private static int steps(DiscreteGame game) {
        Equilibrium equilibrium = solve(game, Preconditioner.MULTIGRID, 1e-8);
        assertThat(equilibrium.status()).isEqualTo(Status.CONVERGED);
        PreconditionedLinearization a = (PreconditionedLinearization) game.linearize(equilibrium.u(), equilibrium.m());
        assertThat(a.prepare()).isTrue();
        int size = game.size();
        int n = game.grid().size();
        double[] r = new double[size];
        for (int i = 0; i < size - n; i++) {
            boolean isUnknown = !game.grid().isWall(i % n) && !game.grid().isExit(i % n);
            r[i] = isUnknown ? Math.cos(3 * game.grid().coordinate(i % n, 0)) : 0;
        }
        double[] dm = new double[size];
        double[] z = new double[size];
        double[] y = new double[size];
        Gmres.Result result = new Gmres(60, Workers.of(1))
                .solve(
                        (x, image) -> {
                            a.forward(x, null, dm);
                            a.image(dm, x, image);
                        },
                        a::precondition,
                        Gmres.RightHandSide.of(r),
                        z,
                        1e-8,
                        60,
                        (steps, relative) -> true);
        a.forward(z, null, dm);
        a.image(dm, z, y);
        double left = 0;
        double all = 0;
        for (int i = 0; i < size; i++) {
            left += (y[i] - r[i]) * (y[i] - r[i]);
            all += r[i] * r[i];
        }
        // Slices in the plane are solved to 1e-8.
        assertThat(Math.sqrt(left / all)).isLessThan(1e-7);
        return result.steps();
    }

    static Stream<Arguments> hardGames() {
        Hamiltonian quadratic = Hamiltonians.quadratic();
        Domain line = SmallGames.INTERVAL;
        return Stream.of(
                Arguments.of("easy", on(game(line, quadratic, 0.01, power(0.5, 1)), 60, 60)),
                Arguments.of("(1e-3, 5, 1)", on(game(line, quadratic, 1e-3, power(5, 1)), 60, 60)),
                Arguments.of("(1e-4, 5, 1)", on(game(line, quadratic, 1e-4, power(5, 1)), 60, 61)),
                Arguments.of("(1e-3, 5, 3)", on(game(line, quadratic, 1e-3, power(5, 3)), 60, 61)),
                Arguments.of("(1e-3, 5, 1/2)", on(game(line, quadratic, 1e-3, power(5, 0.5)), 60, 61)),
                Arguments.of("ring", on(game(SmallGames.RING, quadratic, 1e-3, power(5, 1)), 60, 61)),
                Arguments.of("cubic", on(game(line, Hamiltonians.power(3, 0), 1e-3, power(5, 1)), 60, 61)),
                Arguments.of("exit", on(game(SmallGames.CORRIDOR, quadratic, 1e-3, power(5, 1)), 60, 60)),
                Arguments.of(
                        "terminal coupling",
                        on(game(line, quadratic, 1e-3, power(5, 1)).terminalCoupling(power(1, 1)), 60, 60)),
                Arguments.of("plane", on(game(SQUARE, quadratic, 1e-3, power(5, 1)), 12, 17, 17)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hardGames")
    void aFewKrylovStepsSolveTheSystemAtAnEquilibrium(String name, DiscreteGame game) {
        assertThat(steps(game)).as(name).isLessThanOrEqualTo(MOST_STEPS);
    }

    static Stream<Arguments> games() {
        Hamiltonian quadratic = Hamiltonians.quadratic();
        Domain rooms = SQUARE.withObstacles(Region.box(new double[] {0.55, -1}, new double[] {0.65, 0.4}));
        Domain cube = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1), Axis.periodic("z", 0, 1));
        Domain door = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0)), Axis.noFlux("y", 0, 1));
        return Stream.of(
                Arguments.of("line", on(game(SmallGames.INTERVAL, quadratic, 1e-3, power(5, 2)), 40, 40)),
                Arguments.of(
                        "congestion",
                        on(game(SmallGames.INTERVAL, Hamiltonians.power(2, 0.5), 1e-2, power(1, 1)), 30, 30)),
                Arguments.of("walls", on(game(rooms, quadratic, 0.01, power(2, 1)), 8, 15, 14)),
                Arguments.of("exit", on(game(door, quadratic, 0.01, power(2, 1)), 8, 13, 12)),
                Arguments.of("radial", on(game(SQUARE, Hamiltonians.power(3, 0), 0.01, power(2, 1)), 8, 13, 12)),
                Arguments.of("space", on(game(cube, quadratic, 0.01, power(2, 1)), 6, 9, 8, 8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("games")
    void theEquilibriumIsThatWithoutThePreconditioner(String name, DiscreteGame game) {
        Equilibrium plain = solve(game, Preconditioner.NONE, 1e-10);
        Equilibrium preconditioned = solve(game, Preconditioner.MULTIGRID, 1e-10);
        assertThat(preconditioned.status()).as(name).isEqualTo(Status.CONVERGED);
        assertThat(preconditioned.message())
                .containsPattern("Multigrid preconditioned [1-9][0-9]* of the [1-9][0-9]* linear systems");
        assertThat(plain.message()).doesNotContain("Multigrid");
        // The residuals are at most 1e-10; the inverse of the coupled system takes that to some 1e-8.
        assertThat(preconditioned.u()).containsExactly(plain.u(), within(1e-6));
        assertThat(preconditioned.m()).containsExactly(plain.m(), within(1e-6));
    }

    @Test
    void leftToChooseAnEasyGameIsSolvedWithout() {
        DiscreteGame easy = on(game(SmallGames.INTERVAL, Hamiltonians.quadratic(), 0.01, power(0.5, 1)), 50, 50);
        Equilibrium chosen = solve(easy, Preconditioner.AUTO, 1e-10);
        Equilibrium plain = solve(easy, Preconditioner.NONE, 1e-10);
        assertThat(chosen.u()).containsExactly(plain.u());
        assertThat(chosen.message()).isEqualTo(plain.message());
        assertThat(chosen.history().get(1).sweeps())
                .isEqualTo(plain.history().get(1).sweeps());
    }

    /** F[m] = λ ∫ exp(-(x - y)²/(2σ²)) m(y) dy on a line. */
    private static Coupling kernel(double lambda, double sigma) {
        return (grid, time) -> new DiscreteCoupling() {
            @Override
            public void addValue(double[] m, int first, int last, double[] out) {
                addDerivative(m, m, first, last, out);
            }

            @Override
            public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                int n = grid.size();
                double[] w = grid.weights();
                for (int at = first * n; at < (last + 1) * n; at++) {
                    for (int i = 0; i < n; i++) {
                        double z = (grid.coordinate(at % n, 0) - grid.coordinate(i, 0)) / sigma;
                        out[at] += lambda * Math.exp(-z * z / 2) * w[i] * dm[at - at % n + i];
                    }
                }
            }
        };
    }

    static Stream<Arguments> gamesOfAllKinds() {
        Hamiltonian quadratic = Hamiltonians.quadratic();
        Hamiltonian congested = Hamiltonians.power(2, 0.5);
        Domain line = SmallGames.INTERVAL;
        Domain rooms = SQUARE.withObstacles(Region.box(new double[] {0.45, -1}, new double[] {0.55, 0.4}))
                .withObstacles(Region.box(new double[] {0.45, 0.7}, new double[] {0.55, 2}));
        Domain door = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0)), Axis.noFlux("y", 0, 1));
        return Stream.of(
                Arguments.of("tutorial", 1.0, on(game(line, quadratic, 0.01, power(0.5, 1)), 100, 100)),
                Arguments.of("small viscosity", 0.5, on(game(line, quadratic, 1e-3, power(5, 1)), 100, 100)),
                Arguments.of("strong coupling", 0.1, on(game(line, quadratic, 1e-4, power(50, 1)), 60, 60)),
                Arguments.of("steep coupling", 0.3, on(game(line, quadratic, 1e-3, power(5, 3)), 60, 60)),
                Arguments.of("flat coupling", 0.5, on(game(line, quadratic, 1e-3, power(5, 0.5)), 60, 60)),
                Arguments.of("cubic", 0.6, on(game(line, Hamiltonians.power(3, 0), 1e-3, power(5, 1)), 60, 60)),
                Arguments.of("congestion", 0.5, on(game(line, congested, 1e-3, power(5, 1)), 60, 60)),
                Arguments.of("exit", 0.6, on(game(SmallGames.CORRIDOR, quadratic, 1e-3, power(5, 1)), 60, 60)),
                Arguments.of(
                        "terminal coupling",
                        0.4,
                        on(game(line, quadratic, 1e-3, power(5, 1)).terminalCoupling(power(1, 1)), 60, 60)),
                Arguments.of(
                        "non-local",
                        1.0,
                        on(game(line, quadratic, 1e-3, power(0.5, 1)).coupling(kernel(5, 0.1)), 60, 60)),
                Arguments.of("plane", 0.3, on(game(SQUARE, quadratic, 1e-3, power(5, 1)), 16, 25, 25)),
                Arguments.of("door", 0.4, on(game(rooms, quadratic, 1e-3, power(5, 1)), 16, 25, 25)),
                Arguments.of("congested door", 0.4, on(game(rooms, congested, 1e-3, power(5, 1)), 16, 25, 25)),
                Arguments.of("exit in the plane", 0.6, on(game(door, congested, 1e-3, power(1, 1)), 16, 25, 25)));
    }

    /**
     * Sweeps on the finest grid, as NewtonSolver counts them.
     *
     * @param share of the sweeps without: measured, and rounded up
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("gamesOfAllKinds")
    void leftToChooseItIsNeverMuchWorseThanWithout(String name, double share, DiscreteGame game) {
        int chosen = sweeps(solve(game, Preconditioner.AUTO, 1e-8));
        int plain = sweeps(solve(game, Preconditioner.NONE, 1e-8));
        assertThat(chosen).as(name + ", without " + plain).isLessThanOrEqualTo((int) (share * plain));
    }

    private static int sweeps(Equilibrium equilibrium) {
        assertThat(equilibrium.status()).isEqualTo(Status.CONVERGED);
        return equilibrium.history().stream().mapToInt(i -> i.sweeps()).sum();
    }

    /** Far from the equilibrium neither form gets on; GMRES alone takes up to a thousand sweeps a system there, on 100 nodes. */
    @Test
    void noSystemOfASmallGridTakesMuchMoreThanAnExactSolution() {
        MeanFieldGameBuilder hard = game(SmallGames.INTERVAL, Hamiltonians.power(3, 0), 0, power(50, 3));
        DiscreteGame game = on(hard, 60, 60);
        // Of longer time steps, which is far away.
        Guess start = Prolongation.to(game, solve(on(hard, 30, 30), Preconditioner.AUTO, 1e-4));
        Equilibrium chosen = new NewtonSolver(new StoppingRule(1e-8, 60)).solve(game, start, Monitor.NONE);
        assertThat(chosen.status()).isEqualTo(Status.CONVERGED);
        assertThat(chosen.message()).contains("solved exactly");
        // A hundred, those that a form makes before it is judged (8 and 5 of 6), and 8/3 n³/(250 n) of the exact
        // solution, n = 60.
        assertThat(chosen.history()).allMatch(i -> i.sweeps() <= 100 + 38 + 39);
    }

    @Test
    void withoutACouplingThereIsNothingToPrecondition() {
        DiscreteGame game = on(game(SmallGames.INTERVAL, Hamiltonians.quadratic(), 0.01, power(0, 1)), 20, 20);
        Equilibrium alone = solve(game, Preconditioner.MULTIGRID, 1e-10);
        assertThat(alone.status()).isEqualTo(Status.CONVERGED);
    }
}
