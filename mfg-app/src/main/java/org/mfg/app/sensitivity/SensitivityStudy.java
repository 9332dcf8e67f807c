package org.mfg.app.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameter;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.solvers.sensitivity.Adjoint;
import org.mfg.solvers.sensitivity.ClearedTangent;
import org.mfg.solvers.sensitivity.GameFamily;
import org.mfg.solvers.sensitivity.MarketResponse;
import org.mfg.solvers.sensitivity.Sensitivity;

/**
 * The derivatives of quantities of an equilibrium in parameters of its game.
 *
 * @param outcome the equilibrium
 * @param rows a derivative for each quantity and parameter
 * @param tangents the derivatives of the fields by parameter
 */
public record SensitivityStudy(Outcome outcome, List<Row> rows, Map<String, ClearedTangent> tangents) {

    /**
     * Differentiates: at given prices, or of an outcome whose market has been cleared with prices that go on clearing it.
     *
     * @param parameters names of real parameters of the game
     * @throws InvalidInputException if one of them has no derivative, or the equilibrium has not
     */
    public static SensitivityStudy of(Outcome outcome, List<Quantity> quantities, List<String> parameters) {
        Study study = outcome.study();
        DiscreteGame game = study.discreteGame();
        Equilibrium e = outcome.equilibrium();
        Sensitivity sensitivity = Sensitivity.of(game, e);
        List<Optional<Adjoint>> adjoints = quantities.stream()
                .map(q -> q.gradient(game, e.u(), e.m())
                        .filter(gradient -> sensitivity.hasAdjoints())
                        .map(gradient -> sensitivity.adjoint(q)))
                .toList();
        Optional<MarketResponse> response = outcome.market()
                .map(market ->
                        new MarketResponse(sensitivity, e, study.market(), market.parameters(), study::discreteGame));
        List<Row> rows = new ArrayList<>();
        Map<String, ClearedTangent> tangents = new LinkedHashMap<>();
        for (String name : parameters) {
            double theta = study.parameters().real(name);
            ClearedTangent tangent = response.map(r -> r.tangent(name))
                    .orElseGet(() -> ClearedTangent.atGivenPrices(sensitivity.tangent(theta, family(study, name))));
            tangents.put(name, tangent);
            response.ifPresent(r -> rows.addAll(marketRows(outcome, name, tangent)));
            for (int k = 0; k < quantities.size(); k++) {
                Quantity quantity = quantities.get(k);
                double byAdjoint = adjoints.get(k)
                        .map(adjoint -> byAdjoint(study, adjoint, name, tangent.prices()))
                        .orElse(Double.NaN);
                rows.add(new Row(
                        quantity.name(),
                        quantity.value(game, e.u(), e.m()),
                        name,
                        theta,
                        tangent.of(quantity),
                        byAdjoint));
            }
        }
        return new SensitivityStudy(outcome, rows, tangents);
    }

    private static double byAdjoint(Study study, Adjoint adjoint, String name, double[] prices) {
        double sum = adjoint.to(study.parameters().real(name), family(study, name));
        for (int k = 0; k < prices.length; k++) {
            String price = study.market().prices().get(k);
            sum += prices[k] * adjoint.to(study.parameters().real(price), family(study, price));
        }
        return sum;
    }

    /** How prices move, and what the market counts, where it does. */
    private static List<Row> marketRows(Outcome outcome, String name, ClearedTangent tangent) {
        Study study = outcome.study();
        double theta = study.parameters().real(name);
        List<Row> rows = new ArrayList<>();
        List<String> prices = study.market().prices();
        for (int k = 0; k < prices.size(); k++) {
            double price = study.parameters().real(prices.get(k));
            rows.add(new Row(prices.get(k), price, name, theta, tangent.prices()[k], Double.NaN));
        }
        List<AgentQuantity> counted = study.market().aggregates(study.parameters());
        double[] values = study.market()
                .count(study.parameters(), outcome.market().orElseThrow().crowd());
        for (int k = 0; k < values.length; k++) {
            rows.add(new Row(counted.get(k).name(), values[k], name, theta, tangent.aggregates()[k], Double.NaN));
        }
        rows.removeIf(row -> !row.isFelt());
        return rows;
    }

    /** The study's game for each value of one of its parameters. */
    public static GameFamily family(Study study, String parameter) {
        return value -> study.discreteGame(study.parameters().with(parameter, value));
    }

    /**
     * Checks that names are those of real parameters.
     *
     * @throws InvalidInputException if one is not
     */
    public static void requireReal(Study study, List<String> parameters) {
        List<String> known = reals(study);
        for (String name : parameters) {
            if (!known.contains(name)) {
                throw Names.unknown("real parameter of game " + study.name(), name, known);
            }
        }
    }

    /** The names of the real parameters of the game. */
    public static List<String> reals(Study study) {
        return study.declared().stream()
                .filter(p -> p.type() == Parameter.Type.REAL)
                .map(Parameter::name)
                .toList();
    }

    /** The largest difference between a tangent's and an adjoint's derivative, relative to the largest derivative of the quantity. */
    public double disagreement() {
        double largest = 0;
        for (Row row : rows) {
            double scale = rows.stream()
                    .filter(other -> other.quantity().equals(row.quantity()))
                    .mapToDouble(other -> Math.abs(other.derivative()))
                    .max()
                    .orElse(0);
            double difference = Math.abs(row.derivative() - row.byAdjoint());
            // What does not move has round-off for both.
            boolean isFelt = row.isFelt() || Row.isFelt(row.value(), row.parameterValue(), row.byAdjoint());
            if (difference > 0 && isFelt) {
                largest = Math.max(largest, difference / Math.max(scale, Double.MIN_NORMAL));
            }
        }
        return largest;
    }
}
