package org.mfg.app.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameter;
import org.mfg.app.study.Outcome;
import org.mfg.app.study.Study;
import org.mfg.solvers.sensitivity.Adjoint;
import org.mfg.solvers.sensitivity.GameFamily;
import org.mfg.solvers.sensitivity.Sensitivity;
import org.mfg.solvers.sensitivity.Tangent;

/**
 * The derivatives of quantities of an equilibrium in parameters of its game.
 *
 * @param outcome the equilibrium
 * @param rows a derivative for each quantity and parameter
 * @param tangents the derivatives of the fields by parameter
 */
public record SensitivityStudy(Outcome outcome, List<Row> rows, Map<String, Tangent> tangents) {

    /**
     * Differentiates.
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
        List<Row> rows = new ArrayList<>();
        Map<String, Tangent> tangents = new LinkedHashMap<>();
        for (String name : parameters) {
            double theta = study.parameters().real(name);
            GameFamily family = family(study, name);
            Tangent tangent = sensitivity.tangent(theta, family);
            tangents.put(name, tangent);
            for (int k = 0; k < quantities.size(); k++) {
                Quantity quantity = quantities.get(k);
                double byAdjoint = adjoints.get(k)
                        .map(adjoint -> adjoint.to(theta, family))
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
            if (difference > 0) {
                largest = Math.max(largest, difference / Math.max(scale, Double.MIN_NORMAL));
            }
        }
        return largest;
    }
}
