package org.mfg.solvers.krylov;

import java.util.ArrayList;
import java.util.List;
import org.mfg.solvers.parallel.Workers;

/**
 * Vectors that are orthonormal in the inner product of their {@linkplain Sketch sketches}, and so nearly orthonormal (Balabanov and Grigori 2022): the products,
 * which take most of the time of Gram and Schmidt's method, are those of short vectors.
 */
final class SketchedBasis extends KrylovBasis {
    private final Sketch sketch;
    private final double[] image = new double[Sketch.SIZE];
    private final List<double[]> sketches = new ArrayList<>();

    SketchedBasis(Workers workers, Vectors vectors) {
        super(workers, vectors);
        sketch = new Sketch(workers);
    }

    @Override
    void keep(int k, double[] v, double factor) {
        sketch.apply(v, image);
        keepWithSketch(k, v, factor);
    }

    private void keepWithSketch(int k, double[] v, double factor) {
        super.keep(k, v, factor);
        if (sketches.size() == k) {
            sketches.add(new double[Sketch.SIZE]);
        }
        double[] kept = sketches.get(k);
        for (int i = 0; i < Sketch.SIZE; i++) {
            kept[i] = image[i] * factor;
        }
    }

    @Override
    void orthonormalize(int k, double[] v, double[] h) {
        sketch.apply(v, image);
        for (int i = 0; i < k; i++) {
            double[] other = sketches.get(i);
            h[i] = Vectors.dot(image, other, 0, Sketch.SIZE);
            for (int j = 0; j < Sketch.SIZE; j++) {
                image[j] -= h[i] * other[j];
            }
        }
        subtractCombination(v, k, h);
        h[k] = norm(v);
        keepWithSketch(k, v, h[k] > 0 ? 1 / h[k] : 1);
    }

    /** That of the sketch: the vector's to within a fifth, mostly. */
    @Override
    double norm(double[] v) {
        sketch.apply(v, image);
        return Math.sqrt(Vectors.dot(image, image, 0, Sketch.SIZE));
    }
}
