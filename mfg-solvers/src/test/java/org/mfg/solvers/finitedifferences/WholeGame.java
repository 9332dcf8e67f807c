package org.mfg.solvers.finitedifferences;

import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.solvers.SmallGames;

/**
 * A game with all that the equations may have: wind, diffusion, costs and entries of time and place, a discount, and couplings on the way and
 * at the end that are local and that are not.
 */
final class WholeGame {
    /** The strengths of the local and of the other coupling, on the way and at the end. */
    static final double LOCAL = 0.5;

    static final double NONLOCAL = 0.3;
    static final double LOCAL_AT_END = 0.2;
    static final double NONLOCAL_AT_END = 0.1;

    private WholeGame() {}

    static double wind(double t, double x) {
        return 0.2 + 0.5 * Math.cos(3 * t) * Math.sin(2 * Math.PI * x);
    }

    static double diffusion(double t, double x) {
        return 0.05 * (1 + t) * (2 + Math.sin(2 * Math.PI * x));
    }

    static double runningCost(double t, double x) {
        return (1 - t) * Math.cos(2 * Math.PI * x);
    }

    static double terminalCost(double x) {
        return 0.3 * Math.sin(2 * Math.PI * x);
    }

    static double source(double t, double x) {
        return (0.3 + t) * Math.pow(Math.cos(Math.PI * x), 2);
    }

    /** Σ_k ½ p_k² - b(t, x) p_0, with the wind b. */
    private static final class Wind implements AxiswiseHamiltonian {
        private static double wind(int axis, double t, double[] x) {
            return axis == 0 ? WholeGame.wind(t, x[0]) : 0;
        }

        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return 0.5 * p * p - wind(axis, t, x) * p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return p - wind(axis, t, x);
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return wind(axis, t, x);
        }
    }

    /** F[m](x) = s Σ_y w cos(x - y) m(y)². */
    static Coupling nonlocal(double strength) {
        return (grid, time) -> new DiscreteCoupling() {
            @Override
            public void addValue(double[] m, int first, int last, double[] out) {
                add(first, last, i -> m[i] * m[i], out);
            }

            @Override
            public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                add(first, last, i -> 2 * m[i] * dm[i], out);
            }

            private void add(int first, int last, Entry field, double[] out) {
                int n = grid.size();
                for (int j = first; j <= last; j++) {
                    for (int i = 0; i < n; i++) {
                        for (int l = 0; l < n; l++) {
                            double kernel = Math.cos(grid.coordinate(i, 0) - grid.coordinate(l, 0));
                            out[j * n + i] += strength * grid.weight(l) * kernel * field.at(j * n + l);
                        }
                    }
                }
            }
        };
    }

    private interface Entry {
        double at(int i);
    }

    static MeanFieldGameBuilder on(Domain domain, double discount) {
        return MeanFieldGame.builder("whole")
                .domain(domain)
                .horizon(0.5)
                .discount(discount)
                .diffusion((t, x, axis) -> diffusion(t, x[0]))
                .hamiltonian(new Wind())
                .runningCost((t, x) -> runningCost(t, x[0]))
                .terminalCost(x -> terminalCost(x[0]))
                .massSource((t, x) -> source(t, x[0]))
                .coupling(SmallGames.crowdAversion(LOCAL))
                .coupling(nonlocal(NONLOCAL))
                .terminalCoupling(SmallGames.crowdAversion(LOCAL_AT_END))
                .terminalCoupling(nonlocal(NONLOCAL_AT_END))
                .initialDensity(x -> 1 + 0.5 * Math.sin(2 * Math.PI * x[0]));
    }
}
