package org.mfg.solvers.deflation;

import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.solvers.coupled.CoupledEquations;

/**
 * How a crowd near an equilibrium changes when everybody plays the best response to it: the outermost eigenvalues of Φ'(m), Φ(m) = forward(backward(m)), by Arnoldi's
 * method.
 *
 * @param radius the largest modulus: below 1 the plain fixed point m ← Φ(m) returns to the equilibrium
 * @param growth the largest real part: below 1 it does so with small enough steps, as in learning, dm/ds = Φ(m) - m
 */
public record BestResponses(double radius, double growth) {
    private static final int STEPS = 40;
    /** A new direction shorter than this is rounding. */
    private static final double NOTHING = 1e-12;

    /** Whether small steps towards best responses return to the equilibrium. */
    public boolean isStable() {
        return growth < 1;
    }

    /** Linearises the best response at an equilibrium. */
    static BestResponses at(DiscreteGame game, double[] u, double[] m) {
        CoupledEquations equations = new CoupledEquations(game, u, m, 1);
        int size = game.size();
        double[][] basis = new double[STEPS + 1][];
        double[][] h = new double[STEPS][STEPS];
        basis[0] = new double[size];
        double[] image = new double[size];
        equations.bestResponse(new Random(1).doubles(size, -1, 1).toArray(), basis[0]);
        double length = Math.sqrt(dot(basis[0], basis[0]));
        if (length == 0) {
            return new BestResponses(0, 0);
        }
        scale(basis[0], 1 / length);
        int k = 0;
        double left = 1;
        while (k < STEPS && left > NOTHING) {
            equations.bestResponse(basis[k], image);
            double before = Math.sqrt(dot(image, image));
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i <= k; i++) {
                    double c = dot(image, basis[i]);
                    h[i][k] += c;
                    for (int l = 0; l < size; l++) {
                        image[l] -= c * basis[i][l];
                    }
                }
            }
            left = Math.sqrt(dot(image, image)) / Math.max(before, Double.MIN_NORMAL);
            basis[k + 1] = image.clone();
            scale(basis[k + 1], 1 / Math.max(before * left, Double.MIN_NORMAL));
            if (k + 1 < STEPS) {
                h[k + 1][k] = before * left;
            }
            k++;
        }
        return of(MatrixUtils.createRealMatrix(h).getSubMatrix(0, k - 1, 0, k - 1));
    }

    private static BestResponses of(RealMatrix hessenberg) {
        EigenDecomposition eigen = new EigenDecomposition(hessenberg);
        double radius = 0;
        double growth = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < hessenberg.getRowDimension(); i++) {
            radius = Math.max(radius, Math.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
            growth = Math.max(growth, eigen.getRealEigenvalue(i));
        }
        return new BestResponses(radius, growth);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void scale(double[] v, double factor) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
    }
}
