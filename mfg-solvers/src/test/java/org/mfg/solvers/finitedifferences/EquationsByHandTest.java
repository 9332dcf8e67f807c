package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.SmallGames;

/** The residuals, policies and entries of a game with everything, against {@link LineEquations}. */
class EquationsByHandTest {
    private static final int NODES = 12;
    private static final int STEPS = 4;
    private static final double DT = 0.5 / STEPS;
    private static final double DISCOUNT = 0.7;
    /** Some hundreds of roundings of numbers below 1e3: diffusion over the square of the smallest spacing. */
    private static final double ROUND_OFF = 1e-11;

    /** A place to stand, with what stands there. */
    private record Line(String name, Domain domain, double[] x, double length) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Line> lines() {
        double[] even =
                IntStream.range(0, NODES).mapToDouble(i -> i / (NODES - 1.0)).toArray();
        double[] graded = Arrays.stream(even).map(s -> s * s).toArray();
        double[] ring =
                IntStream.range(0, NODES).mapToDouble(i -> (double) i / NODES).toArray();
        return Stream.of(
                new Line("interval", SmallGames.INTERVAL, even, 0),
                new Line("graded", Domain.of(Axis.noFlux("x", 0, 1).graded(Grading.power(2))), graded, 0),
                new Line("ring", SmallGames.RING, ring, 1));
    }

    static Stream<Arguments> implicit() {
        return lines().flatMap(line -> Stream.of(Differences.values()).map(d -> Arguments.of(line, d)));
    }

    static Stream<Arguments> weighted() {
        return implicit()
                .flatMap(a -> Stream.of(0.5, 0.6, 1.0).map(theta -> Arguments.of(a.get()[0], a.get()[1], theta)));
    }

    @ParameterizedTest
    @MethodSource("implicit")
    void theImplicitStepsAreThoseOfTheDocuments(Line line, Differences differences) {
        Case c = new Case(line, new UpwindDiscretization(1, 0, differences), differences);
        double[] backward = c.backwardResidual();
        double[] forward = c.forwardResidual();
        for (int j = 0; j < STEPS; j++) {
            double t = (j + 1) * DT;
            double[] u = c.slice(c.u, j);
            double[] m = c.slice(c.m, j + 1);
            double[] operator = c.equations.operator(t, u, m);
            RealVector flow = c.masses(m).add(c.transposed(t, u, DT).operate(c.masses(m)));
            RealVector balance = flow.subtract(c.masses(c.slice(c.m, j)))
                    .subtract(c.equations.source(t).mapMultiply(DT));
            for (int i = 0; i < NODES; i++) {
                double left = (1 + DISCOUNT * DT) * u[i] - c.u[(j + 1) * NODES + i];
                assertThat(backward[j * NODES + i]).isCloseTo(left + DT * operator[i], within(ROUND_OFF));
                assertThat(forward[(j + 1) * NODES + i])
                        .isCloseTo(balance.getEntry(i) / c.equations.weight(i), within(ROUND_OFF));
            }
        }
        c.assertEnds(backward, forward);
    }

    @ParameterizedTest
    @MethodSource("weighted")
    void theWeightedStepsAreThoseOfTheDocuments(Line line, Differences differences, double given) {
        Case c = new Case(line, new CrankNicolsonDiscretization(1, given, differences, true), differences);
        double[] backward = c.backwardResidual();
        double[] forward = c.forwardResidual();
        double[] density = new double[NODES];
        for (int j = 0; j < STEPS; j++) {
            double[] here = c.discounted(j);
            double[] next = c.discounted(j + 1);
            double theta = c.theta(j, given);
            RealVector multiplier = c.multiplier(j, theta);
            RealVector end = multiplier
                    .subtract(c.transposed((j + 1) * DT, c.slice(c.u, j + 1), (1 - theta) * DT)
                            .operate(multiplier))
                    .add(c.equations.source((j + 1) * DT).mapMultiply((1 - theta) * DT));
            c.game.stepDensity(c.u, c.m, j, density);
            for (int i = 0; i < NODES; i++) {
                double change = c.u[j * NODES + i] - c.u[(j + 1) * NODES + i];
                assertThat(backward[j * NODES + i])
                        .isCloseTo(change + DT * (theta * here[i] + (1 - theta) * next[i]), within(ROUND_OFF));
                assertThat(forward[(j + 1) * NODES + i])
                        .isCloseTo(
                                c.m[(j + 1) * NODES + i] - end.getEntry(i) / c.equations.weight(i), within(ROUND_OFF));
                assertThat(density[i]).isCloseTo(multiplier.getEntry(i) / c.equations.weight(i), within(ROUND_OFF));
            }
        }
        c.assertEnds(backward, forward);
    }

