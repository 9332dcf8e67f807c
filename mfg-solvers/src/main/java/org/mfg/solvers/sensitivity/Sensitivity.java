package org.mfg.solvers.sensitivity;

import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;
import org.mfg.solvers.coupled.CoupledEquations;
import org.mfg.solvers.coupled.LinearEquations;

/**
 * The derivatives of an equilibrium of the discrete equations R(θ; u, m) = 0, by the implicit function theorem. With R' the derivative in (u, m),
 *
 * <pre>
 *   tangent:   R' (du, dm) = -∂R/∂θ           one linear solve for each parameter θ, for all quantities
 *   adjoint:   R'ᵀ (p, q) = (J_u, J_m)        one for each quantity J, for all parameters and fields
 *              dJ/dθ = ∂J/∂θ - p ∂R_hjb/∂θ - q ∂R_fp/∂θ
 * </pre>
 *
 * <p>∂R/∂θ is a difference of the residuals of the game {@linkplain GameFamily made again} for two values of θ near its own. What comes out is the derivative of
 * the discrete equilibrium, of which the mathematical one is the limit, to about 9 digits: rounding of that difference, and what the equilibrium itself
 * is off by.
 *
 * <p>For games with a horizon and stationary ones, whichever solver found the equilibrium. With a target density or a ceiling {@linkplain Multipliers the multipliers} move with the rest,
 * and the linear systems are solved exactly.
 */
public final class Sensitivity {
    /** Of a residual, of which a quantity sees a multiple. */
    private static final double TOLERANCE = 1e-11;

    private final LinearizationPoint at;
    private final LinearEquations equations;

    private Sensitivity(DiscreteGame game, double[] u, double[] m, Multipliers multipliers) {
        at = new LinearizationPoint(game, u, m, multipliers);
        equations = game.game().isConstrained()
                ? new ConstrainedLinearEquations(game, u, m, multipliers)
                : new CoupledEquations(game, u, m, TOLERANCE);
    }

    /**
     * Linearises a game at its equilibrium. The game may not be linearised elsewhere while this is in use.
     *
     * @throws InvalidInputException if it has not converged, or has a target density or a ceiling with a coupling that is not local
     */
    public static Sensitivity of(DiscreteGame game, Equilibrium equilibrium) {
        if (!equilibrium.isConverged()) {
            throw InvalidInputException.of(
                    "equilibrium",
                    "be CONVERGED to have derivatives",
                    equilibrium.status().name());
        }
        return new Sensitivity(game, equilibrium.u(), equilibrium.m(), Multipliers.of(game, equilibrium));
    }

    /**
     * The derivative of the equilibrium in a parameter.
     *
     * @param value θ
     * @param family the game for each value of θ, this game for the value itself
     * @throws InvalidInputException if the family's game for the value is not this one
     */
    public Tangent tangent(double value, GameFamily family) {
        ParameterChange change = ParameterChange.of(at, value, family);
        double[] du = new double[at.u().length];
        double[] dm = new double[du.length];
        equations.solve(negative(change.backward()), negative(change.forward()), du, dm);
        return new Tangent(at, change, du, dm);
    }

    /** Whether there are adjoints: not with a target density or a ceiling where there is a discount too, or the Hamiltonian depends on the density. */
    public boolean hasAdjoints() {
        return equations.hasTranspose();
    }

    /**
     * The derivative of a quantity in whatever the residuals depend on.
     *
     * @throws InvalidInputException if the quantity has no gradient, or unless {@link #hasAdjoints}
     */
    public Adjoint adjoint(Quantity quantity) {
        Gradient gradient = quantity.gradient(at.game(), at.u(), at.m())
                .orElseThrow(() -> InvalidInputException.because(
                        "quantity",
                        "quantity " + quantity.name() + " must give its gradient (Quantity.gradient) for an adjoint"));
        double[] p = new double[at.u().length];
        double[] q = new double[p.length];
        equations.solveTransposed(gradient.u(), byDensity(gradient), p, q);
        double[] costs = new double[p.length];
        equations.costWeights(p, costs);
        return new Adjoint(at, quantity, gradient, p, q, costs);
    }

    /** ∂J/∂m with the pressure as what follows from m. */
    private double[] byDensity(Gradient gradient) {
        double[] sum = gradient.m().clone();
        for (int i = 0; i < gradient.pressure().length; i++) {
            sum[i] += at.multipliers().ratio()[i] * gradient.pressure()[i];
        }
        return sum;
    }

    /** The forward-backward sweeps of all linear solves so far. */
    public int sweeps() {
        return equations.sweeps();
    }

    private static double[] negative(double[] v) {
        double[] negative = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            negative[i] = -v[i];
        }
        return negative;
    }
}
