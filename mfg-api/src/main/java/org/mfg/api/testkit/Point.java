package org.mfg.api.testkit;

import java.util.Arrays;
import java.util.Random;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;

/** A place to check at: time t, position x, momentum p and density m. */
record Point(double t, double[] x, double[] p, double m) {
    private static final double LARGEST_MOMENTUM = 3;
    private static final double SMALLEST_MOMENTUM = 0.05;
    private static final int MOST_TRIES = 100;

    /**
     * A random point: t from 0 to the horizon, x inside the domain, in one of its states and outside of its obstacles, |p_k| from 0.05 to
     * 3 so that derivatives singular at 0 are left out, and p_k = 0 along an axis of states.
     */
    static Point random(Random random, Domain domain, double horizon) {
        double[] x = position(random, domain);
        for (int i = 0; i < MOST_TRIES && domain.isObstructed(x); i++) {
            x = position(random, domain);
        }
        double[] p = momentum(random, domain);
        double m = density(random);
        return new Point(horizon * random.nextDouble(), x, p, m);
    }

    private static double[] position(Random random, Domain domain) {
        double[] x = new double[domain.dimension()];
        for (int k = 0; k < x.length; k++) {
            Axis axis = domain.axis(k);
            x[k] = axis.hasStates()
                    ? random.nextInt(axis.states().orElseThrow().size())
                    : axis.lower() + axis.length() * random.nextDouble();
        }
        return x;
    }

    /** A random momentum as above. */
    static double[] momentum(Random random, Domain domain) {
        double[] p = new double[domain.dimension()];
        for (int k = 0; k < domain.positionAxes(); k++) {
            double size = SMALLEST_MOMENTUM + (LARGEST_MOMENTUM - SMALLEST_MOMENTUM) * random.nextDouble();
            p[k] = random.nextBoolean() ? size : -size;
        }
        return p;
    }

    /** Random densities as below, at a number of nodes and levels. */
    static double[] densities(Random random, int size) {
        double[] m = new double[size];
        for (int i = 0; i < size; i++) {
            m[i] = density(random);
        }
        return m;
    }

    /** A random direction to move so many densities in, each entry between -1 and 1. */
    static double[] direction(Random random, int size) {
        double[] dm = new double[size];
        for (int i = 0; i < size; i++) {
            dm[i] = 2 * random.nextDouble() - 1;
        }
        return dm;
    }

    /** A random density between 0.05 and 3. */
    static double density(Random random) {
        return 0.05 + 2.95 * random.nextDouble();
    }

    /** |p|. */
    double length() {
        double square = 0;
        for (double pk : p) {
            square += pk * pk;
        }
        return Math.sqrt(square);
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
        String momentum = p.length == 0 ? "" : ", p = " + Arrays.toString(p);
        return "t = " + t + ", x = " + Arrays.toString(x) + momentum + ", m = " + m;
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
