package org.mfg.solvers;

import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/** Hamiltonians of each structure, for tests of this module, which does not see the models. */
public final class Hamiltonians {
    private Hamiltonians() {}

    /** Σ_k ½ p_k². */
    public static AxiswiseHamiltonian quadratic() {
        return new Drifting(0, 0);
    }

    /** Σ_k ½ p_k² - b_k p_k: a stream b carries agents for nothing, and another drift a costs ½ |a - b|². */
    public static AxiswiseHamiltonian stream(double... b) {
        return new Stream(b.clone());
    }

    /** Σ_k (½ p_k² - p_k) / (1 + m): its least value is not 0, and falls with the density. */
    public static AxiswiseHamiltonian streamInACrowd() {
        return new StreamInACrowd();
    }

    /** Σ_k ½ (p_k - b_k)², b_k = sin(2π x_k) / (k + 1): its minimiser is off 0 and changes sign. */
    public static AxiswiseHamiltonian drifting() {
        return new Drifting(1, 0);
    }

    /** Σ_k ½ (p_k - b_k)² / (1 + m). */
    public static AxiswiseHamiltonian driftingInACrowd() {
        return new Drifting(1, 1);
    }

    /** |p|^β / (β (1 + m)^α). */
    public static RadialHamiltonian power(double beta, double alpha) {
        return new Power(beta, alpha);
    }

    /** cosh(p - x) / (1 + m) in one dimension: without a known structure, and growing fast. */
    public static Hamiltonian unstructured() {
        return new Unstructured();
    }

    private record Drifting(double speed, double congestion) implements AxiswiseHamiltonian {
        private double drift(int axis, double[] x) {
            return speed * Math.sin(2 * Math.PI * x[axis]) / (axis + 1);
        }

        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            double q = p - drift(axis, x);
            return 0.5 * q * q / (1 + congestion * m);
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return (p - drift(axis, x)) / (1 + congestion * m);
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return drift(axis, x);
        }

        @Override
        public boolean dependsOnDensity() {
            return congestion != 0;
        }
    }

    private record Stream(double... speed) implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return (0.5 * p - speed[axis]) * p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return p - speed[axis];
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return speed[axis];
        }
    }

    private record StreamInACrowd() implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return (0.5 * p - 1) * p / (1 + m);
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return (p - 1) / (1 + m);
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return 1;
        }

        @Override
        public boolean dependsOnDensity() {
            return true;
        }
    }

    private record Power(double beta, double alpha) implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return Math.pow(r, beta) / (beta * Math.pow(1 + m, alpha));
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return Math.pow(r, beta - 1) / Math.pow(1 + m, alpha);
        }

        @Override
        public boolean dependsOnDensity() {
            return alpha != 0;
        }
    }

    private record Unstructured() implements Hamiltonian {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return Math.cosh(p[0] - x[0]) / (1 + m);
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = Math.sinh(p[0] - x[0]) / (1 + m);
        }

        @Override
        public boolean dependsOnDensity() {
            return true;
        }
    }
}
