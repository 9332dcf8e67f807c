package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Grid;
import org.mfg.app.study.Choice;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Study;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.ClearedEconomy;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.GridBias;
import org.mfg.solvers.calibration.Observable;
import org.mfg.solvers.calibration.QuantityObservations;

/** Parameters of an economy from what it is like where its market clears. */
class ClearedFitTest {
    private static final Mfg MFG = Mfg.load();
    private static final List<String> NAMES = List.of("risk-aversion", "discount");
    private static final double[] TRUE = {2, 0.05};
    private static final Map<String, Object> START = Map.of("risk-aversion", 1.6, "discount", 0.06);
    private static final Cleared ECONOMY = Cleared.of(study(Map.of()), 1e-12, Monitor.NONE);
    private static final String PRICE = "interest-rate";

    private static Study study(Map<String, ?> parameters) {
        return Study.of(
                MFG,
                MFG.games().provider("aiyagari"),
                new Study.Request(
                        parameters,
                        new GridChoice(Map.of(0, 60), OptionalInt.empty(), OptionalDouble.empty()),
                        Choice.of("upwind"),
                        new Choice("newton", Map.of("tolerance", 1e-12))));
    }

    private static Fit fit(DensityObservations data) {
        return FitStudy.best(study(START), NAMES, true, data, 1, Monitor.NONE);
    }

    /** The density of both incomes at every third node, with errors of a part of its largest value but that at the limit. */
    private static DensityObservations densities(double noise, long seed) {
        Random random = new Random(seed);
        Equilibrium equilibrium = ECONOMY.market().equilibrium();
        Grid grid = equilibrium.grid();
        List<double[]> places = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double largest = 0;
        for (int i = 6; i < grid.size(); i += 6) {
            for (int state = 0; state < 2; state++) {
                double m = equilibrium.m()[grid.size() + i + state];
                places.add(new double[] {grid.coordinate(i, 0), state});
                values.add(m);
                largest = Math.max(largest, m);
            }
        }
        double deviation = noise * largest;
        return new DensityObservations(
                new double[values.size()],
                places.toArray(double[][]::new),
                values.stream()
                        .mapToDouble(m -> m + deviation * random.nextGaussian())
                        .toArray());
    }

    @Test
    void withoutErrorsTheTrueParametersAndPricesAreFound() {
        Fit fit = fit(densities(0, 1));

        assertThat(error(fit)).isLessThan(1e-6);
        // Those of a grid of half the nodes are others, at another price.
        assertThat(GridBias.of(fit, Monitor.NONE)).doesNotContain(Double.NaN).doesNotContain(0);
    }

    /** At given prices, those of the start, no parameters explain the data: prices are part of what is fitted. */
    @Test
    void atGivenPricesOtherParametersAreFound() {
        Fit given = FitStudy.best(study(START), NAMES, false, densities(0, 1), 1, Monitor.NONE);

        assertThat(error(given)).isGreaterThan(1e-3);
    }

    @Test
    void aPriceAndWhatTheMarketCountsAreData() {
        Study economy = ECONOMY.study();
        List<String> told = ClearedEconomy.numbers(economy.market(), economy.parameters());
        assertThat(told).startsWith(PRICE, "capital");
        double rate = economy.parameters().real(PRICE);
        double capital =
                economy.market().count(economy.parameters(), ECONOMY.market().crowd())[0];
        QuantityObservations data = new QuantityObservations(
                        List.of(Observable.ofMarket(PRICE, 0), Observable.ofMarket("capital", 1)),
                        new double[] {rate, capital})
                .withErrors(new double[] {1e-3, 1e-2});
        Fit fit = FitStudy.best(
                study(Map.of("discount", 0.06, "tfp", 0.11)), List.of("discount", "tfp"), true, data, 1, Monitor.NONE);

        assertThat(Math.abs(fit.values()[0] / 0.05 - 1)).isLessThan(1e-6);
        assertThat(Math.abs(fit.values()[1] / 0.1 - 1)).isLessThan(1e-6);
    }

    @Test
    void withErrorsTheParametersLieWithinThreeStandardErrors() {
        assertThat(isWithinThree(fit(densities(0.01, 1)))).isTrue();
    }

    /** The probability of 3 standard errors of each of two parameters is 0.995. */
    @Test
    @Tag("slow")
    void ofAHundredSamplesNinetyFiveAtLeastAreWithinThreeStandardErrors() {
        int within = 0;
        for (int seed = 0; seed < 100; seed++) {
            within += isWithinThree(fit(densities(0.01, seed))) ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(95);
    }

    private static double error(Fit fit) {
        double largest = 0;
        for (int k = 0; k < TRUE.length; k++) {
            largest = Math.max(largest, Math.abs(fit.values()[k] / TRUE[k] - 1));
        }
        return largest;
    }

    private static boolean isWithinThree(Fit fit) {
        boolean isWithin = true;
        for (int k = 0; k < TRUE.length; k++) {
            isWithin &= Math.abs(fit.values()[k] - TRUE[k]) <= 3 * fit.standardErrors()[k];
        }
        return isWithin;
    }
}
