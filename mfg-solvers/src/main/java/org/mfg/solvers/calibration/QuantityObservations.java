package org.mfg.solvers.calibration;

import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.solvers.sensitivity.ClearedTangent;

/** Values of quantities that were observed, such as moments of the crowd at times. */
public final class QuantityObservations implements Observations {
    private final List<Observable> quantities;
    private final double[] values;
    private final Errors errors;

    /**
     * @param quantities what was observed, at least one
     * @param values its values, finite
     */
    public QuantityObservations(List<Observable> quantities, double[] values) {
        this(quantities, values, Errors.ALIKE);
    }

    private QuantityObservations(List<Observable> quantities, double[] values, Errors errors) {
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
    public List<Observable> quantities() {
        return quantities;
    }

    /** The values. */
    public double[] values() {
        return values.clone();
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
    public Misfit at(Prediction here) {
        double[] residuals = errors.residuals(
                values, quantities.stream().mapToDouble(q -> q.of(here)).toArray());
        return new Misfit() {
            @Override
            public double[] residuals() {
                return residuals;
            }

            @Override
            public double[] derivatives(ClearedTangent tangent) {
                return errors.relative(
                        quantities.stream().mapToDouble(q -> q.along(tangent)).toArray());
            }
        };
    }
}
