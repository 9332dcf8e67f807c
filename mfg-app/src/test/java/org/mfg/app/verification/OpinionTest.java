package org.mfg.app.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Mfg;

/** The game opinion has no closed form: limits in which it has one, and what is known of it in words. */
class OpinionTest {
    private static final Mfg MFG = Mfg.load();

    @ParameterizedTest
    @CsvSource({"0.1, 2", "0.2, 1"})
    void aSmallRadiusMakesClustersAndALargeOneConsensus(double radius, int clusters) {
        Equilibrium e = MFG.solve(MFG.game("opinion", Map.of("radius", radius)), 201, 200);

        assertThat(e.isConverged()).isTrue();
        assertThat(peaks(e)).isEqualTo(clusters);
    }

    /**
     * Near 0 the kernel is (1 - z²/(2r²))/(sqrt(2π) r), and the game linear-quadratic with κ = θ/(sqrt(2π) r³) and s = 1. Where |z| is
     * up to 0.2 and r = 2 the next term is some 1e-3 of that, and the scheme's error in the variance is below 1e-3 on this grid.
     */
    @Test
    void withAWideKernelTheDensityContractsAsInTheLinearQuadraticGame() {
        double kappa = 2;
        double horizon = 2;
        double viscosity = 0.001;
        double theta = kappa * Math.sqrt(2 * Math.PI) * 8;
        MeanFieldGame game = MFG.game(
                "opinion",
                Map.of("radius", 2, "theta", theta, "horizon", horizon, "viscosity", viscosity, "concentration", 200));
        Equilibrium e = MFG.solver("newton", Map.of())
                .solve(MFG.discretization("crank-nicolson", Map.of())
                        .discretize(game, Grid.of(game.domain(), 401), new TimeGrid(horizon, 200)));
        double rate = Math.sqrt(kappa);
        double shrinkage = 1 / Math.cosh(rate * horizon);
        double expected = 0.0025 * shrinkage * shrinkage + 2 * viscosity * Math.tanh(rate * horizon) / rate;

        assertThat(e.isConverged()).isTrue();
        assertThat(finalVariance(e)).isEqualTo(expected, within(3e-3 * expected));
    }

    /** Both are equilibria: nobody gains by leaving either. In consensus people are better off. */
    @Test
    void thereAreSeveralEquilibriaAndSolversFindDifferentOnes() {
        MeanFieldGame game = MFG.game("opinion", Map.of());
        Equilibrium newton = MFG.solver("newton", Map.of()).solve(MFG.discretize(game, 101, 100));
        Equilibrium picard = MFG.solver("picard", Map.of()).solve(MFG.discretize(game, 101, 100));

        assertThat(newton.isConverged()).isTrue();
        assertThat(picard.isConverged()).isTrue();
        assertThat(peaks(newton)).isEqualTo(2);
        assertThat(peaks(picard)).isEqualTo(1);
        assertThat(newton.last().exploitability()).isEqualTo(0, within(1e-9));
        assertThat(picard.last().exploitability()).isEqualTo(0, within(1e-9));
        assertThat(meanCost(picard)).isLessThan(1.5 * meanCost(newton));
    }

    private static int peaks(Equilibrium e) {
        int n = e.grid().size();
        int at = e.time().steps() * n;
        int peaks = 0;
        for (int i = 1; i < n - 1; i++) {
            double m = e.m()[at + i];
            if (m > e.m()[at + i - 1] && m >= e.m()[at + i + 1]) {
                peaks++;
            }
        }
        return peaks;
    }

    private static double finalVariance(Equilibrium e) {
        int n = e.grid().size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double z = e.grid().coordinate(i, 0) - 0.5;
            sum += e.grid().weight(i) * e.m()[e.time().steps() * n + i] * z * z;
        }
        return sum;
    }

    private static double meanCost(Equilibrium e) {
        double sum = 0;
        for (int i = 0; i < e.grid().size(); i++) {
            sum += e.grid().weight(i) * e.m()[i] * e.u()[i];
        }
        return sum;
    }
}
