package org.mfg.solvers.calibration;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.sensitivity.Tangent;

/** Values of quantities that were observed, such as moments of the crowd at times. */
public final class QuantityObservations implements Observations {
    private final List<Quantity> quantities;
    private final double[] values;
    private final Errors errors;

    /**
     * @param quantities what was observed, at least one
     * @param values its values, finite
     */
    public QuantityObservations(List<Quantity> quantities, double[] values) {
        this(quantities, values, Errors.ALIKE);
    }

    private QuantityObservations(List<Quantity> quantities, double[] values, Errors errors) {
        if (quantities.size() != values.length || values.length == 0) {
            throw InvalidInputException.of("observations", "be at least one, each of a quantity", values.length);
        }
        this.quantities = List.copyOf(quantities);
        this.values = values.clone();
        this.errors = errors;
    }

    /** The same with the standard deviations of their errors, each > 0. */
    public QuantityObservations withErrors(double[] deviations) {
        return new QuantityObservations(quantities, values, Errors.known(deviations, values.length));
    }

    /** What was observed. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** The values. */
    public double[] values() {
        return values.clone();
    }

    /** What an equilibrium predicts for them. */
    public double[] predicted(DiscreteGame game, double[] u, double[] m) {
        return quantities.stream().mapToDouble(q -> q.value(game, u, m)).toArray();
    }

    @Override
    public int count() {
        return values.length;
    }

    @Override
    public boolean haveKnownErrors() {
        return errors.areKnown();
    }

    @Override
    public Misfit at(DiscreteGame game, double[] u, double[] m) {
        double[] residuals = errors.residuals(values, predicted(game, u, m));
        return new Misfit() {
            @Override
            public double[] residuals() {
                return residuals;
            }

            @Override
            public double[] derivatives(Tangent tangent) {
                return errors.relative(
                        quantities.stream().mapToDouble(tangent::of).toArray());
            }
        };
    }
}
