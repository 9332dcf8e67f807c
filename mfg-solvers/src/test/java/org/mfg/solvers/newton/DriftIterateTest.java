package org.mfg.solvers.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.MomentumForm;
import org.mfg.api.discrete.StepwiseLinearization;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.progress.Yardstick;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.direct.SpaceTimeElimination;

/** Newton's method in the drift, where that is √p and Newton's method in u has no direction of descent. */
class DriftIterateTest {
    /** H = |p|^1.5/1.5 with all its derivatives. */
    private record Steep() implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return r * Math.sqrt(r) / 1.5;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return Math.sqrt(r);
        }

        @Override
        public double radialSecondDerivative(double t, double[] x, double r, double m) {
            return 0.5 / Math.sqrt(r);
        }
    }

    private static DiscreteGame game(double lambda, double viscosity) {
        return SmallGames.discretize(
                SmallGames.tutorial(SmallGames.INTERVAL, new Steep())
                        .viscosity(viscosity)
                        .coupling(SmallGames.crowdAversion(lambda - 0.5))
                        .build(),
                40,
                40);
    }

    /** By four digits: a contraction by ½ a step, which is the chord's at best, takes 14. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.1", "5, 0.01", "5, 0.001", "50, 0.01", "50, 0"})
    void endsInAFewSteps(double lambda, double viscosity) {
        Equilibrium e = new NewtonSolver(new StoppingRule(1e-8, 60), KrylovSettings.DEFAULT, false)
                .solve(game(lambda, viscosity));
        assertThat(e.isConverged()).as(e.toString()).isTrue();
        assertThat(e.message()).contains("Newton's steps were taken in the drift");
        assertThat(e.history().stream().filter(i -> i.residual() < 1e-4).map(Iteration::residual))
                .hasSizeLessThan(8);
    }

    private static DriftIterate solved(DiscreteGame game) {
        DriftIterate iterate = (DriftIterate)
                NewtonIterate.of(game, Guess.stationary(game).u(), KrylovSettings.DEFAULT, new WorkFields());
        for (int k = 0; k < 60 && iterate.advance(0, 1); k++) {
            assertThat(iterate.step()).isPositive();
        }
        return iterate;
    }

    /** To a hundredth of the default tolerance. */
    @ParameterizedTest
    @CsvSource({"5, 0.01", "50, 0.01", "50, 0"})
    void theValueThatIsRoundedToUSolvesBothEquationsWhereUDoesNot(double lambda, double viscosity) {
        DiscreteGame game = game(lambda, viscosity);
        DriftIterate iterate = solved(game);
        double[] u = iterate.u();
        double[] digits = iterate.digits();
        MomentumForm form = game.momentumForm().orElseThrow();
        double[] momenta = new double[form.size()];
        form.differences(u, digits, momenta);
        double[] m = new double[game.size()];
        form.forward(momenta, m);
        double scale = 1;
        for (int i = 0; i < u.length; i++) {
            scale = Math.max(scale, Math.abs(u[i]));
            assertThat(Math.abs(digits[i])).isLessThanOrEqualTo(0.5 * Math.ulp(u[i]));
        }
        SteepEquations known = new SteepEquations(u, digits, m, 40, 40, lambda, viscosity);
        assertThat(known.hjbResidual() / scale).isLessThan(1e-10);
        assertThat(known.fpResidual()).isLessThan(1e-10);
        SteepEquations stored = new SteepEquations(u, new double[u.length], m, 40, 40, lambda, viscosity);
        assertThat(stored.fpResidual()).isGreaterThan(1e-8);
    }

    /** The tolerance is below the residual of u itself and its own crowd, and that of the value it stands for below the tolerance. */
    @Test
    void convergesBelowWhatRoundingLeavesOfU() {
        DiscreteGame game = game(50, 0.01);
        double tolerance = 1e-10;
        Equilibrium e = new NewtonSolver(new StoppingRule(tolerance, 60), KrylovSettings.DEFAULT, false).solve(game);
        assertThat(e.isConverged()).as(e.toString()).isTrue();
        double[] crowd = new double[game.size()];
        game.forward(e.u(), crowd);
        double residual = new Yardstick(game).measure(0, e.u(), crowd, 1, 0, 0).residual();
        assertThat(residual).isBetween(tolerance, 1e-7);
        assertThat(e.message()).contains(String.format(Locale.ROOT, "the residual of u itself is %.0e", residual));
        // Both crowds are the same to what the drifts are.
        assertThat(e.m()).containsExactly(crowd, within(1e-4));
    }

    /** By elimination of one level after the other. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.1", "5, 0.01"})
    void aKrylovSolutionIsTheExactOne(double lambda, double viscosity) {
        DiscreteGame game = game(lambda, viscosity);
        MomentumForm form = game.momentumForm().orElseThrow();
        double[] p = new double[form.size()];
        form.differences(SmallGames.noise(game.size(), 1), p);
        double[] q = new double[form.size()];
        form.differences(SmallGames.noise(game.size(), 2), q);
        double[] m = new double[game.size()];
        form.forward(p, m);
        StepwiseLinearization linearization = form.linearize(p, q, m);
        double[] lag = new double[game.size()];
        form.lag(q, p, m, lag);
        double[] residual = SmallGames.noise(game.size(), 3);
        double[] du = new double[game.size()];
        new DriftSystem(game, KrylovSettings.DEFAULT, new WorkFields()).solve(linearization, residual, lag, du, 1e-9);

        double[] exact = new double[game.size()];
        double[] minus = Arrays.stream(residual).map(r -> -r).toArray();
        new SpaceTimeElimination(game).solve(linearization, minus, lag, exact, new double[game.size()]);
        assertThat(du).containsExactly(exact, within(1e-6));
    }

    /** A start that was interpolated has other values at the doors, which no Newton step would change. */
    @Test
    void whatIsPaidAtAnExitIsThatOfTheGame() {
        DiscreteGame game = SmallGames.discretize(
                SmallGames.tutorial(SmallGames.CORRIDOR, new Steep()).build(), 20, 10);
        double[] start = new double[game.size()];
        Arrays.fill(start, 3);
        Equilibrium e = new NewtonSolver(new StoppingRule(1e-8, 60), KrylovSettings.DEFAULT, false)
                .solve(game, new Guess(start, start), Monitor.NONE);
        assertThat(e.isConverged()).as(e.toString()).isTrue();
        assertThat(e.u()[19]).isEqualTo(0.2);
    }

    @Test
    void whatStopsItBelowTheDigitsOfUIsSaidToBeRounding() {
        Equilibrium e =
                new NewtonSolver(new StoppingRule(1e-15, 60), KrylovSettings.DEFAULT, true).solve(game(50, 0.01));
        assertThat(e.status()).isEqualTo(Status.STALLED);
        assertThat(e.last().residual()).isLessThan(1e-9);
        assertThat(e.message()).startsWith("Round-off is what stops it");
    }
}
