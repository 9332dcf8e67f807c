package org.mfg.solvers.calibration;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.solvers.sensitivity.ClearedTangent;

/**
 * What a calibration found. With A the Jacobian at the optimum, AᵀA Fisher's information, n observations, p parameters and r the residuals,
 *
 * <pre>
 *   covariance = s² (AᵀA)⁻¹,   s² = Σ r²/(n - p),  or s = 1 where the errors are known,
 *   covariance = (AᵀA)⁻¹ (Σ_a g_a g_aᵀ) (AᵀA)⁻¹    of positions of agents, g_a what agent a contributes to the derivative of the log-likelihood (Godambe 1960),
 *   θ ± t s_θ   with Student's t for n - p degrees of freedom, or the normal law's where the errors are known.
 * </pre>
 */
public final class Fit {
    private static final double LEVEL = 0.95;
    /** What is smaller, relative to what it is part of, is 0. */
    private static final double ROUNDING = 1e-12;
    /** What has a smaller weight in a combination is not named. */
    private static final double LEAST_SHARE = 0.05;

    private final List<FreeParameter> free;
    private final double[] values;
    private final Observations data;
    private final EquilibriaOfParameters equilibria;
    private final CalibrationModel.Solved solved;
    private final double[] residuals;
    private final int solves;
    private final boolean areByAgent;
    private final RealMatrix scores;
    private final SingularValueDecomposition svd;

    Fit(
            List<FreeParameter> free,
            double[] values,
            Observations data,
            EquilibriaOfParameters equilibria,
            CalibrationModel.Solved solved,
            List<ClearedTangent> tangents,
            int solves) {
        this.free = free;
        this.values = values;
        this.data = data;
        this.equilibria = equilibria;
        this.solved = solved;
        this.solves = solves;
        Misfit misfit = solved.misfit();
        residuals = misfit.residuals();
        RealMatrix information = new Array2DRowRealMatrix(residuals.length, values.length);
        double[][] byAgent = new double[values.length][];
        for (int k = 0; k < values.length; k++) {
            information.setColumn(k, misfit.information(tangents.get(k)));
            byAgent[k] = misfit.scores(tangents.get(k));
        }
        areByAgent = byAgent[0].length > 0;
        scores = areByAgent ? new Array2DRowRealMatrix(byAgent, false).transpose() : information;
        svd = new SingularValueDecomposition(scaled(information));
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
        return solved.found().equilibrium();
    }

    /** Prices and what the market counts there, where it clears; else empty. */
    public double[] ofMarket() {
        return solved.found().ofMarket().clone();
    }

    /** What was fitted. */
    public Observations data() {
        return data;
    }

    /** How many equilibria were sought. */
    public int solves() {
        return solves;
    }

    /** Σ r². */
    public double sumOfSquares() {
        double sum = 0;
        for (double r : residuals) {
            sum += r * r;
        }
        return sum;
    }

    /** n - p. */
    public int degreesOfFreedom() {
        return data.count() - values.length;
    }

    /** s, the standard deviation of an observation, in units of that which is known if one is; NaN if there are as many parameters as observations. */
    public double deviation() {
        return Math.sqrt(sumOfSquares() / degreesOfFreedom());
    }

    /** The probability that Σ r² of known errors is as large or larger if the game is right; of positions, whose r² are not those of a χ² law, NaN. */
    public double probability() {
        boolean hasLaw = data.haveKnownErrors() && residuals.length == data.count() && degreesOfFreedom() > 0;
        return hasLaw
                ? 1 - new ChiSquaredDistribution(degreesOfFreedom()).cumulativeProbability(sumOfSquares())
                : Double.NaN;
    }

    /**
     * Residuals that are of variance 1 if the game is right, one for each observation: r/(s (1 - h)^½), h the share of an observation in its own prediction; of positions Φ⁻¹ of the
     * predicted distribution function along the first axis, drawn evenly within a cell.
     */
    public double[] normalResiduals() {
        double[] normal = solved.misfit().normalScores();
        if (normal.length > 0) {
            return normal;
        }
        normal = new double[residuals.length];
        for (int i = 0; i < normal.length; i++) {
            double leverage = 0;
            for (int k = 0; k < values.length; k++) {
                leverage += isSeen(k) ? Math.pow(svd.getU().getEntry(i, k), 2) : 0;
            }
            normal[i] = residuals[i] / (unit() * Math.sqrt(Math.max(ROUNDING, 1 - leverage)));
        }
        return normal;
    }

