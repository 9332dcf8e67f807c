package org.mfg.api.coupling;

/**
 * P[m] = F[m] + F'[m]* m on a grid, with P'[m] dm = F'[m] dm + F'[m]* dm + (∂/∂m F'[m]* m) dm. As the second derivative of the social
 * cost Σ w m F[m], P'[m] is its own adjoint.
 *
 * @param coupling the coupling F
 */
record DiscretePlannerCoupling(DiscreteCoupling coupling) implements DiscreteCoupling {

    @Override
    public void addValue(double[] m, int first, int last, double[] out) {
        coupling.addValue(m, first, last, out);
        coupling.addAdjoint(m, m, first, last, out);
    }

    @Override
    public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
        coupling.addDerivative(m, dm, first, last, out);
        coupling.addAdjoint(m, dm, first, last, out);
        coupling.addAdjointChange(m, dm, m, first, last, out);
    }

    @Override
    public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
        addDerivative(m, dv, first, last, out);
    }

    @Override
    public boolean isLocal() {
        return coupling.isLocal();
    }
}
