package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.coupling.PopulationCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Mfg;

/** Games of several populations, and of agents that change their state, against games that are known without them. */
class PopulationsTest {
    private static final Mfg MFG = Mfg.load();
    private static final Axis X = Axis.noFlux("x", 0, 1);
    private static final int NODES = 41;
    private static final int STEPS = 30;

    /** F = λ Σ m for all of them is the game of one population of all. */
    @ParameterizedTest
    @ValueSource(strings = {"upwind", "crank-nicolson"})
    void populationsThatFeelTheWholeCrowdAlikeAreOneCrowd(String discretization) {
        PopulationCoupling whole = (t, x, k, m) -> 0.5 * (m[0] + m[1] + m[2]);
        Equilibrium three = solve(
                game(Domain.of(X, Axis.states("kind", States.populations("a", "b", "c"))), x -> bump(x[0]) * (1 + x[1]))
                        .coupling(whole)
                        .build(),
                discretization);
        Equilibrium one = solve(
                game(Domain.of(X), x -> bump(x[0]))
                        .coupling(MFG.coupling("power", Map.of("lambda", 0.5)))
                        .build(),
                discretization);
        for (int i = 0; i < one.u().length; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(three.u()[3 * i + k]).isCloseTo(one.u()[i], within(1e-9));
                assertThat(three.m()[3 * i + k]).isCloseTo((1 + k) / 6.0 * one.m()[i], within(1e-9));
            }
        }
    }

    /** Two states make lines of two nodes, the shortest that the iterative solvers meet. */
    @Test
    void twoPopulationsInThePlaneThatFeelTheWholeCrowdAlikeAreOneCrowd() {
        Axis y = Axis.noFlux("y", 0, 1);
        SpaceFunction density = x -> bump(x[0]) * (2 + Math.cos(Math.PI * x[1]));
        PopulationCoupling whole = (t, x, k, m) -> 0.5 * (m[0] + m[1]);
        Equilibrium two = solvePlane(game(Domain.of(X, y, Axis.states("kind", States.populations("a", "b"))), density)
                .coupling(whole)
                .build());
        Equilibrium one = solvePlane(game(Domain.of(X, y), density)
                .coupling(MFG.coupling("power", Map.of("lambda", 0.5)))
                .build());
        for (int i = 0; i < one.u().length; i++) {
            for (int k = 0; k < 2; k++) {
                assertThat(two.u()[2 * i + k]).isCloseTo(one.u()[i], within(1e-8));
                assertThat(two.m()[2 * i + k]).isCloseTo(0.5 * one.m()[i], within(1e-8));
            }
        }
    }

    private static Equilibrium solvePlane(MeanFieldGame game) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-10)).solve(MFG.discretize(game, 17, 8));
        assertThat(e.isConverged()).as(e.message()).isTrue();
        return e;
    }

    @Test
    void populationsThatDoNotSeeEachOtherPlayGamesOfTheirOwn() {
        Equilibrium both = solve(
                MeanFieldGame.builder("two")
                        .domain(Domain.of(X, Axis.states("kind", States.populations("a", "b"))))
                        .horizon(1)
                        .viscosity(0.05)
                        .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                        .coupling((PopulationCoupling) (t, x, k, m) -> m[k])
                        .terminalCost(x -> target(x[0], x[1]))
                        .initialDensity(x -> bump(x[0]))
                        .build(),
                "upwind");
        for (int k = 0; k < 2; k++) {
            int kind = k;
            // Half of the crowd: F = m is F = m/2 of the density of all.
            Equilibrium alone = solve(
                    game(Domain.of(X), x -> bump(x[0]))
                            .coupling(MFG.coupling("power", Map.of("lambda", 0.5)))
                            .terminalCost(x -> target(x[0], kind))
                            .build(),
                    "upwind");
            for (int i = 0; i < alone.u().length; i++) {
                assertThat(both.u()[2 * i + k]).isCloseTo(alone.u()[i], within(1e-9));
                assertThat(both.m()[2 * i + k]).isCloseTo(0.5 * alone.m()[i], within(1e-9));
            }
        }
    }

    /** Masses follow the implicit Euler steps of p' = λ_down (1 - p) - λ_up p, whatever the game. */
    @ParameterizedTest
    @CsvSource({"0.5, 2", "3, 1"})
    void agentsJumpBetweenStatesAtTheirRates(double up, double down) {
        Equilibrium e = solve(
                game(
                                Domain.of(X, Axis.states("mood", States.two("low", "high", up, down))),
                                x -> x[1] == 0 ? bump(x[0]) : 0)
                        .coupling((PopulationCoupling) (t, x, k, m) -> m[0] + 2 * m[1])
                        .build(),
                "upwind");
        double dt = 1.0 / STEPS;
        double low = 1;
        for (int j = 1; j <= STEPS; j++) {
            low = (low + dt * down) / (1 + dt * (up + down));
            double mass = 0;
            for (int i = 0; i < NODES; i++) {
                mass += e.grid().weight(2 * i) * e.m()[(j * NODES + i) * 2];
            }
            assertThat(mass).isCloseTo(low, within(1e-12));
        }
    }

    /** Where standing still is the cheapest drift, nobody wants to cross a wall, reflecting or not. */
    @Test
    void aStateConstraintIsAReflectingWallForAQuadraticCost() {
        Axis constrained = new Axis("x", 0, 1, Boundary.stateConstraint(), Boundary.stateConstraint());
        Equilibrium free = solve(game(Domain.of(constrained), x -> bump(x[0])).build(), "upwind");
        Equilibrium reflected = solve(game(Domain.of(X), x -> bump(x[0])).build(), "upwind");
        assertThat(free.u()).isEqualTo(reflected.u());
        assertThat(free.m()).isEqualTo(reflected.m());
    }

    /**
     * A stream of speed 1 to the right that costs nothing to follow: against a reflecting end agents are pressed for nothing, but one who
     * may not cross has to row back at speed 1 and pays 1/2 a time for it.
     */
    @Test
    void aStateConstraintMakesAgentsPayForNotCrossing() {
        Axis constrained = new Axis("x", 0, 1, Boundary.noFlux(), Boundary.stateConstraint());
        Equilibrium e = solve(
                MeanFieldGame.builder("stream")
                        .domain(Domain.of(constrained))
                        .horizon(1)
                        .viscosity(0)
                        .hamiltonian(MFG.hamiltonian("drift-quadratic", Map.of("drift-x", 1.0)))
                        .initialDensity(x -> bump(x[0]))
                        .build(),
                "upwind");
        // At the wall the cheapest is to stand: L = (0 - 1)²/2, until the end.
        assertThat(e.u()[NODES - 1]).isCloseTo(0.5, within(1e-10));
        assertThat(e.u()[0]).isLessThan(0.1);
    }

    @Test
    void crankNicolsonRefusesAStateConstraint() {
        Axis constrained = new Axis("x", 0, 1, Boundary.stateConstraint(), Boundary.noFlux());
        MeanFieldGame game = game(Domain.of(constrained), x -> 1).build();
        assertThatThrownBy(() -> discretize(game, "crank-nicolson"))
                .hasMessage("boundary of axis x must not be a state constraint for crank-nicolson");
    }

    @Test
    void aStationaryGameOfPopulationsIsRefused() {
        MeanFieldGameBuilder builder =
                MFG.game("segregation", Map.of()).toBuilder().forever();
        assertThatThrownBy(builder::build).hasMessageContaining("nobody gets from [red] to [blue], or back");
    }

    private static double bump(double x) {
        return Math.exp(-20 * (x - 0.3) * (x - 0.3));
    }

    private static double target(double x, double k) {
        double at = k == 0 ? 0.7 : 0.2;
        return (x - at) * (x - at);
    }

    private static MeanFieldGameBuilder game(Domain domain, SpaceFunction density) {
        return MeanFieldGame.builder("game")
                .domain(domain)
                .horizon(1)
                .viscosity(0.05)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                .terminalCost(x -> target(x[0], 0))
                .initialDensity(density);
    }

    private static DiscreteGame discretize(MeanFieldGame game, String discretization) {
        return MFG.discretization(discretization, Map.of())
                .discretize(game, Grid.of(game.domain(), NODES), new TimeGrid(1, STEPS));
    }

    private static Equilibrium solve(MeanFieldGame game, String discretization) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-11)).solve(discretize(game, discretization));
        assertThat(e.isConverged()).as(e.message()).isTrue();
        return e;
    }
}
