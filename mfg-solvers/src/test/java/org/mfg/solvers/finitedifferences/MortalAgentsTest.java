package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Policy;
import org.mfg.api.discrete.PolicyCost;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.testkit.DiscretizationKit;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.agents.AgentSimulation;
import org.mfg.solvers.newton.NewtonSolver;

/** Agents who die at the rate η and are replaced by newborns. */
class MortalAgentsTest {
    private static final double ETA = 0.4;
    private static final double NU = 0.05;
    private static final int NODES = 21;

    /** Of those who stand still. */
    private static final Hamiltonian NONE = new RadialHamiltonian() {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return 0;
        }
    };

    private static MeanFieldGameBuilder mortal(Domain domain, Hamiltonian hamiltonian) {
        return SmallGames.tutorial(domain, hamiltonian).viscosity(NU).death(ETA, x -> 1 + Math.cos(Math.PI * x[0]));
    }

    /** The same without an end. */
    private static MeanFieldGameBuilder endless(Domain domain, Hamiltonian hamiltonian) {
        return MeanFieldGame.builder("mortal")
                .domain(domain)
                .forever()
                .viscosity(NU)
                .hamiltonian(hamiltonian)
                .coupling(SmallGames.crowdAversion(0.5))
                .runningCost((t, x) -> x[0] * x[0])
                .death(ETA, x -> 1 + Math.cos(Math.PI * x[0]));
    }

    static Stream<Discretization> schemes() {
        return Stream.of(
                new UpwindDiscretization(1),
                new UpwindDiscretization(1, 0, Differences.CENTRAL),
                new CrankNicolsonDiscretization(1),
                new CrankNicolsonDiscretization(1, 0.6, Differences.UPWIND));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeKeepsItsPromises(Discretization scheme) {
        Domain moods = Domain.of(Axis.noFlux("x", 0, 1), Axis.states("mood", States.two("calm", "cross", 0.5, 1)));
        Domain plane = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));
        for (Domain domain : new Domain[] {SmallGames.INTERVAL, moods, plane}) {
            Grid grid = domain.positionAxes() == 1 ? Grid.of(domain, 14) : Grid.of(domain, 9, 8);
            for (double discount : new double[] {0, 0.7}) {
                MeanFieldGame ends = mortal(domain, Hamiltonians.quadratic())
                        .discount(discount)
                        .build();
                DiscretizationKit.check(scheme.discretize(ends, grid, ends.timeGrid(4)), false);
                MeanFieldGame stays = endless(domain, Hamiltonians.quadratic())
                        .discount(discount)
                        .build();
                DiscretizationKit.check(scheme.discretize(stays, grid, stays.timeGrid(1)), false);
            }
        }
    }

    /** Drifts that depend on the density have other matrices in Fokker-Planck's linearisation. */
    @Test
    void soItDoesInACrowdThatSlowsAgentsDown() {
        MeanFieldGame ends =
                mortal(SmallGames.INTERVAL, Hamiltonians.driftingInACrowd()).build();
        DiscretizationKit.check(SmallGames.discretize(ends, 14, 4), true);
        MeanFieldGame stays =
                endless(SmallGames.INTERVAL, Hamiltonians.driftingInACrowd()).build();
        DiscretizationKit.check(SmallGames.discretize(stays, 14, 1), true);
    }

    /** cos(πx) is a mode of the discrete Laplacian too, so newborns 1 + cos(πx) make the crowd 1 + η/(η + νλ) cos(πx), to round-off. */
    @Test
    void theCrowdOfThoseWhoDoNotDriftIsKnown() {
        DiscreteGame game =
                SmallGames.discretize(endless(SmallGames.INTERVAL, NONE).build(), NODES, 1);
        double[] m = new double[game.size()];
        game.forward(new double[game.size()], m);
        double part = ETA / (ETA + NU * eigenvalue());
        for (int i = 0; i < m.length; i++) {
            assertThat(m[i]).isCloseTo(1 + part * mode(i % NODES), within(1e-13));
        }
    }

    /** And with an end, (1 + Δt (η + νλ)) A' = A + Δt η, from A = 0. */
    @Test
    void soIsItsReturnToIt() {
        int steps = 7;
        MeanFieldGame game =
                mortal(SmallGames.INTERVAL, NONE).initialDensity(x -> 1).build();
        DiscreteGame discrete = SmallGames.discretize(game, NODES, steps);
        double[] m = new double[discrete.size()];
        discrete.forward(new double[discrete.size()], m);
        double dt = 1.0 / steps;
        double amplitude = 0;
        for (int j = 0; j <= steps; j++) {
            for (int i = 0; i < NODES; i++) {
                assertThat(m[j * NODES + i]).isCloseTo(1 + amplitude * mode(i), within(1e-13));
            }
            amplitude = (amplitude + dt * ETA) / (1 + dt * (ETA + NU * eigenvalue()));
        }
    }

    /** Nobody pays after death: a cost of 1 per unit of time is worth 1/(r + η) for ever. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void theFutureCountsForLessByTheRateOfDeath(double discount) {
        MeanFieldGame game = MeanFieldGame.builder("costs")
                .domain(SmallGames.INTERVAL)
                .forever()
                .discount(discount)
                .viscosity(NU)
                .hamiltonian(NONE)
                .runningCost((t, x) -> 1)
                .death(ETA, x -> 1)
                .build();
        DiscreteGame discrete = SmallGames.discretize(game, NODES, 1);
        double[] u = new double[discrete.size()];
        discrete.backward(new double[discrete.size()], u);
        for (int i = 0; i < NODES; i++) {
            assertThat(u[i]).isCloseTo(1 / (discount + ETA), within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void whoBeginsInTheSteadyStateStaysThere(double discount) {
        MeanFieldGame forever = endless(SmallGames.INTERVAL, Hamiltonians.quadratic())
                .discount(discount)
                .build();
        Equilibrium steady =
                new NewtonSolver(new StoppingRule(1e-13, 50)).solve(SmallGames.discretize(forever, NODES, 1));
        MeanFieldGame ends = forever.toBuilder()
                .horizon(3)
                .initialDensity(x -> steady.m()[node(x)])
                .terminalCost(x -> steady.u()[node(x)])
                .build();
        Equilibrium path = new NewtonSolver(new StoppingRule(1e-13, 50)).solve(SmallGames.discretize(ends, NODES, 2));
        for (int i = 0; i < path.m().length; i++) {
            assertThat(path.m()[i]).isCloseTo(steady.m()[i % NODES], within(1e-11));
            assertThat(path.u()[i]).isCloseTo(steady.u()[i % NODES], within(1e-11));
        }
    }

    /** What everybody pays is the mean over the living of what each has to pay yet, who may play anything. */
    @Test
    void theCostOfAStrategyIsTheMeanOfItsCostToGo() {
        MeanFieldGame game = endless(SmallGames.INTERVAL, Hamiltonians.quadratic())
                .discount(0.3)
                .build();
        DiscreteGame discrete = SmallGames.discretize(game, NODES, 1);
        double[] u = new double[discrete.size()];
        for (int i = 0; i < NODES; i++) {
            u[i] = 0.3 * mode(i);
        }
        double[] m = new double[discrete.size()];
        discrete.forward(u, m);
        double[] toGo = costToGo(discrete, discrete.policy(u, m), 0.3 + ETA);
        double mean = 0;
        for (int i = 0; i < NODES; i++) {
            mean += discrete.grid().weight(i) * m[i] * toGo[i];
        }
        assertThat(PolicyCost.of(discrete, u, m)).isCloseTo(mean, within(1e-12));
    }

    /** Two populations that never mix have one stationary density all the same: that of their newborns. */
    @Test
    void populationsThatNeverMixHaveTheSharesOfTheirNewborns() {
        Domain apart = Domain.of(Axis.noFlux("x", 0, 1), Axis.states("kind", States.populations("red", "blue")));
        MeanFieldGame game = MeanFieldGame.builder("apart")
                .domain(apart)
                .forever()
                .viscosity(0)
                .hamiltonian(Hamiltonians.quadratic())
                .coupling(SmallGames.crowdAversion(0.5))
                .death(ETA, x -> x[1] == 0 ? 3 : 1)
                .build();
        DiscreteGame discrete = SmallGames.discretize(game, NODES, 1);
        Equilibrium e = new NewtonSolver(new StoppingRule(1e-12, 50)).solve(discrete);
        assertThat(e.isConverged()).isTrue();
        double red = 0;
        for (int i = 0; i < discrete.grid().size(); i += 2) {
            red += discrete.grid().weight(i) * e.m()[i];
        }
        assertThat(red).isCloseTo(0.75, within(1e-13));
    }

    @Test
    void whatDoesNotKnowDeathSaysSo() {
        MeanFieldGame game =
                mortal(SmallGames.INTERVAL, Hamiltonians.quadratic()).build();
        DiscreteGame discrete = SmallGames.discretize(game, NODES, 4);
        assertThatThrownBy(() -> AgentSimulation.requireSupport(discrete))
                .hasMessage("death must be absent in a simulation of agents: all of them live to the end");
        assertThatThrownBy(discrete::convexForm).hasMessageContaining("death must not be given");
    }

    /** (r + η) v - ν Δ_h v - a⁺ D⁺v - a⁻ D⁻v = ℓ, with the drift a and cost ℓ of a policy. */
    private static double[] costToGo(DiscreteGame game, Policy policy, double forgetting) {
        RealMatrix matrix = new Array2DRowRealMatrix(NODES, NODES);
        double[] cost = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            cost[i] = policy.runningCost(0, i);
            matrix.addToEntry(i, i, forgetting);
            for (int side = -1; side <= 1; side += 2) {
                int j = i + side;
                if (j >= 0 && j < NODES) {
                    double h = 1.0 / (NODES - 1);
                    double towards = Math.max(0, side * policy.drift(0, i, 0)) / h;
                    double rate = towards + NU / (h * game.grid().weight(i));
                    matrix.addToEntry(i, i, rate);
                    matrix.addToEntry(i, j, -rate);
                }
            }
        }
        return new LUDecomposition(matrix)
                .getSolver()
                .solve(new ArrayRealVector(cost))
                .toArray();
    }

    private static int node(double[] x) {
        return (int) Math.round((NODES - 1) * x[0]);
    }

    private static double mode(int node) {
        return Math.cos(Math.PI * node / (NODES - 1));
    }

    /** Of minus the discrete Laplacian: (2 - 2 cos(πh))/h². */
    private static double eigenvalue() {
        double h = 1.0 / (NODES - 1);
        return (2 - 2 * Math.cos(Math.PI * h)) / (h * h);
    }
}
