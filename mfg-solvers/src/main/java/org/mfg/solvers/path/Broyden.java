package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Broyden's (good) quasi-Newton method from a given inverse Jacobian, kept as a product of rank-one changes: with steps s and changes y of the function,
 *
 * <pre>
 *   B⁻¹ ← (I + a sᵀ) B⁻¹,  a = (s - B⁻¹y)/(s·B⁻¹y)      (Broyden 1965; Kelley 1995, chapter 7)
 * </pre>
 *
 * <p>with the inner product of unknowns in units of their scales.
 */
final class Broyden {
    private final UnaryOperator<double[]> first;
    private final double[] scales;
    private final List<double[]> steps = new ArrayList<>();
    private final List<double[]> changes = new ArrayList<>();

    /**
     * @param first multiplies by the inverse Jacobian to begin with
     * @param scales of the unknowns
     */
    Broyden(UnaryOperator<double[]> first, double[] scales) {
        this.first = first;
        this.scales = scales;
    }

    /** B⁻¹ e. */
    double[] solve(double[] e) {
        double[] x = first.apply(e);
        for (int k = 0; k < steps.size(); k++) {
            add(dot(steps.get(k), x), changes.get(k), x);
        }
        return x;
    }

    /** Learns from a step and by how much it changed the function. */
    void update(double[] step, double[] change) {
        double[] predicted = solve(change);
        double product = dot(step, predicted);
        if (product == 0 || !Double.isFinite(product)) {
            return;
        }
        double[] a = new double[step.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = (step[i] - predicted[i]) / product;
        }
        steps.add(step.clone());
        changes.add(a);
    }

    /** The size of a step, in units of the scales: of its largest entry. */
    double size(double[] step) {
        double size = 0;
        for (int i = 0; i < step.length; i++) {
            size = Math.max(size, Math.abs(step[i]) / scales[i]);
        }
        return size;
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i] / (scales[i] * scales[i]);
        }
        return sum;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
