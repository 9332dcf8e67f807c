package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;

/** Momenta beside the value function: their step, through the waist alone. */
class CarriedMomentaTest {
    private static final Domain CELL =
            Domain.of(new Axis("x", 0, 1, Boundary.stateConstraint(), Boundary.stateConstraint()));
    private static final Domain PLANE = Domain.of(Axis.noFlux("x", 0, 1), Axis.periodic("y", 0, 1));
    private static final double STEP = 1e-6;

    static Stream<Domain> domains() {
        return Stream.of(SmallGames.INTERVAL, SmallGames.RING, SmallGames.CORRIDOR, CELL, PLANE);
    }

    private static DiscreteGame game(Domain domain) {
        return SmallGames.discretize(
                SmallGames.tutorial(domain, Hamiltonians.power(1.5, 0)).build(), domain.dimension() == 1 ? 24 : 6, 5);
    }

    /** The crowd changes along a step as the linearised equation says, the lag of p behind Du included. */
    @ParameterizedTest
    @MethodSource("domains")
    void theCrowdOfAShortStepIsTheLinearOne(Domain domain) {
        DiscreteGame game = game(domain);
        MomentumForm form = game.momentumForm().orElseThrow();
        double[] u = SmallGames.noise(game.size(), 1);
        double[] du = SmallGames.noise(game.size(), 2);
        double[] p = new double[form.size()];
        form.differences(SmallGames.noise(game.size(), 3), p);
        double[] m = new double[game.size()];
        form.forward(p, m);

        double[] q = new double[form.size()];
        form.differences(u, q);
        double[] ahead = new double[form.size()];
        form.differences(u, du, ahead);
        StepwiseLinearization linearization = form.linearize(p, q, m);
        double[] moved = new double[form.size()];
        form.move(p, ahead, STEP, moved);
        double[] after = new double[game.size()];
        form.forward(moved, after);
        double[] lag = new double[game.size()];
        form.lag(q, p, m, lag);
        double[] dm = new double[game.size()];
        linearization.forward(du, lag, dm);

        double largest = 0;
        for (int i = 0; i < dm.length; i++) {
            largest = Math.max(largest, Math.abs(dm[i]));
            after[i] = (after[i] - m[i]) / STEP;
        }
        assertThat(largest).isGreaterThan(0.1);
        assertThat(after).containsExactly(dm, within(1e-3 * largest));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void momentaThatAreTheDifferencesPlayTheValueAndStay(Domain domain) {
        DiscreteGame game = game(domain);
        MomentumForm form = game.momentumForm().orElseThrow();
        double[] u = SmallGames.noise(game.size(), 4);
        double[] p = new double[form.size()];
        form.differences(u, p);
        assertThat(form.distance(p, p)).isZero();

        double[] m = new double[game.size()];
        double[] expected = new double[game.size()];
        form.forward(p, m);
        game.forward(u, expected);
        assertThat(m).containsExactly(expected, within(1e-13));

        double[] moved = new double[form.size()];
        form.linearize(p, p, m);
        form.move(p, p, 1, moved);
        for (int i = 0; i < p.length; i++) {
            assertThat(moved[i]).isEqualTo(p[i], within(Double.isInfinite(p[i]) ? 0 : 1e-9 * Math.abs(p[i])));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.5, 1.9})
    void aDriftHasTheMomentaThatLeadToIt(double beta) {
        SteepFlux flux = new RadialUpwind((RadialHamiltonian) Hamiltonians.power(beta, 0), 2);
        double[] x = {0.5, 0.5};
        double[] drift = {0.3, -1e-4, 0, -2};
        double[] q = new double[4];
        flux.momenta(0, x, drift, 0, q);
        double[] again = new double[4];
        flux.gradient(0, x, q, 0, again);
        assertThat(again).containsExactly(drift, within(1e-12));
    }

    @Test
    void onlyDriftsThatAreTooSteepHaveMomentaOfTheirOwn() {
        for (double beta : new double[] {2, 3}) {
            assertThat(SmallGames.discretize(
                                    SmallGames.tutorial(SmallGames.INTERVAL, Hamiltonians.power(beta, 0))
                                            .build(),
                                    24,
                                    5)
                            .momentumForm())
                    .isEmpty();
        }
    }
}
