package org.mfg.api.discrete;

/**
 * A linearisation that gives its parts a time step at a time, for solvers that eliminate one unknown after the other. With the masses μ^j = W dm^{j+1},
 * W the weights, and sources a and b the coupled system is
 *
 * <pre>
 *   S_j du^j - du^{j+1} - φ_j W⁻¹ μ^j = a^j        du^nt = φ_nt dm^nt + a^nt
 *   S̃_jᵀ μ^j - μ^{j-1} + C_j du^j = b^j            μ^-1 = b^-1
 * </pre>
 *
 * <p>for the steps j = 0 ... nt - 1. S̃ is S but where there is a discount or the Hamiltonian depends on the density. All methods work on one level
 * of an array, from an offset. At nodes whose value is given (exits, walls) du and μ are 0: solves leave 0 there.
 */
public interface StepwiseLinearization extends Linearization {

    /** Whether what an agent pays depends on the density at its own place and time alone, so that φ is diagonal; the other methods ask for it. */
    boolean isStepwise();

    /** Whether S̃ is S. */
    boolean isSymmetric();

    /** Solves S_j x = b in place. */
    void solveStep(int step, double[] b, int at);

    /** Solves S_jᵀ x = b in place. */
    void solveStepTransposed(int step, double[] b, int at);

    /** Solves S̃_jᵀ x = b in place. */
    void solveDensityStep(int step, double[] b, int at);

    /** Subtracts C_j du. */
    void subtractPolicyChange(int step, double[] du, int at, double[] out, int outAt);

    /**
     * Writes how strongly C_j links each node with its upper neighbour on an axis of positions: of C_j du at a node c (du - du') for each of its links, but for
     * what the sides of a node have to do with each other in the Hessian of the numerical Hamiltonian.
     *
     * @param out c by lower end, one level; 0 where there is no upper neighbour
     */
    void policyLinks(int step, int axis, double[] out);

    /**
     * Writes φ_j, by how much the cost of a step grows with the density at its end: Δt (F' - ∂H/∂m), and G' at the end.
     *
     * @param step from 0 to nt, for the end
     */
    void reaction(int step, double[] out, int outAt);
}
