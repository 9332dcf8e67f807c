package org.mfg.app.yaml;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.models.economy.EconomyBuilder;
import org.mfg.models.economy.HouseholdParameters;
import org.mfg.models.economy.Incomes;

/**
 * The incomes of households: {@code incomes: 1}, for ever; {@code incomes: [1, 2]} with {@code rates: [[0, 1/3], [1/3, 0]]}, a row from each; a logarithm that
 * reverts to its mean, {@code incomes: {reversion: 0.3, volatility: 0.2, states: 7}}; or a diffusion around 1, {@code incomes: {reversion: 0.3,
 * volatility: 0.1, low: 0.5, high: 1.5}}.
 */
final class IncomesSection {
    private static final int[] NODES_OF_A_DIFFUSION = {100, 40};
    static final int MOST_STATES = 200;
    static final List<String> CHAIN = List.of("reversion", "volatility", "states");
    static final List<String> DIFFUSION = List.of("reversion", "volatility", "low", "high");

    private final Numbers numbers;
    private final Section household;

    IncomesSection(Numbers numbers, Section household) {
        this.numbers = numbers;
        this.household = household;
    }

    void addTo(EconomyBuilder economy) {
        Value incomes = household.required("incomes");
        if (!incomes.isList() && household.has("rates")) {
            throw InvalidInputException.because("rates", "rates must be given with a list of incomes only")
                    .at(household.required("rates").place());
        }
        if (incomes.isList()) {
            economy.incomes(chain(incomes));
        } else if (incomes.isText()) {
            double income = Numbers.of("incomes", incomes);
            economy.incomes(incomes.placing(() -> Incomes.certain(income)));
        } else {
            stochastic(incomes, incomes.section(), economy);
        }
    }

    private void stochastic(Value incomes, Section section, EconomyBuilder economy) {
        boolean isChain = section.has("states");
        section.allowOnly("key of incomes", isChain ? CHAIN : DIFFUSION);
        double reversion = numbers.of(section, "reversion", "reversion");
        double volatility = numbers.of(section, "volatility", "volatility");
        if (isChain) {
            double states = Numbers.of("states", section.required("states"));
            if (!(states == Math.rint(states) && states >= 2 && states <= MOST_STATES)) {
                throw section.required("states").mustBe("be a whole number between 2 and " + MOST_STATES);
            }
            economy.incomes(
                    incomes.placing(() -> HouseholdParameters.rouwenhorst((int) states, reversion, volatility)));
        } else {
            double low = numbers.of(section, "low", "low");
            double high = numbers.of(section, "high", "high");
            economy.incomes(incomes.placing(() -> HouseholdParameters.diffusion(low, high, reversion, volatility)));
            economy.nodes(NODES_OF_A_DIFFUSION);
        }
    }

    private Incomes chain(Value incomes) {
        double[] z = incomes.list().stream()
                .mapToDouble(value -> Numbers.of("incomes", value))
                .toArray();
        Value rates = household.required("rates");
        String rows = "be a list of " + z.length + " rows, the rates from each income to each";
        double[][] matrix = list(rates, z.length, rows).stream()
                .map(row -> list(row, z.length, rows).stream()
                        .mapToDouble(rate -> Numbers.of("rates", rate))
                        .toArray())
                .toArray(double[][]::new);
        try {
            return Incomes.chain(z, matrix);
        } catch (InvalidInputException e) {
            throw e.at(e.field().startsWith("rate") ? rates.place() : incomes.place());
        }
    }

    private static List<Value> list(Value value, int size, String allowed) {
        if (!value.isList() || value.list().size() != size) {
            throw value.mustBe(allowed);
        }
        return value.list();
    }
}