    /** The standard deviation of a residual. */
    public double unit() {
        return data.haveKnownErrors() ? 1 : deviation();
    }

    /** The standard errors; infinite where the observations do not tell the parameters apart. */
    public double[] standardErrors() {
        double[] errors = new double[values.length];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = isTold(k) ? unit() * scale(k) * length(direction(k)) : Double.POSITIVE_INFINITY;
        }
        return errors;
    }

    /** Whether a parameter has no part in directions that the observations do not see. */
    private boolean isTold(int parameter) {
        boolean isTold = true;
        for (int j = 0; j < values.length; j++) {
            isTold &= isSeen(j) || Math.abs(svd.getV().getEntry(parameter, j)) <= ROUNDING;
        }
        return isTold;
    }

    /** With A = UΣVᵀ the row of VΣ⁻¹, whose square is that of (AᵀA)⁻¹; by agents that of GVΣ⁻², G with a row for each. */
    private double[] direction(int parameter) {
        double[] direction = svd.getV().getRow(parameter);
        for (int j = 0; j < direction.length; j++) {
            double singular = singularValues()[j];
            direction[j] *= !isSeen(j) ? 0 : 1 / (areByAgent ? singular * singular : singular);
        }
        return areByAgent ? scaled(scores).multiply(svd.getV()).operate(direction) : direction;
    }

    private static double length(double[] vector) {
        return new ArrayRealVector(vector, false).getNorm();
    }

    /** (AᵀA)⁻¹ Aᵀ d, what a change d of the predictions is in parameters; NaN where the observations do not tell them apart. */
    double[] inParameters(double[] change) {
        double[] coefficients = svd.getU().preMultiply(change);
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] *= isSeen(j) ? 1 / singularValues()[j] : 0;
        }
        double[] parameters = svd.getV().operate(coefficients);
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] *= isTold(k) ? scale(k) : Double.NaN;
        }
        return parameters;
    }

    /** Whether a parameter ended at its bound: then Aᵀ r is not 0. */
    boolean isAtBound() {
        return IntStream.range(0, values.length)
                .anyMatch(k -> free.get(k).boundAt(values[k]).isPresent());
    }

    EquilibriaOfParameters equilibria() {
        return equilibria;
    }

    CalibrationModel.Solved solved() {
        return solved;
    }

    /** Half the length of each parameter's confidence interval of 95 %. */
    public double[] halfIntervals() {
        double level = 0.5 + 0.5 * LEVEL;
        double t = data.haveKnownErrors()
                ? new NormalDistribution().inverseCumulativeProbability(level)
                : new TDistribution(degreesOfFreedom()).inverseCumulativeProbability(level);
        double[] half = standardErrors();
        for (int k = 0; k < half.length; k++) {
            half[k] *= t;
        }
        return half;
    }

    /**
     * The singular values of A in relative changes of the parameters (absolute ones of a parameter that is 0), the largest first. By how much the observations change along the combination
     * of parameters that changes them least is the last.
     */
    public double[] singularValues() {
        return svd.getSingularValues();
    }

    /** The combination of parameters, in relative changes and of length 1, whose singular value has the given index. */
    public double[] combination(int singularValue) {
        return svd.getV().getColumn(singularValue);
    }

    /** The combination that the observations see least, in words: {@code 0.80 lambda - 0.60 gamma}. */
    public String weakest() {
        StringBuilder text = new StringBuilder();
        double[] weights = combination(values.length - 1);
        for (int k = 0; k < weights.length; k++) {
            if (Math.abs(weights[k]) >= LEAST_SHARE) {
                String sign = weights[k] < 0 ? "- " : "+ ";
                text.append(text.isEmpty() && weights[k] >= 0 ? "" : sign)
                        .append(String.format(
                                Locale.ROOT,
                                "%.2f %s ",
                                Math.abs(weights[k]),
                                free.get(k).name()));
            }
        }
        return text.toString().trim();
    }

    private boolean isSeen(int direction) {
        return singularValues()[direction] > ROUNDING * singularValues()[0];
    }

    private RealMatrix scaled(RealMatrix columns) {
        double[] scales = new double[values.length];
        for (int k = 0; k < scales.length; k++) {
            scales[k] = scale(k);
        }
        return columns.multiply(MatrixUtils.createRealDiagonalMatrix(scales));
    }

    private double scale(int parameter) {
        return values[parameter] == 0 ? 1 : Math.abs(values[parameter]);
    }
}
