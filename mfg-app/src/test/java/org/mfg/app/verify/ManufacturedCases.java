package org.mfg.app.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.game.ExactSolution;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.models.coupling.GaussianKernelCoupling;
import org.mfg.models.coupling.LogCoupling;
import org.mfg.models.coupling.MeanCost;
import org.mfg.models.coupling.MeanCoupling;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.AnisotropicQuadraticHamiltonian;
import org.mfg.models.hamiltonian.DriftQuadraticHamiltonian;
import org.mfg.models.hamiltonian.PowerHamiltonian;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/** Hamiltonians, couplings and boundaries on [0, 1], with pairs (u, m) that fit them. */
final class ManufacturedCases {
    private static final double SIGMA = 0.15;
    private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(60, 0, 1);

    private ManufacturedCases() {}

    /** The ends of the interval, and the pair that fits them. */
    enum Ends {
        WALLS(Boundary.noFlux(), Boundary.noFlux()),
        PERIODIC(Boundary.periodic(), Boundary.periodic()),
        EXIT(Boundary.noFlux(), Boundary.exit(0));

        final Axis axis;

        Ends(Boundary lower, Boundary upper) {
            axis = new Axis("x", 0, 1, lower, upper);
        }

        /**
         * u_x changes sign inside. For a Hamiltonian whose feedback is not Lipschitz at 0, u_x is a cube there, so that the mass
         * source is bounded.
         */
        ExactSolution pair(boolean isSteep) {
            return new ExactSolution() {
                @Override
                public double value(double t, double[] x) {
                    double c = Math.cos((Ends.this == EXIT ? 1.5 : 2) * Math.PI * x[0]);
                    return (1 + 0.5 * t) * 0.2 * (isSteep ? c - c * c * c / 3 : c);
                }

                @Override
                public double density(double t, double[] x) {
                    if (Ends.this == EXIT) {
                        return 0.5 * Math.PI * Math.cos(0.5 * Math.PI * x[0]) * (1 - 0.3 * t);
                    }
                    double wave = Ends.this == WALLS ? x[0] : 2 * x[0] - 0.2 * t;
                    return 1 + 0.4 * Math.cos(t) * Math.cos(Math.PI * wave);
                }
            };
        }
    }

    /** A coupling and, where it is not local, its value at a density. */
    record Feeling(Coupling coupling, NonlocalValue value) {
        static Feeling local(Coupling coupling) {
            return new Feeling(coupling, (ends, m) -> (t, x) -> 0);
        }
    }

    interface NonlocalValue {
        SpaceTimeFunction of(Ends ends, ExactSolution exact);
    }

    static Map<String, Hamiltonian> hamiltonians() {
        Map<String, Hamiltonian> all = new LinkedHashMap<>();
        all.put("quadratic", new QuadraticHamiltonian());
        all.put("power 1.5", new PowerHamiltonian(1.5));
        all.put("power 3", new PowerHamiltonian(3));
        all.put("anisotropic", new AnisotropicQuadraticHamiltonian(1.7));
        all.put("stream", new DriftQuadraticHamiltonian((t, x) -> 0.3 * Math.sin(2 * Math.PI * x[0])));
        all.put("general", new GeneralHamiltonian());
        return all;
    }

    static Map<String, Feeling> couplings() {
        Map<String, Feeling> all = new LinkedHashMap<>();
        all.put("linear", Feeling.local(new PowerCoupling(1, 1)));
        all.put("square", Feeling.local(new PowerCoupling(0.5, 2)));
        all.put("log", Feeling.local(new LogCoupling(0.5, 1e-12)));
        all.put("kernel", new Feeling(new GaussianKernelCoupling(1, SIGMA), ManufacturedCases::convolution));
        all.put("mean", new Feeling(new MeanCoupling(new DistanceToMean()), ManufacturedCases::distance));
        return all;
    }

    /** ∫ K m by Gauss' rule, over five periods where it is periodic. */
    private static SpaceTimeFunction convolution(Ends ends, ExactSolution exact) {
        int reach = ends == Ends.PERIODIC ? 2 : 0;
        return (t, x) -> {
            double sum = 0;
            for (int period = -reach; period <= reach; period++) {
                double from = x[0] + period;
                sum += GAUSS.integrate(y -> Math.exp(-0.5 * Math.pow((from - y) / SIGMA, 2))
                        / (SIGMA * Math.sqrt(2 * Math.PI))
                        * exact.density(t, new double[] {y}));
            }
            return sum;
        };
    }

    private static SpaceTimeFunction distance(Ends ends, ExactSolution exact) {
        return (t, x) -> {
            double mean = GAUSS.integrate(y -> y * exact.density(t, new double[] {y}));
            return 0.5 * (x[0] - mean) * (x[0] - mean);
        };
    }

    private static final class DistanceToMean implements MeanCost {
        @Override
        public double value(double t, double[] x, double[] mean) {
            return 0.5 * (x[0] - mean[0]) * (x[0] - mean[0]);
        }

        @Override
        public void meanGradient(double t, double[] x, double[] mean, double[] gradient) {
            gradient[0] = mean[0] - x[0];
        }
    }

    /** H = (1 + x/2) log cosh p + p²/4: neither axiswise nor radial, so that the scheme must find its minimiser. */
    private static final class GeneralHamiltonian implements Hamiltonian {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return (1 + 0.5 * x[0]) * Math.log(Math.cosh(p[0])) + 0.25 * p[0] * p[0];
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = (1 + 0.5 * x[0]) * Math.tanh(p[0]) + 0.5 * p[0];
        }
    }
}
