package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.solvers.Hamiltonians;

/** What the scheme needs of a numerical Hamiltonian: consistent, monotone, convex, and derivatives that are its own. */
class NumericalHamiltonianTest {
    /** A central difference of step e errs by e² times third derivatives, and by e times a jump of the second one. */
    private static final double STEP = 1e-6;

    private static final double TOLERANCE = 1e-5;

    /** A numerical Hamiltonian, the Hamiltonian it stands for, and whether its Hessian is the exact one. */
    record Subject(String name, NumericalHamiltonian g, Hamiltonian h, int dimension, boolean exactHessian) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<Subject> subjects() {
        Hamiltonian unstructured = Hamiltonians.unstructured();
        return Arbitraries.of(
                engquistOsher("quadratic, 1D", Hamiltonians.quadratic(), 1),
                engquistOsher("drifting, 1D", Hamiltonians.drifting(), 1),
                engquistOsher("drifting, 2D", Hamiltonians.drifting(), 2),
                engquistOsher("drifting in a crowd, 2D", Hamiltonians.driftingInACrowd(), 2),
                engquistOsher("stream in a crowd, 1D", Hamiltonians.streamInACrowd(), 1),
                engquistOsher("stream in a crowd, 2D", Hamiltonians.streamInACrowd(), 2),
                new Subject(
                        "stream in a crowd without a minimiser",
                        new LineEngquistOsher(Hamiltonians.streamInACrowd(), new double[][] {{0.3}}),
                        Hamiltonians.streamInACrowd(),
                        1,
                        true),
                radial("|p|³/3, 1D", 3, 0, 1),
                radial("|p|³/3, 2D", 3, 0, 2),
                radial("|p|²/2 in a crowd, 2D", 2, 0.5, 2),
                radial("|p|^1.5/1.5, 2D", 1.5, 0, 2),
                new Subject(
                        "unstructured",
                        new LineEngquistOsher(unstructured, new double[][] {{0.3}}),
                        unstructured,
                        1,
                        true));
    }

    private static Subject engquistOsher(String name, AxiswiseHamiltonian h, int dimension) {
        return new Subject(name, new EngquistOsher(h, dimension), h, dimension, true);
    }

    private static Subject radial(String name, double beta, double alpha, int dimension) {
        var h = Hamiltonians.power(beta, alpha);
        return new Subject(name, new RadialUpwind(h, dimension), h, dimension, beta >= 2);
    }

    /** Where to look: a position, one-sided differences and a density. */
    private record Place(double[] x, double[] q, double m) {
        static Place random(Subject subject, long seed) {
            Random random = new Random(seed);
            int d = subject.dimension();
            return new Place(
                    random.doubles(d).toArray(), random.doubles(2 * d, -2, 2).toArray(), 2 * random.nextDouble());
        }

        Place shifted(int side, double by) {
            double[] moved = q.clone();
            moved[side] += by;
            return new Place(x, moved, m);
        }
    }

    @Property
    void isConsistent(@ForAll("subjects") Subject subject, @ForAll long seed) {
        Place at = Place.random(subject, seed);
        double[] p = new double[subject.dimension()];
        double[] q = new double[2 * p.length];
        for (int k = 0; k < p.length; k++) {
            p[k] = at.q[k];
            q[2 * k] = p[k];
            q[2 * k + 1] = p[k];
        }
        double expected = subject.h().value(0, at.x, p, at.m);
        assertThat(subject.g().value(0, at.x, q, at.m)).isCloseTo(expected, within(1e-14 * (1 + expected)));
    }

    @Property
    void isMonotone(@ForAll("subjects") Subject subject, @ForAll long seed) {
        Place at = Place.random(subject, seed);
        double here = value(subject, at);
        double[] slope = gradient(subject, at);
        double more = new Random(seed).nextDouble();
        for (int s = 0; s < at.q.length; s++) {
            double change = value(subject, at.shifted(s, more)) - here;
            double upwards = s % 2 == 0 ? 1 : -1;
            assertThat(upwards * change).as("side " + s).isGreaterThanOrEqualTo(-1e-14 * (1 + here));
            assertThat(upwards * slope[s]).as("slope " + s).isGreaterThanOrEqualTo(0);
        }
    }

    @Property
    void isConvex(@ForAll("subjects") Subject subject, @ForAll long seed) {
        Place a = Place.random(subject, seed);
        double[] other = Place.random(subject, ~seed).q;
        double[] middle = new double[other.length];
        for (int s = 0; s < middle.length; s++) {
            middle[s] = 0.5 * (a.q[s] + other[s]);
        }
        double mean = 0.5 * (value(subject, a) + value(subject, new Place(a.x, other, a.m)));
        assertThat(value(subject, new Place(a.x, middle, a.m))).isLessThanOrEqualTo(mean + 1e-14 * (1 + mean));
    }

    @Property
    void hasTheGradientOfItsValue(@ForAll("subjects") Subject subject, @ForAll long seed) {
        Place at = Place.random(subject, seed);
        double[] gradient = gradient(subject, at);
        for (int s = 0; s < gradient.length; s++) {
            int side = s;
            assertDerivative(gradient[s], 0, e -> value(subject, at.shifted(side, e)));
        }
    }

