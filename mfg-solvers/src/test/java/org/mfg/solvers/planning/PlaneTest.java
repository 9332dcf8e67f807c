package org.mfg.solvers.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.FlowAction;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.progress.Kept;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.constrained.SchroedingerBridge;

/** Crowds in the plane that end where they are told to: against optimal transport and a Schrödinger bridge. */
class PlaneTest {
    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));

    private static MeanFieldGameBuilder planning(double viscosity, SpaceFunction from, SpaceFunction to) {
        return MeanFieldGame.builder("planning")
                .domain(SQUARE)
                .horizon(1)
                .viscosity(viscosity)
                .hamiltonian(Hamiltonians.quadratic())
                .initialDensity(from)
                .targetDensity(to);
    }

    /** A C¹ bump of radius 0.3, and 1e-5 everywhere besides. */
    private static SpaceFunction bump(double center) {
        return x -> {
            double square = (Math.pow(x[0] - center, 2) + Math.pow(x[1] - center, 2)) / 0.09;
            return 1e-5 + (square < 1 ? Math.pow(1 - square, 2) : 0);
        };
    }

    private static Equilibrium solved(DiscreteGame game) {
        Equilibrium found = new PlanningNewton(new StoppingRule(1e-8, 100)).solve(game);
        assertThat(found.status()).isEqualTo(Status.CONVERGED);
        assertThat(Kept.of(game, found.m()).missed()).isLessThanOrEqualTo(1e-8);
        return found;
    }

    private static double errorOfTranslation(int nodes) {
        MeanFieldGame game = planning(0, bump(0.3), bump(0.7)).build();
        DiscreteGame discrete = SmallGames.discretize(game, nodes, nodes - 1);
        Equilibrium found = solved(discrete);
        return Math.abs(FlowAction.of(discrete, found.u(), found.m()) / 0.32 - 1);
    }

    /** The bump moves by (0.4, 0.4) as a whole: W₂² = 0.32. What is everywhere besides changes that by twice its mass, 2e-5, at most. */
    @Test
    void aBumpCrossesTheSquareAtItsTransportDistance() {
        double coarse = errorOfTranslation(17);
        double fine = errorOfTranslation(33);
        assertThat(fine).isLessThan(5e-3);
        assertThat(coarse / fine).isGreaterThan(3.5);
    }

    @Test
    @Tag("slow")
    void theTransportDistanceInThePlaneIsRightToAThousandth() {
        assertThat(errorOfTranslation(65)).isLessThan(1e-3);
    }

    /** Of densities that are products the bridge is the product of the bridges. */
    @Test
    void withNoiseThePlanIsTheSchroedingerBridge() {
        double viscosity = 0.05;
        SpaceFunction[] from = {wave(0.25), wave(0.7)};
        SpaceFunction[] to = {wave(0.8), wave(0.4)};
        double[][] bridge = {
            new SchroedingerBridge(from[0], to[0], viscosity, 1).at(0.5),
            new SchroedingerBridge(from[1], to[1], viscosity, 1).at(0.5)
        };
        MeanFieldGame game = planning(viscosity, product(from), product(to)).build();
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            int steps = 10 << k;
            int n = steps + 1;
            DiscreteGame discrete = SmallGames.discretize(game, n, steps);
            double[] m = solved(discrete).m();
            int stride = (bridge[0].length - 1) / steps;
            for (int i = 0; i < n * n; i++) {
                double exact = bridge[0][i / n * stride] * bridge[1][i % n * stride];
                error[k] += discrete.space().weight(i) * Math.abs(m[steps / 2 * n * n + i] - exact);
            }
        }
        assertThat(error[1]).isLessThan(0.06);
        assertThat(error[0] / error[1]).isBetween(1.6, 2.4);
    }

    private static SpaceFunction wave(double center) {
        return x -> 0.2 + Math.exp(-20 * Math.pow(x[0] - center, 2));
    }

    private static SpaceFunction product(SpaceFunction... factors) {
        return x -> factors[0].at(new double[] {x[0]}) * factors[1].at(new double[] {x[1]});
    }

    /** Strongly, without noise, and with next to nobody in most places. */
    @Test
    void aCrowdThatAvoidsItselfCrossesTheSquare() {
        MeanFieldGame game = planning(0, bump(0.3), bump(0.7))
                .coupling(SmallGames.crowdAversion(5))
                .build();
        Equilibrium found = solved(SmallGames.discretize(game, 13, 12));
        assertThat(found.last().exploitability()).isCloseTo(0, within(1e-8));
        assertThat(found.last().index()).isLessThan(60);
    }

    /** 65 x 65 nodes, 32 steps, a coupling of ½ m. */
    @Test
    @Tag("slow")
    void aCrowdThatMindsItselfCrossesALargeSquare() {
        MeanFieldGame game = planning(0.01, bump(0.3), bump(0.7))
                .coupling(SmallGames.crowdAversion(0.5))
                .build();
        assertThat(solved(SmallGames.discretize(game, 65, 32)).last().index()).isLessThan(30);
    }
}
