package org.mfg.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.app.verify.ManufacturedCases.Ends;
import org.mfg.app.verify.ManufacturedCases.Feeling;
import org.mfg.models.manufactured.ManufacturedGame;
import org.mfg.solvers.Mfg;

/** The order of the scheme for each Hamiltonian with each coupling and each kind of boundary, by manufactured solutions. */
class ManufacturedTest {
    private static final Mfg MFG = Mfg.load();
    private static final int INTERVALS = 64;

    static Stream<Arguments> cases() {
        return ManufacturedCases.hamiltonians().keySet().stream()
                .flatMap(h -> ManufacturedCases.couplings().keySet().stream()
                        .flatMap(c -> Stream.of(Ends.values())
                                .filter(ends -> !(c.equals("mean") && ends == Ends.PERIODIC))
                                .map(ends -> Arguments.of(h, c, ends))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSchemeHasItsOrder(String hamiltonian, String coupling, Ends ends) {
        Hamiltonian h = ManufacturedCases.hamiltonians().get(hamiltonian);
        Feeling feeling = ManufacturedCases.couplings().get(coupling);
        boolean isSteep = hamiltonian.equals("power 1.5");
        ExactSolution exact = ends.pair(isSteep);
        MeanFieldGame template = MeanFieldGame.builder(hamiltonian + " with " + coupling)
                .domain(Domain.of(ends.axis))
                .horizon(0.5)
                .viscosity(0.05)
                .hamiltonian(h)
                .coupling(feeling.coupling())
                .initialDensity(x -> 1)
                .build();
        ManufacturedGame made =
                new ManufacturedGame(template, exact, feeling.value().of(ends, exact));

        List<Convergence> found = Verification.of(
                template.name(), discretized(made), MFG.solver("newton", Map.of("levels", 0)), 3, Monitor.NONE);

        assertThat(found)
                .hasSize(2)
                .allSatisfy(c -> assertThat(isSteep ? meanOrder(c) : c.order())
                        .as("%s: %s", c.field(), Arrays.toString(c.errors()))
                        .isGreaterThan(isSteep ? 5.0 / 6 - 0.1 : 0.9));
    }

    /**
     * For |p|^1.5 the feedback sqrt|p| is not Lipschitz at 0. Where u_x vanishes as the cube of the distance, an error of order h
     * in u_x is one of sqrt(h) in the feedback over a width of h^(1/3): of order 5/6, and irregular from grid to grid.
     */
    private static double meanOrder(Convergence c) {
        int doublings = c.errors().length - 1;
        return Math.log(c.errors()[0] / c.errors()[doublings]) / (doublings * Math.log(2));
    }

    private static DiscreteGame discretized(ManufacturedGame made) {
        Discretization upwind = MFG.discretization(Mfg.DEFAULT_DISCRETIZATION, Map.of());
        MeanFieldGame game = made.game();
        int closing = game.domain().axis(0).isPeriodic() ? 0 : 1;
        // With exits errors of both signs cancel on coarse grids, and the order shows later.
        boolean hasExit = game.domain().axis(0).upperBoundary().kind() == Boundary.Kind.EXIT;
        int intervals = hasExit ? 2 * INTERVALS : INTERVALS;
        return upwind.discretize(game, Grid.of(game.domain(), intervals + closing), game.timeGrid(intervals / 2));
    }
}
