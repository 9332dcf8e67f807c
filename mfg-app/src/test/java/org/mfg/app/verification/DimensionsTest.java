package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.Mfg;

/** Two and three dimensions against one, against exact solutions, and with several threads. */
class DimensionsTest {
    private static final Mfg MFG = Mfg.load();

    /** The tutorial, and the same on a strip across which nothing changes. */
    @ParameterizedTest
    @ValueSource(strings = {"quadratic", "power"})
    void aGameConstantInYIsTheGameOnTheLine(String hamiltonian) {
        Equilibrium line = solve(onStrip(hamiltonian, Domain.interval(0, 1)), 1, 40);
        Equilibrium strip =
                solve(onStrip(hamiltonian, Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1))), 1, 40, 5);

        for (int i = 0; i < strip.u().length; i++) {
            assertThat(strip.u()[i]).isCloseTo(line.u()[i / 5], within(1e-9));
            assertThat(strip.m()[i]).isCloseTo(line.m()[i / 5], within(1e-9));
        }
    }

    private static MeanFieldGame onStrip(String hamiltonian, Domain domain) {
        return MeanFieldGame.builder("strip")
                .domain(domain)
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(MFG.hamiltonian(hamiltonian, Map.of()))
                .coupling(MFG.coupling("power", Map.of("lambda", 0.5)))
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tutorial-2d", "evacuation"})
    void theResultIsTheSameBitForBitHoweverManyThreads(String name) {
        MeanFieldGame game = MFG.game(name, Map.of());
        Equilibrium one = solve(game, 1, 25, 25);
        Equilibrium three = solve(game, 3, 25, 25);

        assertThat(three.u()).containsExactly(one.u());
        assertThat(three.m()).containsExactly(one.m());
    }

    /** Its data are, and nothing else in the scheme tells x from y but the order in which slices are eliminated. */
    @Test
    void theTutorialInThePlaneIsSymmetricAndKeepsItsMass() {
        int n = 33;
        Equilibrium e = solve(MFG.game("tutorial-2d", Map.of()), 2, n, n);

        for (int at = 0; at < e.u().length; at++) {
            int level = at / (n * n);
            int mirrored = level * n * n + at % n * n + at / n % n;
            assertThat(e.u()[at]).isCloseTo(e.u()[mirrored], within(1e-9));
            assertThat(e.m()[at]).isPositive().isCloseTo(e.m()[mirrored], within(1e-9));
        }
        assertThat(e.history().get(e.history().size() - 1).massDrift()).isLessThan(1e-12);
    }

    /** By a third of the ring along x, which passes the seam, and by none along y, a ring too. */
    @Test
    void onATorusAShiftOfTheDataShiftsTheEquilibrium() {
        int n = 18;
        int shift = 6;
        Equilibrium e = solve(onTorus(0), 2, n, n);
        Equilibrium shifted = solve(onTorus((double) shift / n), 2, n, n);

        for (int at = 0; at < e.u().length; at++) {
            int row = at / n % n;
            int there = at + ((row + shift) % n - row) * n;
            assertThat(shifted.u()[there]).isCloseTo(e.u()[at], within(1e-9));
            assertThat(shifted.m()[there]).isCloseTo(e.m()[at], within(1e-9));
        }
    }

    private static MeanFieldGame onTorus(double shift) {
        return MeanFieldGame.builder("torus")
                .domain(Domain.of(Axis.periodic("x", 0, 1), Axis.periodic("y", 0, 1)))
                .horizon(0.5)
                .viscosity(0.05)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                .coupling(MFG.coupling("power", Map.of("lambda", 0.5)))
                .terminalCost(x -> 0.1 * Math.cos(2 * Math.PI * (x[0] - shift)) * Math.sin(2 * Math.PI * x[1]))
                .initialDensity(x -> 2 + Math.sin(2 * Math.PI * (x[0] - shift + x[1])))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"2, 17, 16", "3, 9, 8"})
    void moreDimensionsConvergeToTheExactSolution(int dimension, int nodes, int steps) {
        MeanFieldGame game = MFG.game("hopf-cole", Map.of("dimension", dimension));
        Convergence coarse = Convergence.of(MFG, game, nodes, steps);
        Convergence fine = Convergence.of(MFG, game, 2 * nodes - 1, 2 * steps);

        assertThat(coarse.orderTo(fine).u()).isGreaterThan(0.9);
        assertThat(coarse.orderTo(fine).m()).isGreaterThan(0.9);
    }

    private static Equilibrium solve(MeanFieldGame game, int threads, int... nodes) {
        Equilibrium e = MFG.solver("newton", Map.of("tolerance", 1e-10))
                .solve(MFG.discretization("upwind", Map.of("threads", threads))
                        .discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(20)));
        assertThat(e.isConverged()).as(e.toString()).isTrue();
        return e;
    }
}
