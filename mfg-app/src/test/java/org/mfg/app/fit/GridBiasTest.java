package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.ExactSolution;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Study;
import org.mfg.solvers.calibration.Calibration;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.FreeParameter;
import org.mfg.solvers.calibration.GivenPrices;
import org.mfg.solvers.calibration.GridBias;
import org.mfg.solvers.calibration.Observations;
import org.mfg.solvers.calibration.PositionObservations;

/** What coarse grids make of two parameters, found from data of the exact solution by Riccati equations: the true errors are known then, as nothing else is wrong. */
class GridBiasTest {
    private static final double[] TRUE = {1, 0.1};
    private static final ExactSolution EXACT =
            study(40, "upwind").discreteGame().game().exactSolution().orElseThrow();
    private static final double[] TIMES = {0.2, 0.4, 0.6, 0.8, 1};

    private static Study study(int intervals, String scheme) {
        return Study.of(
                Recovery.MFG,
                Recovery.MFG.games().provider("linear-quadratic"),
                new Study.Request(
                        Map.of("half-width", 4),
                        new GridChoice(Map.of(0, intervals + 1), OptionalInt.of(intervals / 2), OptionalDouble.empty()),
                        Choice.of(scheme),
                        new Choice("newton", Map.of("tolerance", 1e-10))));
    }

    private record Fitted(Fit fit, double[] byTheGrid) {
        static Fitted of(Observations data, int intervals, String scheme) {
            Study study = study(intervals, scheme);
            Fit fit = FitStudy.best(study, List.of("kappa", "viscosity"), false, data, 1, Monitor.NONE);
            return new Fitted(fit, GridBias.of(fit, Monitor.NONE));
        }
    }

    /** ν = 0.1 is below what may be tried. */
    @Test
    void nothingIsToldWhereAParameterIsAtItsBound() {
        Study study = study(40, "crank-nicolson");
        GivenPrices games = new GivenPrices(
                values -> study.discreteGame(
                        study.parameters().with("kappa", values[0]).with("viscosity", values[1])),
                study.equilibriumSolver());
        FreeParameter kappa = new FreeParameter("kappa", 1, 0, 10);
        FreeParameter viscosity = new FreeParameter("viscosity", 0.15, 0.11, 1);
        Fit fit = new Calibration(List.of(kappa, viscosity), games, densities()).fit(Monitor.NONE);

        assertThat(fit.values()[1]).isEqualTo(0.11);
        assertThat(GridBias.of(fit, Monitor.NONE)).containsOnly(Double.NaN);
    }

    /** The density at places that are no nodes. */
    private static Observations densities() {
        int count = 100;
        double[] times = new double[TIMES.length * count];
        double[][] places = new double[times.length][];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = TIMES[i / count];
            places[i] = new double[] {1 + 3 * ((i % count + 0.5) / count - 0.5)};
            values[i] = EXACT.density(times[i], places[i]);
        }
        return new DensityObservations(times, places, values);
    }

    /** Agents at evenly spaced quantiles of the density. */
    private static Observations positions() {
        int agents = 4000;
        int cells = 8000;
        List<double[]> seen = new ArrayList<>();
        for (double t : TIMES) {
            double below = 0;
            int drawn = 0;
            for (int i = 0; i < cells; i++) {
                double x = 1 + 4 * ((i + 0.5) / cells - 0.5);
                below += 4.0 / cells * EXACT.density(t, new double[] {x});
                for (; drawn < agents && drawn + 0.5 <= below * agents; drawn++) {
                    seen.add(new double[] {t, x});
                }
            }
        }
        return new PositionObservations(
                LongStream.range(0, seen.size()).toArray(),
                seen.stream().mapToDouble(s -> s[0]).toArray(),
                seen.stream().map(s -> new double[] {s[1]}).toArray(double[][]::new));
    }

    private static Observations data(String what) {
        return "densities".equals(what) ? densities() : positions();
    }

    /** It is the leading term only: two digits are not to be expected, a third is. */
    @ParameterizedTest
    @CsvSource({"densities, crank-nicolson", "positions, upwind"})
    void theErrorsOfBothParametersAreToldToAThird(String what, String scheme) {
        Fitted fitted = Fitted.of(data(what), 40, scheme);
        for (int k = 0; k < TRUE.length; k++) {
            double error = fitted.fit.values()[k] - TRUE[k];
            assertThat(Math.abs(error)).isGreaterThan(3 * fitted.fit.standardErrors()[k]);
            assertThat(fitted.byTheGrid[k] / error).isCloseTo(1, within(1.0 / 3));
        }
        assertThat(FitWarnings.of(fitted.fit, fitted.byTheGrid))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("the grid moves kappa by about ");
    }

    @ParameterizedTest
    @CsvSource({"densities, crank-nicolson, 2", "positions, upwind, 1"})
    void itFallsAtTheOrderOfTheScheme(String what, String scheme, double order) {
        double[] coarse = Fitted.of(data(what), 40, scheme).byTheGrid;
        double[] fine = Fitted.of(data(what), 80, scheme).byTheGrid;
        for (int k = 0; k < TRUE.length; k++) {
            assertThat(Math.log(coarse[k] / fine[k]) / Math.log(2)).isCloseTo(order, within(0.3));
        }
    }

    @Test
    void withTooFewNodesForACoarserGridItIsNotKnown() {
        Fitted fitted = Fitted.of(densities(), 10, "upwind");
        assertThat(fitted.byTheGrid).containsOnly(Double.NaN);
        assertThat(FitWarnings.of(fitted.fit, fitted.byTheGrid)).noneMatch(warning -> warning.startsWith("the grid"));
    }
}
