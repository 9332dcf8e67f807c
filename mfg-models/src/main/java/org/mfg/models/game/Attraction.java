package org.mfg.models.game;

import org.mfg.models.coupling.MeanCost;

/**
 * c(x, μ) = ½ κ |x - s μ|², in any dimension: agents like to be at s times the mean.
 *
 * @param kappa the strength κ
 * @param s the factor s
 */
record Attraction(double kappa, double s) implements MeanCost {
    @Override
    public double value(double t, double[] x, double[] mean) {
        double square = 0;
        for (int k = 0; k < x.length; k++) {
            double distance = x[k] - s * mean[k];
            square += distance * distance;
        }
        return 0.5 * kappa * square;
    }

    @Override
    public void meanGradient(double t, double[] x, double[] mean, double[] gradient) {
        for (int k = 0; k < x.length; k++) {
            gradient[k] = -kappa * s * (x[k] - s * mean[k]);
        }
    }
}
