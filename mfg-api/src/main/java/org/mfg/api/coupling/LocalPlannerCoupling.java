package org.mfg.api.coupling;

/**
 * The planner's version f + m f_m of a local coupling f. Its own density derivative is 2 f_m + m f_mm, for m = 0 as well: a
 * coupling whose derivative there is infinite clips it.
 *
 * @param coupling the coupling f
 */
record LocalPlannerCoupling(LocalCoupling coupling) implements LocalCoupling {

    @Override
    public double value(double t, double[] x, double m) {
        return coupling.value(t, x, m) + m * coupling.densityDerivative(t, x, m);
    }

    @Override
    public double densityDerivative(double t, double[] x, double m) {
        double slope = 2 * coupling.densityDerivative(t, x, m);
        return m > 0 ? slope + m * coupling.densitySecondDerivative(t, x, m) : slope;
    }
}
