package org.mfg.api.game;

/**
 * A diffusion and a constant more on every axis.
 *
 * @param lower the diffusion
 * @param extra the constant >= 0
 */
record RaisedDiffusion(Diffusion lower, double extra) implements Diffusion {
    @Override
    public double at(double t, double[] x, int axis) {
        return lower.at(t, x, axis) + extra;
    }

    @Override
    public boolean dependsOnTime() {
        return lower.dependsOnTime();
    }
}