    @Property
    void hasTheHessianOfItsValue(@ForAll("subjects") Subject subject, @ForAll long seed) {
        Assume.that(subject.exactHessian());
        Place at = Place.random(subject, seed);
        Assume.that(!nearAKink(subject, at));
        int sides = at.q.length;
        double[] hessian = hessian(subject, at);
        for (int s = 0; s < sides; s++) {
            for (int t = 0; t < sides; t++) {
                int row = s;
                int column = t;
                assertDerivative(hessian[s * sides + t], 0, e -> gradient(subject, at.shifted(column, e))[row]);
            }
        }
    }

    /** Where agents of a side rest, or differences round to that. */
    @Property
    void hasTheMeanOfBothSidesForAHessianAtAKink(@ForAll("subjects") Subject subject, @ForAll long seed) {
        Assume.that(subject.exactHessian());
        Place at = Place.random(subject, seed);
        int sides = at.q.length;
        for (int s = 0; s < sides; s++) {
            Place kink = at.shifted(s, 0);
            kink.q[s] = rest(subject, at, s / 2);
            int entry = s * sides + s;
            double mean = 0.5
                    * (hessian(subject, kink.shifted(s, STEP))[entry]
                            + hessian(subject, kink.shifted(s, -STEP))[entry]);
            assertThat(hessian(subject, kink)[entry]).as("side " + s).isCloseTo(mean, within(TOLERANCE));
        }
    }

    /** The momentum without a drift. */
    private static double rest(Subject subject, Place at, int axis) {
        if (subject.h() instanceof AxiswiseHamiltonian h) {
            return h.axisMinimizer(axis, 0, at.x, at.m);
        }
        return subject.h() instanceof RadialHamiltonian ? 0 : at.x[0];
    }

    /** Drifts are as steep as they like to be there. */
    @Test
    void hasNoHessianAtAKinkWhereThatIsInfinite() {
        for (NumericalHamiltonian g : List.of(
                new RadialUpwind(Hamiltonians.power(1.5, 0), 1),
                new EngquistOsher(new Steep(), 1),
                new LineEngquistOsher(new Steep(), new double[][] {{0.3}}))) {
            double[] hessian = {1, 1, 1, 1};
            g.hessian(0, new double[] {0.3}, new double[2], 1, hessian);
            assertThat(hessian).containsExactly(0, 0, 0, 0);
        }
    }

    /** |p|^1.5/1.5. */
    private static final class Steep implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return Math.pow(Math.abs(p), 1.5) / 1.5;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return Math.signum(p) * Math.sqrt(Math.abs(p));
        }

        @Override
        public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
            return 0.5 / Math.sqrt(Math.abs(p));
        }
    }

    @Property
    void hasTheDerivativesInTheDensityOfItsValue(@ForAll("subjects") Subject subject, @ForAll long seed) {
        Place at = Place.random(subject, seed);
        DoubleUnaryOperator value = m -> value(subject, new Place(at.x, at.q, m));
        assertDerivative(subject.g().densityDerivative(0, at.x, at.q, at.m), at.m, value);
        double[] mixed = new double[at.q.length];
        subject.g().mixedDerivative(0, at.x, at.q, at.m, mixed);
        for (int s = 0; s < mixed.length; s++) {
            int side = s;
            assertDerivative(mixed[s], at.m, m -> gradient(subject, new Place(at.x, at.q, m))[side]);
        }
    }

    /** Below quadratic growth the Hessian is h'/r in place of h'': larger, so that Newton's steps are shorter. */
    @Property
    void belowQuadraticGrowthTheHessianIsThatOfAQuadraticThroughTheSlope(@ForAll long seed) {
        Subject subject = radial("", 1.5, 0, 2);
        Place at = Place.random(subject, seed);
        double[] gradient = gradient(subject, at);
        double[] hessian = hessian(subject, at);
        int sides = at.q.length;
        for (int s = 0; s < sides; s++) {
            double product = 0;
            for (int t = 0; t < sides; t++) {
                product += hessian[s * sides + t] * at.q[t];
            }
            assertThat(product).isCloseTo(gradient[s], within(1e-14 + 1e-14 * Math.abs(gradient[s])));
        }
    }

    private static boolean nearAKink(Subject subject, Place at) {
        for (double q : at.q) {
            if (Math.abs(q) < 2 * STEP) {
                return true;
            }
        }
        double[] before = gradient(subject, at);
        for (int s = 0; s < at.q.length; s++) {
            double less = gradient(subject, at.shifted(s, -2 * STEP))[s];
            double more = gradient(subject, at.shifted(s, 2 * STEP))[s];
            if (before[s] == 0 ? less != more : less * more == 0) {
                return true;
            }
        }
        return false;
    }

    private static void assertDerivative(double derivative, double at, DoubleUnaryOperator function) {
        double difference = (function.applyAsDouble(at + STEP) - function.applyAsDouble(at - STEP)) / (2 * STEP);
        assertThat(derivative).isCloseTo(difference, within(TOLERANCE * Math.max(1, Math.abs(difference))));
    }

    private static double value(Subject subject, Place at) {
        return subject.g().value(0, at.x, at.q, at.m);
    }

    private static double[] gradient(Subject subject, Place at) {
        double[] gradient = new double[at.q.length];
        subject.g().gradient(0, at.x, at.q, at.m, gradient);
        return gradient;
    }

    private static double[] hessian(Subject subject, Place at) {
        double[] hessian = new double[at.q.length * at.q.length];
        subject.g().hessian(0, at.x, at.q, at.m, hessian);
        return hessian;
    }
}
