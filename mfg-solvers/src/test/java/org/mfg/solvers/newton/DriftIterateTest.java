package org.mfg.solvers.newton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.WorkFields;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.SmallGames;

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

    /** What its steps solve is the residual of momenta within rounding of Du, to rounding; √ of that rounding is what is left of the strategy u. */
    @ParameterizedTest
    @CsvSource({"5, 0.01", "50, 0.01"})
    void momentaAgreeWithTheValueToItsLastDigits(double lambda, double viscosity) {
        DiscreteGame game = game(lambda, viscosity);
        NewtonIterate iterate =
                NewtonIterate.of(game, Guess.stationary(game).u(), KrylovSettings.DEFAULT, new WorkFields());
        assertThat(iterate).isInstanceOf(DriftIterate.class);
        for (int k = 0; k < 60 && iterate.advance(0); k++) {
            assertThat(iterate.step()).isPositive();
        }
        assertThat(iterate.residualNorm()).isLessThan(1e-11);
        double[] residual = new double[game.size()];
        double[] m = new double[game.size()];
        game.forward(iterate.u(), m);
        game.backwardResidual(iterate.u(), m, residual);
        double scale = Math.max(1, lambda);
        for (double r : residual) {
            assertThat(Math.abs(r) / scale).isLessThan(1e-7);
        }
    }
}
