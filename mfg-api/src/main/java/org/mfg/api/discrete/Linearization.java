package org.mfg.api.discrete;

import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;

/**
 * The discrete equations linearised at a pair (u, m), factorised once and solved as often as needed. With L the
 * linearised Hamilton-Jacobi-Bellman operator, its adjoint L* the Fokker-Planck operator, C du the change of the
 * Fokker-Planck equation with the policy and F' the derivative of the couplings, all scaled with Δt as the residuals are:
 *
 * <pre>
 *   backward: L du = F' dm + source
 *   forward:  L* dm = -C du + source
 * </pre>
 *
 * A null source is zero. Where the Hamiltonian depends on the density, F' includes -∂H/∂m and L* the derivative of the
 * feedback in m.
 */
public interface Linearization {

    /** Solves the linearised Hamilton-Jacobi-Bellman equation for du, all levels; dm may be null for zero. */
    void backward(double @Nullable [] dm, double @Nullable [] source, double[] du);

    /** Solves the linearised Fokker-Planck equation for dm, all levels. */
    void forward(double[] du, double @Nullable [] source, double[] dm);

    /**
     * Lets the systems of the time steps be solved to this relative tolerance only from now on, where they are solved by iterations and
     * that saves some; 0 for what a linearisation begins with, which is as exact as a Newton step needs, or for what {@link #solveExactly} has asked for.
     */
    default void setTolerance(double tolerance) {}

    /**
     * Solves to round-off until the game is linearised again, where the linear systems of time steps are solved by iterations: a derivative has no next step that
     * corrects it, as Newton's method has.
     */
    default void solveExactly() {}

    /**
     * The transpose of {@link #backward} as a map of (dm, source) to du, for the sum of the products of all entries: writes source = L⁻ᵀ du
     * and dm = F'ᵀ source.
     *
     * @throws InvalidInputException unless overridden
     */
    default void backwardTransposed(double[] du, double[] dm, double[] source) {
        throw withoutTransposes();
    }

    /**
     * The transpose of {@link #forward} as a map of (du, source) to dm: writes source = L*⁻ᵀ dm and du = -Cᵀ source.
     *
     * @throws InvalidInputException unless overridden
     */
    default void forwardTransposed(double[] dm, double[] du, double[] source) {
        throw withoutTransposes();
    }

    /**
     * What the weights p of {@link #backwardTransposed} (source there) are as weights on the running costs per unit of time, all levels: the
     * transpose of how the costs of the levels enter the source, without Δt.
     *
     * @throws InvalidInputException unless overridden
     */
    default void costTransposed(double[] source, double[] costs) {
        throw withoutTransposes();
    }

    private static InvalidInputException withoutTransposes() {
        return InvalidInputException.because(
                "discretization",
                "discretization must give the transposes of its linearised sweeps (Linearization.backwardTransposed, forwardTransposed)");
    }
}
