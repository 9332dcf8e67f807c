package org.mfg.solvers.calibration;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * What a calibration found. With J the Jacobian at the optimum, n observations, p parameters and r the residuals,
 *
 * <pre>
 *   s² = Σ r²/(n - p),   covariance = s² (JᵀJ)⁻¹,   θ ± t s_θ  with Student's t for n - p degrees of freedom.
 * </pre>
 */
public final class Fit {
    private static final double LEVEL = 0.95;
    /** What is smaller, relative to what it is part of, is 0. */
    private static final double ROUNDING = 1e-12;

    private final List<FreeParameter> free;
    private final double[] values;
    private final Equilibrium equilibrium;
    private final double[] residuals;
    private final RealMatrix jacobian;
    private final int solves;

    Fit(
            List<FreeParameter> free,
            double[] values,
            Equilibrium equilibrium,
            double[] residuals,
            RealMatrix jacobian,
            int solves) {
        this.free = free;
        this.values = values;
        this.equilibrium = equilibrium;
        this.residuals = residuals;
        this.jacobian = jacobian;
        this.solves = solves;
    }

    /** The parameters, as they were asked for. */
    public List<FreeParameter> free() {
        return free;
    }

    /** Their values at the optimum. */
    public double[] values() {
        return values.clone();
    }

    /** The equilibrium for these. */
    public Equilibrium equilibrium() {
        return equilibrium;
    }

    /** What was observed less what is predicted. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** The games that were solved. */
    public int solves() {
        return solves;
    }

    /** s, the standard deviation of an observation. */
    public double deviation() {
        double sum = 0;
        for (double r : residuals) {
            sum += r * r;
        }
        return Math.sqrt(sum / (residuals.length - values.length));
    }

    /** The standard errors; infinite where the observations do not tell the parameters apart. */
    public double[] standardErrors() {
        SingularValueDecomposition svd = new SingularValueDecomposition(scaled());
        double[] singular = svd.getSingularValues();
        RealMatrix v = svd.getV();
        double[] errors = new double[values.length];
        for (int k = 0; k < errors.length; k++) {
            double sum = 0;
            for (int j = 0; j < singular.length; j++) {
                boolean isSeen = singular[j] > ROUNDING * singular[0];
                double share = v.getEntry(k, j);
                sum += isSeen
                        ? Math.pow(share / singular[j], 2)
                        : Math.abs(share) > ROUNDING ? Double.POSITIVE_INFINITY : 0;
            }
            errors[k] = deviation() * scale(k) * Math.sqrt(sum);
        }
        return errors;
    }

    /** Half the length of each parameter's confidence interval of 95 %. */
    public double[] halfIntervals() {
        double t = new TDistribution(residuals.length - values.length).inverseCumulativeProbability(0.5 + 0.5 * LEVEL);
        double[] half = standardErrors();
        for (int k = 0; k < half.length; k++) {
            half[k] *= t;
        }
        return half;
    }

    /**
     * The singular values of the Jacobian in relative changes of the parameters (absolute ones of a parameter that is 0), the largest first. By how much the observations change along the combination
     * of parameters that changes them least is the last.
     */
    public double[] singularValues() {
        return new SingularValueDecomposition(scaled()).getSingularValues();
    }

    /** That combination, in relative changes, of length 1. */
    public double[] weakestDirection() {
        return new SingularValueDecomposition(scaled()).getV().getColumn(values.length - 1);
    }

    private RealMatrix scaled() {
        double[] scales = new double[values.length];
        for (int k = 0; k < scales.length; k++) {
            scales[k] = scale(k);
        }
        return jacobian.multiply(MatrixUtils.createRealDiagonalMatrix(scales));
    }

    private double scale(int parameter) {
        return values[parameter] == 0 ? 1 : Math.abs(values[parameter]);
    }
}