    @ParameterizedTest
    @MethodSource("implicit")
    void anImplicitStepIsPlayedAtItsBeginningAgainstTheCrowdAtItsEnd(Line line, Differences differences) {
        Case c = new Case(line, new UpwindDiscretization(1, 0, differences), differences);
        Policy policy = c.game.policy(c.u, c.m);
        // Not in their order: each step is loaded when it is asked for.
        for (int j : new int[] {2, 0, 3, 1}) {
            double t = (j + 1) * DT;
            double[] m = c.slice(c.m, j + 1);
            for (int i = 0; i < NODES; i++) {
                LineEquations.Flux flux = c.equations.flux(t, c.slice(c.u, j), i);
                assertThat(policy.drift(j, i, 0)).isCloseTo(flux.drift(), within(ROUND_OFF));
                assertThat(policy.runningCost(j, i))
                        .isCloseTo(flux.cost() + c.equations.cost(t, m, i), within(ROUND_OFF));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("weighted")
    void aWeightedStepIsPlayedAtBothEnds(Line line, Differences differences, double given) {
        Case c = new Case(line, new CrankNicolsonDiscretization(1, given, differences, true), differences);
        Policy policy = c.game.policy(c.u, c.m);
        for (int j : new int[] {2, 0, 3, 1}) {
            for (int i = 0; i < NODES; i++) {
                double drift = 0;
                double cost = 0;
                for (int end = 0; end < 2; end++) {
                    double weight = end == 0 ? c.theta(j, given) : 1 - c.theta(j, given);
                    double t = (j + end) * DT;
                    LineEquations.Flux flux = c.equations.flux(t, c.slice(c.u, j + end), i);
                    drift += weight * flux.drift();
                    cost += weight * (flux.cost() + c.equations.cost(t, c.slice(c.m, j + end), i));
                }
                assertThat(policy.drift(j, i, 0)).isCloseTo(drift, within(ROUND_OFF));
                assertThat(policy.runningCost(j, i)).isCloseTo(cost, within(ROUND_OFF));
            }
        }
    }

    /** Nobody leaves; whoever enters counts as having left less, at the ends of implicit steps and by the weights of the others. */
    @ParameterizedTest
    @MethodSource("lines")
    void thoseWhoEnterAreCounted(Line line) {
        Case implicit = new Case(line, new UpwindDiscretization(1), Differences.UPWIND);
        Case weighted =
                new Case(line, new CrankNicolsonDiscretization(1, 0.5, Differences.CENTRAL, true), Differences.CENTRAL);
        double[] exited = new double[STEPS + 1];
        double[] exitedOfWeighted = new double[STEPS + 1];
        implicit.game.exitedMass(implicit.u, implicit.m, exited);
        weighted.game.exitedMass(weighted.u, weighted.m, exitedOfWeighted);
        double atEnds = 0;
        double byWeights = 0;
        double[] entered = new double[NODES];
        for (int j = 0; j <= STEPS; j++) {
            if (j > 0) {
                atEnds += DT * sum(implicit.equations.source(j * DT));
                double theta = weighted.theta(j - 1, 0.5);
                byWeights += DT
                        * (theta * sum(implicit.equations.source((j - 1) * DT))
                                + (1 - theta) * sum(implicit.equations.source(j * DT)));
            }
            assertThat(exited[j]).isCloseTo(-atEnds, within(1e-14));
            assertThat(exitedOfWeighted[j]).isCloseTo(-byWeights, within(1e-14));

            implicit.game.entryDensity(j, entered);
            for (int i = 0; i < NODES; i++) {
                double next = j < STEPS ? DT * WholeGame.source((j + 1) * DT, line.x[i]) : 0;
                assertThat(entered[i]).isCloseTo(next, within(1e-15));
            }
            weighted.game.entryDensity(j, entered);
            for (int i = 0; i < NODES; i++) {
                double share = (j < STEPS ? weighted.theta(j, 0.5) : 0) + (j > 0 ? 1 - weighted.theta(j - 1, 0.5) : 0);
                assertThat(entered[i]).isCloseTo(share * DT * WholeGame.source(j * DT, line.x[i]), within(1e-15));
            }
        }
    }

    private static double sum(RealVector v) {
        return Arrays.stream(v.toArray()).sum();
    }

    /** A discrete game with rough fields, and its equations. */
    private static final class Case {
        private final DiscreteGame game;
        private final LineEquations equations;
        private final double[] u;
        private final double[] m;

        Case(Line line, Discretization scheme, Differences differences) {
            MeanFieldGame whole = WholeGame.on(line.domain, DISCOUNT).build();
            game = scheme.discretize(whole, Grid.of(line.domain, NODES), whole.timeGrid(STEPS));
            equations = new LineEquations(line.x, line.length, differences == Differences.CENTRAL);
            u = SmallGames.noise(game.size(), 1);
            Arrays.setAll(u, i -> 0.1 * u[i]);
            m = SmallGames.randomDensity(game, 2);
        }

        double[] slice(double[] field, int level) {
            return Arrays.copyOfRange(field, level * NODES, (level + 1) * NODES);
        }

        RealVector masses(double[] density) {
            return equations.weights().operate(new ArrayRealVector(density));
        }

        /** factor A(u)ᵀ. */
        RealMatrix transposed(double t, double[] v, double factor) {
            return equations.derivative(t, v).transpose().scalarMultiply(factor);
        }

        /** E_j with its discount. */
        double[] discounted(int j) {
            double[] v = slice(u, j);
            double[] e = equations.operator(j * DT, v, slice(m, j));
            Arrays.setAll(e, i -> e[i] + DISCOUNT * v[i]);
            return e;
        }

        /** θ_j: the given one, but 1 at both ends, which are damped. */
        double theta(int j, double given) {
            return j > 0 && j < STEPS - 1 ? given : 1;
        }

        /** W λ of the step from level j on. */
        RealVector multiplier(int j, double theta) {
            RealMatrix s = MatrixUtils.createRealIdentityMatrix(NODES).add(transposed(j * DT, slice(u, j), theta * DT));
            RealVector entered = equations.source(j * DT).mapMultiply(theta * DT);
            return new LUDecomposition(s).getSolver().solve(masses(slice(m, j)).add(entered));
        }

        double[] backwardResidual() {
            double[] r = new double[game.size()];
            game.backwardResidual(u, m, r);
            return r;
        }

        double[] forwardResidual() {
            double[] r = new double[game.size()];
            game.forwardResidual(u, m, r);
            return r;
        }

        void assertEnds(double[] backward, double[] forward) {
            m[0] += 0.25;
            double[] moved = forwardResidual();
            assertThat(moved[0] - forward[0]).isCloseTo(0.25, within(1e-15));
            m[0] -= 0.25;
            int last = STEPS * NODES;
            for (int i = 0; i < NODES; i++) {
                double cost = equations.terminalCost(slice(m, STEPS), i);
                assertThat(backward[last + i]).isCloseTo(u[last + i] - cost, within(1e-14));
                assertThat(forward[i]).isZero();
            }
        }
    }
}
