package org.mfg.models.coupling;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.models.dense.AxisProducts;

/**
 * F[m](x) = λ ∫ K_σ(x - y) m(y) dy with the Gaussian kernel K_σ(z) = (2πσ²)^(-d/2) exp(-|z|² / (2σ²)): agents feel the
 * crowd within a distance of about σ. The kernel is positive definite, so for λ >= 0 the coupling is monotone.
 *
 * <p>The integral of K_σ over the whole space is 1 and it is not renormalised near walls, which would make it
 * asymmetric: beyond a wall there is nobody. Along a periodic axis the kernel is summed over all images, so that its
 * integral over a period is 1.
 *
 * <p>On a grid the integral is a sum over the nodes, right to 1e-8 for σ >= h and useless below: at σ = h/4 the kernel's mass on the grid
 * is 1.6, at h/10 it is 4. Where an axis has σ < h the kernel is averaged over each node's cell instead, by its distribution
 * function: its mass is 1 whatever σ, and the coupling goes over into the local λ m as σ goes to 0.
 *
 * <p>The kernel is a product over the axes. On a grid each axis has a dense matrix K(x_i - x_j) w_j, and all time
 * levels are done at once, in 1D as a single matrix product. Linear in m: the derivative is the same operator. States have no
 * distance: agents feel the crowd of all of them alike.
 */
public final class GaussianKernelCoupling implements Coupling {
    /** Beyond so many standard deviations the kernel is below 1e-17 of its peak and images are left out. */
    private static final double REACH = 9;

    private final double lambda;
    private final double sigma;

    /**
     * F[m] = λ K_σ * m.
     *
     * @param lambda the strength λ, finite
     * @param sigma the standard deviation σ > 0 of the kernel
     */
    public GaussianKernelCoupling(double lambda, double sigma) {
        if (!Double.isFinite(lambda)) {
            throw InvalidInputException.of("lambda", "be finite", lambda);
        }
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw InvalidInputException.of("sigma", "be finite and > 0", sigma);
        }
        this.lambda = lambda;
        this.sigma = sigma;
    }

    @Override
    public DiscreteCoupling on(Grid grid, TimeGrid time) {
        double[][][] matrices = new double[grid.dimension()][][];
        for (int k = 0; k < matrices.length; k++) {
            Axis axis = grid.domain().axis(k);
            matrices[k] =
                    axis.isEven() ? matrix(axis, grid.nodes(k), grid.spacing(k)) : gradedMatrix(grid.coordinates(k));
        }
        return new Convolution(lambda, new AxisProducts(matrices));
    }

    private double[][] matrix(Axis axis, int n, double h) {
        if (axis.hasStates()) {
            double[][] sum = new double[n][n];
            for (double[] row : sum) {
                Arrays.fill(row, 1);
            }
            return sum;
        }
        double[] kernel = new double[n];
        for (int offset = 0; offset < n; offset++) {
            kernel[offset] = axis.isPeriodic() ? periodic(offset * h, axis.length(), h) : onLine(offset * h, h);
        }
        double[][] matrix = new double[n][n];
        for (int j = 0; j < n; j++) {
            boolean atEnd = !axis.isPeriodic() && (j == 0 || j == n - 1);
            double weight = atEnd ? 0.5 * h : h;
            for (int i = 0; i < n; i++) {
                matrix[i][j] = kernel[Math.abs(i - j)] * weight;
            }
        }
        return matrix;
    }

    private double[][] gradedMatrix(double[] x) {
        int n = x.length;
        double[] weight = new double[n];
        for (int j = 0; j < n; j++) {
            weight[j] = 0.5 * (x[Math.min(j + 1, n - 1)] - x[Math.max(j - 1, 0)]);
        }
        double[][] matrix = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                // The wider cell of the two, so that the kernel stays symmetric.
                matrix[i][j] = onLine(x[i] - x[j], Math.max(weight[i], weight[j])) * weight[j];
            }
        }
        return matrix;
    }

    private double periodic(double z, double length, double h) {
        if (sigma > REACH * length) {
            return 1 / length;
        }
        int images = 1 + (int) Math.ceil(REACH * sigma / length);
        double sum = 0;
        for (int i = -images; i <= images; i++) {
            sum += onLine(z + i * length, h);
        }
        return sum;
    }

    /** The kernel of one axis at a distance; its mean over a cell around that where the grid does not resolve it. */
    private double onLine(double z, double h) {
        if (sigma >= h) {
            return gaussian(z);
        }
        double scale = sigma * Math.sqrt(2);
        return 0.5 * Erf.erf((z - 0.5 * h) / scale, (z + 0.5 * h) / scale) / h;
    }

    private double gaussian(double z) {
        return Math.exp(-0.5 * (z / sigma) * (z / sigma)) / (sigma * Math.sqrt(2 * Math.PI));
    }

    private record Convolution(double lambda, AxisProducts kernel) implements DiscreteCoupling {
        @Override
        public void addValue(double[] m, int first, int last, double[] out) {
            kernel.addTo(lambda, m, first, last, out);
        }

        @Override
        public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
            kernel.addTo(lambda, dm, first, last, out);
        }

        /** The kernel is symmetric, and so the operator its own adjoint. */
        @Override
        public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
            kernel.addTo(lambda, dv, first, last, out);
        }

        /** None: the coupling is linear. */
        @Override
        public void addAdjointChange(double[] m, double[] dm, double[] dv, int first, int last, double[] out) {}
    }
}
