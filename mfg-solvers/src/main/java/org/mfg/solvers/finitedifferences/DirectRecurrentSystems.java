package org.mfg.solvers.finitedifferences;

import org.mfg.api.grid.Grid;
import org.mfg.solvers.linalg.MarkovChain;
import org.mfg.solvers.linalg.SliceSystems;
import org.mfg.solvers.linalg.StencilMatrix;

/**
 * Recurrent systems by elimination. The stationary masses π, Aᵀπ = 0, come from that of {@link
 * MarkovChain} to full relative accuracy, however slowly the crowd mixes. They tell c = ⟨π, b⟩, and then x but for a constant solves
 *
 * <pre>
 *   τA x = b - c 1 with x_p = 0,   τAᵀ y = b - v Σ b with y_p = 0 but for a multiple of π
 * </pre>
 *
 * <p>without row and column p, where π is largest: as everybody comes to p, what is left of A is a regular M-matrix. Places that the crowd
 * leaves for good are welcome, with the mass 0; two crowds that never mix are a failure that says where they are.
 */
final class DirectRecurrentSystems extends RecurrentSystems {
    private final Grid grid;
    private final Mesh mesh;
    private final MarkovChain chain;
    private final SliceSystems factors;
    private final StencilMatrix pinned;
    private final boolean[] isWall;

    /** The stationary masses, which sum to 1, of the matrix that was factorised last; 0 at walls and where nobody stays. */
    final double[] masses;

    private int pin;

    /**
     * @param chain finds the masses
     * @param factors room for the factors of one slice
     */
    DirectRecurrentSystems(Grid grid, Mesh mesh, MarkovChain chain, SliceSystems factors) {
        super(mesh);
        this.grid = grid;
        this.mesh = mesh;
        this.factors = factors;
        this.chain = chain;
        pinned = new StencilMatrix(mesh.size, mesh.sides);
        masses = new double[mesh.size];
        isWall = new boolean[mesh.size];
        for (int node : mesh.fixed) {
            isWall[node] = true;
        }
    }

    /**
     * Factorises S = I + τA, an M-matrix.
     *
     * @throws org.mfg.api.NumericalFailureException if there is not one stationary density
     */
    @Override
    public void factorize(int slice, StencilMatrix s) {
        findMasses(s);
        pin = 0;
        for (int i = 1; i < masses.length; i++) {
            pin = masses[i] > masses[pin] ? i : pin;
        }
        for (int i = 0; i < masses.length; i++) {
            double outflow = 0;
            for (int side = 0; side < mesh.sides; side++) {
                int j = mesh.neighbour[side][i];
                double off = i == j ? 0 : s.off[side][i];
                outflow -= off;
                pinned.off[side][i] = i == pin || j == pin ? 0 : off;
            }
            pinned.diagonal[i] = i == pin || isWall[i] ? 1 : outflow;
        }
        factors.factorize(slice, pinned);
    }

    /** Finds {@link #masses} alone, of S = I + τA; as {@link #factorize} but for the systems. */
    void findMasses(StencilMatrix s) {
        int crowds = chain.stationaryMasses(s, mesh.neighbour, mesh.diffusion, isWall, masses);
        if (crowds != 1) {
            throw SeparateCrowds.failure(grid, chain.classes(), crowds);
        }
    }

    @Override
    public void solve(int slice, double[] b, int offset) {
        double c = 0;
        for (int i = 0; i < masses.length; i++) {
            c += masses[i] * b[offset + i];
        }
        addFree(-c, b, offset);
        b[offset + pin] = 0;
        factors.solve(slice, b, offset);
        addFree(c - mean(b, offset), b, offset);
    }

    private void addFree(double value, double[] b, int offset) {
        for (int i = 0; i < masses.length; i++) {
            b[offset + i] += isWall[i] ? 0 : value;
        }
    }

    @Override
    public void solveTransposed(int slice, double[] b, int offset) {
        double total = freeSum(b, offset);
        for (int i = 0; i < masses.length; i++) {
            b[offset + i] -= v[i] * total;
        }
        b[offset + pin] = 0;
        factors.solveTransposed(slice, b, offset);
        double missing = total - freeSum(b, offset);
        for (int i = 0; i < masses.length; i++) {
            b[offset + i] += missing * masses[i];
        }
    }

    private double freeSum(double[] b, int offset) {
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            sum += isWall[i] ? 0 : b[offset + i];
        }
        return sum;
    }
}
