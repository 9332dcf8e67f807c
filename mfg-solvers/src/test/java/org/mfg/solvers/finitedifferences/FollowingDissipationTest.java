package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.SmallGames;

/** The coefficients of Lax and Friedrichs' scheme against their definition, and how they grow. */
class FollowingDissipationTest {
    private static final Grid BOX = Grid.of(Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 2)), 5, 6);
    private static final Mesh MESH = new Mesh(BOX, Diffusion.of(0.1));
    private static final double[] CROWD = new double[BOX.size()];

    static {
        Arrays.setAll(CROWD, i -> i / (BOX.size() - 1.0));
    }

    /** ½ |p|² (1 + m). */
    private static final Hamiltonian HURRY = new Hamiltonian() {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return 0.5 * (p[0] * p[0] + p[1] * p[1]) * (1 + m);
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = p[0] * (1 + m);
            gradient[1] = p[1] * (1 + m);
        }

        @Override
        public boolean dependsOnDensity() {
            return true;
        }
    };

    private static FollowingDissipation of(Hamiltonian hamiltonian, double... momentum) {
        MeanFieldGame game = SmallGames.tutorial(BOX.domain(), hamiltonian).build();
        return new FollowingDissipation(game, momentum, CROWD, MESH);
    }

    private static FollowingDissipation.Exceeded exceeded(double... q) {
        return new FollowingDissipation.Exceeded(0, new double[] {0.5, 1}, q, 9);
    }

    private static void assertCoefficients(FollowingDissipation dissipation, double first, double second) {
        for (int node : new int[] {0, 7, BOX.size() - 1}) {
            assertThat(dissipation.at(node)).containsExactly(new double[] {first, second}, within(1e-15));
        }
    }

    /** H_p = (p_0 + 0.4 p_1, p_1 + 0.4 p_0) is largest in a corner of the box. */
    @Test
    void theyAreTheLargestDriftsOfABoxOfMomenta() {
        assertCoefficients(of(CrowdedRoom.SKEW, 2, 1), 2.4, 1.8);
        assertCoefficients(of(CrowdedRoom.SKEW, 2, 0), 2 + 0.8 / 1024, 0.8 + 2.0 / 1024);
        assertCoefficients(of(CrowdedRoom.SKEW, 0, 0), 1.4, 1.4);
        assertCoefficients(of(HURRY, 3, 0.5), 6, 1);
    }

    /** Where H_p = (p_0 - p_1 + 3, p_1 - p_0 - 3), in the corner (P_0, -P_1) alone. */
    @Test
    void everyCornerOfTheBoxIsSeen() {
        Hamiltonian opposed = new Hamiltonian() {
            @Override
            public double value(double t, double[] x, double[] p, double m) {
                return 0.5 * Math.pow(p[0] - p[1] + 3, 2);
            }

            @Override
            public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
                gradient[0] = p[0] - p[1] + 3;
                gradient[1] = -gradient[0];
            }
        };
        assertCoefficients(of(opposed, 2, 1), 6, 6);
    }

    /** A given wind (x_1, -0.8), whatever the momenta. */
    @Test
    void eachNodeHasItsOwn() {
        FollowingDissipation dissipation = of(CrowdedRoom.WIND, 1, 1);
        for (int i = 0; i < BOX.size(); i++) {
            assertThat(dissipation.at(i)).containsExactly(BOX.coordinate(i, 1), 0.8);
        }
    }

    @Test
    void theBoxDoublesOnTheAxesWhoseDifferencesHaveLeftIt() {
        FollowingDissipation dissipation = of(CrowdedRoom.SKEW, 1, 1);
        // At the edge is not outside.
        assertThat(dissipation.follow(exceeded(0, 1.5, -1, 1))).isTrue();
        assertCoefficients(dissipation, 2.4, 1.8);
        assertThat(dissipation.follow(exceeded(0, 0, -1.1, 0))).isTrue();
        assertCoefficients(dissipation, 2.8, 2.8);
        // By 4 at the most, of the largest at once.
        assertThat(dissipation.follow(exceeded(1e6, 0, 0, 3))).isTrue();
        assertCoefficients(dissipation, 8 + 0.4 * 4, 4 + 0.4 * 8);
    }

    @Test
    void theyDoubleAllWhereNoDifferenceHasLeftIt() {
        FollowingDissipation dissipation = of(CrowdedRoom.SKEW, 1, 1);
        assertThat(dissipation.follow(exceeded(0.5, -0.5, 1, -1))).isTrue();
        assertCoefficients(dissipation, 2.8, 2.8);
        assertThat(dissipation.follow(exceeded(0.5, -0.5, 2, -1))).isTrue();
        assertCoefficients(dissipation, 2 * (1 + 0.8), 2 * (2 + 0.4));
    }

    @Test
    void theyEndSomewhereFarAway() {
        FollowingDissipation dissipation = of(CrowdedRoom.SKEW, 4, 0.5);
        int doublings = 0;
        while (dissipation.follow(exceeded(0, 0, 0, 0))) {
            doublings++;
            assertThat(doublings).isLessThan(100);
        }
        assertThat(Math.scalb(4.0, doublings)).isLessThan(1e12);
        assertThat(Math.scalb(4.0, doublings + 1)).isGreaterThan(1e12);
    }

    @Test
    void theyGoBackToWhatTheyWere() {
        FollowingDissipation dissipation = of(CrowdedRoom.SKEW, 1, 0.5);
        dissipation.follow(exceeded(0, 0, 0, 0));
        double[] state = dissipation.state();
        dissipation.follow(exceeded(1.5, 0, 0, 0));
        dissipation.follow(exceeded(0, 0, 0, 0));
        assertCoefficients(dissipation, 4 * 2.2, 4 * 1.3);
        dissipation.restore(state);
        assertCoefficients(dissipation, 2 * 1.2, 2 * 0.9);
    }

    @Test
    void aFailureNamesTheAxisThePlaceAndTheSpeed() {
        assertThat(new FollowingDissipation.Exceeded(1, new double[] {0.5, 1}, new double[4], 9).asFailure())
                .hasMessage("the drift on axis 2 at [0.5, 1.0] grew to 9.0, faster than the dissipation of the"
                        + " Lax-Friedrichs scheme can follow: give the discretisation a max-speed");
    }

    /** Of a crowd that stays: the slope of the terminal cost with its coupling, and the integral of that of the running cost. */
    @Test
    void theFirstBoxHasTheSlopesOfTheCosts() {
        MeanFieldGame game = SmallGames.tutorial(BOX.domain(), CrowdedRoom.SKEW)
                .terminalCost(x -> 3 * x[0] - 2 * x[1])
                .runningCost((t, x) -> t * x[0] + 4 * Math.abs(x[1] - 0.8))
                .build();
        TimeGrid time = game.timeGrid(4);
        Costs costs = new Costs(game, BOX, time, MESH, 1);
        double[] m0 = new double[BOX.size()];
        Arrays.setAll(m0, i -> 0.5 + 0.2 * BOX.coordinate(i, 0));
        // The local coupling 0.5 m has the slope 0.1 along x, at each of the four steps of 1/4, at whose ends t adds up
        // to 2.5.
        double[] bound = MomentumBound.of(costs, MESH, time, m0);
        assertThat(bound).containsExactly(new double[] {3 + 2.5 / 4 + 0.1, 2 + 4}, within(1e-13));
    }
}
