package org.mfg.api.testkit;

import java.util.Arrays;
import java.util.Random;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;

/** A place to check at: time t, position x, momentum p and density m. */
record Point(double t, double[] x, double[] p, double m) {
    private static final double LARGEST_MOMENTUM = 3;
    private static final double SMALLEST_MOMENTUM = 0.05;

    /** A random point: t from 0 to 1, x inside the domain, |p_k| from 0.05 to 3 so that derivatives singular at 0 are left out. */
    static Point random(Random random, Domain domain) {
        int d = domain.dimension();
        double[] x = new double[d];
        double[] p = new double[d];
        for (int k = 0; k < d; k++) {
            Axis axis = domain.axis(k);
            x[k] = axis.lower() + axis.length() * random.nextDouble();
            double size = SMALLEST_MOMENTUM + (LARGEST_MOMENTUM - SMALLEST_MOMENTUM) * random.nextDouble();
            p[k] = random.nextBoolean() ? size : -size;
        }
        double m = density(random);
        return new Point(random.nextDouble(), x, p, m);
    }

    /** A random density between 0.05 and 3. */
    static double density(Random random) {
        return 0.05 + 2.95 * random.nextDouble();
    }

    Point withMomentum(double[] q) {
        return new Point(t, x, q, m);
    }

    Point withDensity(double density) {
        return new Point(t, x, p, density);
    }

    /** The same place with p_k moved by e. */
    Point shifted(int k, double e) {
        double[] q = p.clone();
        q[k] += e;
        return withMomentum(q);
    }

    @Override
    public String toString() {
        return "t = " + t + ", x = " + Arrays.toString(x) + ", p = " + Arrays.toString(p) + ", m = " + m;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point o && t == o.t && Arrays.equals(x, o.x) && Arrays.equals(p, o.p) && m == o.m;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(x) + 31 * Arrays.hashCode(p) + 961 * Double.hashCode(m) + 29791 * Double.hashCode(t);
    }
}
