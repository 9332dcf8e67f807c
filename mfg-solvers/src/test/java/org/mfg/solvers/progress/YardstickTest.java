package org.mfg.solvers.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.newton.NewtonSolver;

/** The measures of an iterate, against their definitions. */
class YardstickTest {
    private static final int NODES = 30;
    private static final int STEPS = 12;
    private static final double COUPLING = 0.5;

    static Stream<Domain> domains() {
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING);
    }

    /**
     * The cost that a population pays, by adding up what it pays: the running cost λ m and the price ½ |a|² of its drift at
     * each step, and the terminal cost. The best response's is ⟨m0, u(0)⟩.
     */
    @ParameterizedTest
    @MethodSource("domains")
    void exploitabilityIsWhatThePopulationPaysAboveItsBestResponse(Domain domain) {
        DiscreteGame game = game(domain);
        double[] u = SmallGames.noise(game.size(), 1);
        double[] m = new double[game.size()];
        game.forward(u, m);
        double[] best = new double[game.size()];
        game.backward(m, best);
        double expected = paid(game, u, m) - game.grid().integrate(product(m, best), 0);

        Iteration measured = new Yardstick(game).measure(0, u, m, 1, 0, 0);
        assertThat(expected).isPositive();
        // Slopes of u are up to 60: the population pays some hundreds.
        assertThat(measured.exploitability()).isCloseTo(expected, within(1e-11 * expected));
        assertThat(paid(game, best, forward(game, best)))
                .as("other populations pay other prices")
                .isNotCloseTo(paid(game, u, m), within(1.0));
    }

    /** Lengths in a unit that is 100 times as small, times in one that is 5 times as small: costs, length²/time, are 2000 times as large. */
    @Test
    void theGapOfAPressureDoesNotDependOnUnits() {
        double residual = residualOfPressure(1, 1);
        assertThat(residual).isGreaterThan(1e-3);
        assertThat(residualOfPressure(100, 5)).isCloseTo(residual, within(1e-12 * residual));
    }

    private static double residualOfPressure(double length, double time) {
        double cost = length * length / time;
        DiscreteGame game = SmallGames.discretize(
                MeanFieldGame.builder("units")
                        .domain(Domain.interval(0, length))
                        .horizon(time)
                        .viscosity(0.1 * cost)
                        .hamiltonian(Hamiltonians.quadratic())
                        .coupling(SmallGames.crowdAversion(cost / time * length))
                        .terminalCost(x -> 4 * cost * x[0] / length)
                        .initialDensity(x -> 1)
                        .ceiling((t, x) -> 3 / length)
                        .build(),
                NODES,
                STEPS);
        Guess guess = Guess.stationary(game);
        double[] m = forward(game, guess.u());
        double[] pressure = new double[game.size()];
        Arrays.fill(pressure, cost / time);
        game.setPressure(pressure);
        return new Yardstick(game).residuals(0, guess.u(), m, 1, 0, 0).hjbResidual();
    }

    @Test
    void noStrategyIsBetterThanTheBestResponse() {
        DiscreteGame game = game(SmallGames.INTERVAL);
        for (int seed = 0; seed < 50; seed++) {
            double[] u = SmallGames.noise(game.size(), seed);
            for (int i = 0; i < u.length; i++) {
                u[i] *= Math.pow(10, -seed / 10);
            }
            Iteration measured = new Yardstick(game).measure(0, u, forward(game, u), 1, 0, 0);
            assertThat(measured.exploitability()).isPositive();
            assertThat(measured.massDrift()).isLessThan(1e-12);
            assertThat(measured.fpResidual()).isLessThan(1e-12);
        }
    }

    @Test
    void atEquilibriumNobodyGainsAndTheDefectVanishes() {
        DiscreteGame game = game(SmallGames.INTERVAL);
        Equilibrium equilibrium = new NewtonSolver(new StoppingRule(1e-12, 50)).solve(game);
        assertThat(equilibrium.isConverged()).isTrue();
        assertThat(equilibrium.last().exploitability()).isCloseTo(0, within(1e-14));
        assertThat(equilibrium.last().defect()).isLessThan(1e-10);
    }

    @Test
    void residualsAreTheScaledOnesOfTheWaist() {
        DiscreteGame game = game(SmallGames.INTERVAL);
        double[] u = SmallGames.noise(game.size(), 3);
        for (int i = 0; i < u.length; i++) {
            u[i] *= 4;
        }
        double[] m = SmallGames.randomDensity(game, 4);
        double[] residual = new double[game.size()];
        double largest = 0;
        double largestU = 0;
        game.backwardResidual(u, m, residual);
        for (int i = 0; i < u.length; i++) {
            largest = Math.max(largest, Math.abs(residual[i]));
            largestU = Math.max(largestU, Math.abs(u[i]));
        }
        Iteration measured = new Yardstick(game).measure(0, u, m, 1, 0, 0);
        assertThat(measured.hjbResidual()).isEqualTo(largest / largestU);
        game.forwardResidual(u, m, residual);
        double largestSlice = 0;
        for (int j = 0; j <= STEPS; j++) {
            double sum = 0;
            for (int i = 0; i < NODES; i++) {
                sum += game.grid().weight(i) * Math.abs(residual[j * NODES + i]);
            }
            largestSlice = Math.max(largestSlice, sum);
        }
        assertThat(measured.fpResidual()).isEqualTo(largestSlice);
        assertThat(measured.residual()).isEqualTo(Math.max(measured.hjbResidual(), measured.fpResidual()));
    }

    /** A negative density is seen wherever it is: at each level, the last one too, and at the ends of the line. */
    @Test
    void theSmallestDensityIsThatOfAllLevelsAndNodes() {
        DiscreteGame game = game(SmallGames.INTERVAL);
        double[] u = SmallGames.noise(game.size(), 6);
        for (int level : new int[] {0, 1, STEPS - 1, STEPS}) {
            for (int node : new int[] {0, 11, NODES - 1}) {
                double[] m = forward(game, u);
                m[level * NODES + node] = -0.25;
                assertThat(new Yardstick(game).measure(0, u, m, 1, 0, 0).minDensity())
                        .as("level " + level + ", node " + node)
                        .isEqualTo(-0.25);
            }
        }
    }

    @Test
    void massThatLeftThroughAnExitIsNoDrift() {
        DiscreteGame game = game(SmallGames.CORRIDOR);
        double[] u = SmallGames.noise(game.size(), 5);
        Iteration measured = new Yardstick(game).measure(0, u, forward(game, u), 1, 0, 0);
        assertThat(measured.massDrift()).isLessThan(1e-12);
        assertThat(measured.minDensity()).as("exits, where it is 0, left out").isPositive();
    }

    /** The defect: how far the crowd of best responses is from m, in L² of space and time, against the length of m. */
    @Test
    void theDefectIsTheDistanceOfTheBestRespondingCrowd() {
        DiscreteGame game = game(SmallGames.INTERVAL);
        double[] m = forward(game, SmallGames.noise(game.size(), 8));
        double[] best = new double[game.size()];
        game.backward(m, best);
        double[] response = forward(game, best);
        double distance = 0;
        double length = 0;
        for (int j = 0; j <= STEPS; j++) {
            double[] squares = new double[NODES];
            double[] differences = new double[NODES];
            for (int i = 0; i < NODES; i++) {
                squares[i] = Math.pow(m[j * NODES + i], 2);
                differences[i] = Math.pow(response[j * NODES + i] - m[j * NODES + i], 2);
            }
            length += game.grid().integrate(squares, 0);
            distance += game.grid().integrate(differences, 0);
        }
        double expected = Math.sqrt(distance / length);

        Iteration measured = new Yardstick(game).measure(0, SmallGames.noise(game.size(), 8), m, 1, 0, 0);
        assertThat(expected).isGreaterThan(0.1);
        assertThat(measured.defect()).isCloseTo(expected, within(1e-12));
    }

    /** The best response that nobody's presence changes is found once: later iterates are measured with it as by themselves. */
    @Test
    void whereNobodyFeelsTheCrowdAnIterateIsMeasuredTheSameFirstAndLater() {
        MeanFieldGame alone = MeanFieldGame.builder("alone")
                .domain(SmallGames.INTERVAL)
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(Hamiltonians.quadratic())
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> 1)
                .build();
        DiscreteGame game = SmallGames.discretize(alone, NODES, STEPS);
        Yardstick used = new Yardstick(game);
        for (int seed = 0; seed < 4; seed++) {
            double[] u = SmallGames.noise(game.size(), seed);
            double[] m = forward(game, u);
            Iteration later = used.measure(seed, u, m, 1, 0, 0);
            Iteration first = new Yardstick(game).measure(seed, u, m, 1, 0, 0);
            assertThat(later.defect()).isCloseTo(first.defect(), within(1e-12));
            assertThat(later.exploitability())
                    .isCloseTo(first.exploitability(), within(1e-11 * first.exploitability()));
            if (seed == 2) {
                used.attainable(u, m);
            }
        }
    }

    /** Mass that appears or is lost at one level is seen there, whichever level it is. */
    @Test
    void theMassDriftIsTheLargestChangeOfMassAtAnyLevel() {
        DiscreteGame game = game(SmallGames.INTERVAL);
        double[] u = SmallGames.noise(game.size(), 6);
        for (int level : new int[] {0, 1, STEPS}) {
            for (double change : new double[] {0.3, -0.2}) {
                double[] m = forward(game, u);
                m[level * NODES + 4] += change / game.grid().weight(4);
                assertThat(new Yardstick(game).measure(0, u, m, 1, 0, 0).massDrift())
                        .as(change + " at level " + level)
                        .isCloseTo(Math.abs(change), within(1e-12));
            }
        }
    }

    /**
     * Round-off of an iterate is what moving its last digits does, not what its residual is: it is found again by moves 2²⁰ times as large,
     * whose effect is 2²⁰ times that. Far from equilibrium, and for values above and below the 1 that residuals are scaled by at least.
     */
    @Test
    void theAttainableResidualIsTheEffectOfTheLastDigits() {
        DiscreteGame game = game(SmallGames.RING);
        for (double size : new double[] {1, 30}) {
            double[] u = SmallGames.noise(game.size(), 11);
            for (int i = 0; i < u.length; i++) {
                u[i] *= size;
            }
            double[] here = new double[u.length];
            game.backwardResidual(u, forward(game, u), here);
            double expected = 0;
            for (int seed = 0; seed < 3; seed++) {
                double[] moved = u.clone();
                double[] there = new double[u.length];
                double[] sign = SmallGames.noise(u.length, seed);
                for (int i = 0; i < u.length; i++) {
                    moved[i] += Math.signum(sign[i]) * 0x1p20 * Math.ulp(u[i]);
                }
                game.backwardResidual(moved, forward(game, moved), there);
                for (int i = 0; i < u.length; i++) {
                    expected = Math.max(expected, Math.abs(there[i] - here[i]) / Math.max(1, size) / 0x1p20);
                }
            }
            double[] m = forward(game, u);
            // Other random signs, and values up to 0.99 times the size.
            assertThat(new Yardstick(game).attainable(u, m)).as("size " + size).isBetween(expected / 2, 2 * expected);
            assertThat(new Yardstick(game).measure(0, u, m, 1, 0, 0).residual()).isGreaterThan(1e6 * expected);
        }
    }

    /** What the population m pays for the strategy u, H = p²/2. */
    private static double paid(DiscreteGame game, double[] u, double[] m) {
        double dt = game.time().step(0);
        boolean ring = game.grid().domain().axis(0).isPeriodic();
        double h = game.grid().spacing(0);
        double sum = 0;
        for (int j = 0; j <= STEPS; j++) {
            for (int i = 0; i < NODES; i++) {
                double crowd = game.grid().weight(i) * m[Math.min(j + 1, STEPS) * NODES + i];
                if (j == STEPS) {
                    double x = game.grid().coordinate(i, 0) - 0.7;
                    sum += crowd * 0.5 * x * x;
                } else {
                    double here = u[j * NODES + i];
                    double fromBelow = i > 0 || ring ? here - u[j * NODES + (i + NODES - 1) % NODES] : 0;
                    double toAbove = i < NODES - 1 || ring ? u[j * NODES + (i + 1) % NODES] - here : 0;
                    double left = Math.max(fromBelow / h, 0);
                    double right = Math.min(toAbove / h, 0);
                    double density = m[(j + 1) * NODES + i];
                    sum += crowd * dt * (COUPLING * density + 0.5 * (left * left + right * right));
                }
            }
        }
        return sum;
    }

    private static DiscreteGame game(Domain domain) {
        return SmallGames.discretize(
                SmallGames.tutorial(domain, Hamiltonians.quadratic()).build(), NODES, STEPS);
    }

    private static double[] forward(DiscreteGame game, double[] u) {
        double[] m = new double[game.size()];
        game.forward(u, m);
        return m;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = a.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= b[i];
        }
        return product;
    }
}
