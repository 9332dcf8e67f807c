package org.mfg.api.game;

import java.util.OptionalDouble;
import org.mfg.api.InvalidInputException;

/**
 * The diffusion D_k(t, x) >= 0 along each axis of positions, half the squared volatility: an agent follows dX_k = a_k dt +
 * sqrt(2 D_k(t, X)) dW_k, and the equations have D_k ∂²_k u and ∂²_k(D_k m). It may be 0 on an axis or at places (degenerate). In units
 * of length² over time.
 *
 * <p>Implementations are pure functions, safe to call from several threads, that neither keep nor change the array x.
 */
public interface Diffusion {

    /**
     * D_k(t, x).
     *
     * @param t the time; of a stationary game it says nothing
     * @param x the position, d entries
     * @param axis the axis k, from 0; never that of states
     */
    double at(double t, double[] x, int axis);

    /** Whether D changes with time; one that does not is evaluated once. */
    default boolean dependsOnTime() {
        return true;
    }

    /** The viscosity ν where D_k = ν everywhere and on each axis; empty for one that varies. */
    default OptionalDouble viscosity() {
        return OptionalDouble.empty();
    }

    /** This one and a viscosity more on every axis: D_k + ν, for continuation in the viscosity. */
    default Diffusion plus(double viscosity) {
        return new RaisedDiffusion(this, viscosity);
    }

    /**
     * The same viscosity ν everywhere: D_k = ν.
     *
     * @throws InvalidInputException if it is negative or not finite
     */
    static Diffusion of(double viscosity) {
        return ConstantDiffusion.of(viscosity);
    }

    /**
     * A constant for each axis of positions, of which some may be 0.
     *
     * @throws InvalidInputException if one is negative or not finite, or there is none
     */
    static Diffusion axes(double... diffusions) {
        return ConstantDiffusion.of(diffusions);
    }

    /** One that depends on the position only. */
    static Diffusion steady(Steady diffusion) {
        return new Diffusion() {
            @Override
            public double at(double t, double[] x, int axis) {
                return diffusion.at(x, axis);
            }

            @Override
            public boolean dependsOnTime() {
                return false;
            }
        };
    }

    /** A diffusion D_k(x) that does not depend on time. */
    @FunctionalInterface
    interface Steady {
        /** D_k(x). */
        double at(double[] x, int axis);
    }
}
