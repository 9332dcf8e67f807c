package org.mfg.app.economy;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * Shots along a saddle path: equations of households, of which one number at the limit is unknown. A shot ends where saving in the high state comes down to almost nothing, or
 * the wish to save, N_2 up to its sign; on the saddle path both end together, where nobody goes on to.
 */
abstract class Shooting implements FirstOrderDifferentialEquations {
    private boolean savingEnded;

    /** The saving of the high state, less what is almost nothing. */
    abstract double saving(double x, double[] y);

    /** The wish of the high state to save. */
    abstract double wish(double x, double[] y);

    /** Integrates from the limit to an end that is not reached. */
    abstract double[] shoot(double unknown);

    /**
     * The unknown number, to the last digit.
     *
     * @param isTooLarge whether it is where saving ends first
     */
    final double bisect(double lower, double upper, boolean isTooLarge) {
        double low = lower;
        double high = upper;
        for (double middle = 0.5 * (low + high); low < middle && middle < high; middle = 0.5 * (low + high)) {
            shoot(middle);
            if (savingEnded == isTooLarge) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** Changes y along a shot; returns where it ended. */
    final double integrate(double from, double to, double[] y) {
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-18, 0.1, 1e-13, 1e-11);
        integrator.addEventHandler(new Stop(true), 1e-2, 1e-14, 200);
        integrator.addEventHandler(new Stop(false), 1e-2, 1e-14, 200);
        return integrator.integrate(this, from, y, to, y);
    }

    private final class Stop implements EventHandler {
        private final boolean isSaving;

        Stop(boolean isSaving) {
            this.isSaving = isSaving;
        }

        @Override
        public double g(double x, double[] y) {
            return isSaving ? saving(x, y) : wish(x, y);
        }

        @Override
        public Action eventOccurred(double x, double[] y, boolean increasing) {
            savingEnded = isSaving;
            return Action.STOP;
        }

        @Override
        public void init(double x, double[] y, double end) {}

        @Override
        public void resetState(double x, double[] y) {}
    }
}
