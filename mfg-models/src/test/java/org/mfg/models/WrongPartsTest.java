package org.mfg.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.PopulationCoupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.testkit.GameKit;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/** The sampled checks refuse a game with a part that is wrong on purpose, and name the method. */
class WrongPartsTest {
    private static final Domain SQUARE = Domain.of(Axis.noFlux("x", -1, 2), Axis.periodic("y", 0, 5));
    private static final Domain TWO_KINDS =
            Domain.of(Axis.noFlux("x", 0, 1), Axis.states("kind", States.populations("a", "b")));

    private interface Curve {
        double at(double p, double m);
    }

    private static final Curve SQUARES = (p, m) -> 0.5 * p * p;
    private static final Curve SLOPES = (p, m) -> p;

    /** H = h(p_1, m) + h(p_2, m). */
    private record Axiswise(Curve h, Curve first, Curve second) implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return h.at(p, m);
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return first.at(p, m);
        }

        @Override
        public double axisSecondDerivative(int axis, double t, double[] x, double p, double m) {
            return second.at(p, m);
        }
    }

    /** H = h(|p|, m). */
    private record Radial(Curve h, Curve first, Curve density) implements RadialHamiltonian {
        @Override
        public boolean dependsOnDensity() {
            return true;
        }

        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return h.at(r, m);
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return first.at(r, m);
        }

        @Override
        public double radialDensityDerivative(double t, double[] x, double r, double m) {
            return density.at(r, m);
        }
    }

    /** H = Σ h(p_k) without any structure, its gradient and Hessian. */
    private record General(Curve h, Curve first, Curve second, double mixed) implements Hamiltonian {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return h.at(p[0], m) + h.at(p[1], m);
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = first.at(p[0], m);
            gradient[1] = first.at(p[1], m);
        }

        @Override
        public void momentumHessian(double t, double[] x, double[] p, double m, double[] hessian) {
            hessian[0] = second.at(p[0], m);
            hessian[1] = mixed;
            hessian[2] = mixed;
            hessian[3] = second.at(p[1], m);
        }
    }

    private record Local(Curve f, Curve derivative, Curve second) implements LocalCoupling {
        @Override
        public double value(double t, double[] x, double m) {
            return f.at(x[0], m);
        }

        @Override
        public double densityDerivative(double t, double[] x, double m) {
            return derivative.at(x[0], m);
        }

        @Override
        public double densitySecondDerivative(double t, double[] x, double m) {
            return second.at(x[0], m);
        }
    }

    private record Populations() implements PopulationCoupling {
        @Override
        public double value(double t, double[] x, int population, double[] densities) {
            return densities[0] * densities[1];
        }

        @Override
        public double densityDerivative(double t, double[] x, int population, int other, double[] densities) {
            return densities[other];
        }
    }

    /** F[m] = s m, with another factor in its derivative and in the adjoint of that, and a change of the adjoint. */
    private record Nonlocal(double s, double derivative, double adjoint, double change) implements Coupling {
        @Override
        public DiscreteCoupling on(Grid grid, TimeGrid time) {
            int n = grid.size();
            return new DiscreteCoupling() {
                @Override
                public void addValue(double[] m, int first, int last, double[] out) {
                    add(s, m, first, last, out);
                }

                @Override
                public void addDerivative(double[] m, double[] dm, int first, int last, double[] out) {
                    add(derivative, dm, first, last, out);
                }

                @Override
                public void addAdjoint(double[] m, double[] dv, int first, int last, double[] out) {
                    add(adjoint, dv, first, last, out);
                }

                @Override
                public void addAdjointChange(double[] m, double[] dm, double[] dv, int first, int last, double[] out) {
                    add(change, dm, first, last, out);
                }

                private void add(double factor, double[] m, int first, int last, double[] out) {
                    for (int i = first * n; i < (last + 1) * n; i++) {
                        out[i] += factor * m[i];
                    }
                }
            };
        }
    }

    /** H = p²/2 on each axis, whose slope is right in the first half of the time only. */
    private record LateSlope() implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return 0.5 * p * p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return t < 1.5 ? p : 2 * p;
        }
    }

    /** F = m² whose derivative is right in the first half of the time only. */
    private record LateDerivative() implements LocalCoupling {
        @Override
        public double value(double t, double[] x, double m) {
            return m * m;
        }

        @Override
        public double densityDerivative(double t, double[] x, double m) {
            return t < 1.5 ? 2 * m : m;
        }
    }

    private static MeanFieldGame game(Domain domain, Hamiltonian hamiltonian, List<Coupling> couplings) {
        var builder = MeanFieldGame.builder("mine")
                .domain(domain)
                .horizon(3)
                .viscosity(0.1)
                .hamiltonian(hamiltonian)
                .initialDensity(x -> 1);
        couplings.forEach(builder::coupling);
        return builder.build();
    }

    private static DynamicTest wrong(String what, Hamiltonian h, String method) {
        return refused(
                what, game(SQUARE, h, List.of()), "hamiltonian " + h.getClass().getSimpleName(), method);
    }

    private static DynamicTest wrong(String what, Domain domain, Coupling f, String method) {
        return refused(
                what,
                game(domain, new QuadraticHamiltonian(), List.of(new PowerCoupling(1, 1), f)),
                "coupling " + f.getClass().getSimpleName(),
                method);
    }

    private static DynamicTest refused(String what, MeanFieldGame game, String part, String method) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertThatThrownBy(() -> GameKit.sample(game))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageStartingWith(part + ": " + method)
                        .hasMessageMatching("[^\\n]* is [^\\n]* but [^\\n]*, at [^\\n]*"));
    }

    @TestFactory
    Stream<DynamicTest> aWrongPartIsRefusedByItsMethod() {
        Curve one = (p, m) -> 1;
        return Stream.of(
                wrong("H_p = 2p", new Axiswise(SQUARES, (p, m) -> 2 * p, one), "axisDerivative is "),
                wrong("H_p = 2p, but not at first", new LateSlope(), "axisDerivative is "),
                wrong("F' = m, but not at first", SQUARE, new LateDerivative(), "densityDerivative is "),
                wrong("H_pp = 2", new Axiswise(SQUARES, SLOPES, (p, m) -> 2), "axisSecondDerivative is 2.0"),
                wrong(
                        "two wells",
                        new Axiswise(
                                (p, m) -> (p * p - 1) * (p * p - 1),
                                (p, m) -> 4 * p * (p * p - 1),
                                (p, m) -> 12 * p * p - 4),
                        "convexity"),
                wrong("NaN", new Axiswise((p, m) -> Double.NaN, SLOPES, one), "value is NaN but must be finite"),
                wrong(
                        "NaN for p > 1",
                        new Axiswise((p, m) -> p > 1 ? Double.NaN : 0.5 * p * p, SLOPES, one),
                        "value is NaN"),
                wrong(
                        "undeclared m",
                        new Axiswise((p, m) -> 0.5 * p * p * m, (p, m) -> p * m, (p, m) -> m),
                        "value is "),
                wrong("radial H_r", new Radial(SQUARES, (r, m) -> 2 * r, (r, m) -> 0), "radialDerivative is "),
                wrong(
                        "radial H_m",
                        new Radial((r, m) -> 0.5 * r * r / (1 + m), (r, m) -> r / (1 + m), (r, m) -> 1),
                        "radialDensityDerivative is 1.0"),
                wrong("a slope at 0", new Radial((r, m) -> r, (r, m) -> 1, (r, m) -> 0), "radialDerivative is 1.0"),
                wrong("general H_p", new General(SQUARES, (p, m) -> 2 * p, one, 0), "momentumGradient[0] is "),
                wrong("general H_pp", new General(SQUARES, SLOPES, one, 0.1), "momentumHessian[0][1] is 0.1"),
                wrong(
                        "general, not convex",
                        new General((p, m) -> -0.5 * p * p, (p, m) -> -p, (p, m) -> -1, 0),
                        "convexity"),
                wrong("a small unit", new General((p, m) -> 5e-9 * p * p, SLOPES, one, 0), "momentumGradient[0] is "),
                wrong(
                        "F' = 3m",
                        SQUARE,
                        new Local((x, m) -> m * m, (x, m) -> 3 * m, (x, m) -> 3),
                        "densityDerivative is "),
                wrong("F is NaN", SQUARE, new Local((x, m) -> Double.NaN, (x, m) -> m, one), "value is NaN"),
                wrong(
                        "F'' = 1",
                        SQUARE,
                        new Local((x, m) -> m * m, (x, m) -> 2 * m, one),
                        "densitySecondDerivative is "),
                wrong("F'[m]", SQUARE, new Nonlocal(1, 2, 2, 0), "addDerivative is "),
                wrong("F'[m]*", SQUARE, new Nonlocal(1, 1, 2, 0), "addAdjoint is "),
                wrong("change of F'[m]*", SQUARE, new Nonlocal(1, 1, 1, 1), "addAdjointChange is "),
                wrong("F' of populations", TWO_KINDS, new Populations(), "addDerivative is "));
    }

    @Test
    void whatIsRightIsNotRefused() {
        Curve one = (p, m) -> 1;
        for (Hamiltonian h : List.of(
                new Axiswise(SQUARES, SLOPES, one),
                new Radial(
                        (r, m) -> 0.5 * r * r / (1 + m),
                        (r, m) -> r / (1 + m),
                        (r, m) -> -0.5 * r * r / ((1 + m) * (1 + m))),
                new General(SQUARES, SLOPES, one, 0))) {
            Coupling right = new Local((x, m) -> m * m, (x, m) -> 2 * m, (x, m) -> 2);
            assertThatCode(() -> GameKit.sample(game(SQUARE, h, List.of(right, new Nonlocal(1, 1, 1, 0)))))
                    .doesNotThrowAnyException();
        }
    }

    /**
     * A derivative that is right on both sides of a kink is not refuted by a difference across it, however near the kink is to a point
     * of the sample: here at, or just beside, each momentum at which a first sample asks for the curvature.
     */
    @Test
    void aKinkIsNoReasonToRefuse() {
        Set<Double> asked = new TreeSet<>();
        Curve recorded = (p, m) -> {
            asked.add(p);
            return 1;
        };
        GameKit.sample(game(SQUARE, new Axiswise(SQUARES, SLOPES, recorded), List.of()));
        assertThat(asked).hasSizeGreaterThan(20);
        for (double p : asked) {
            for (double distance : new double[] {1e-7, -1e-6, 1e-5, -1e-4, 1e-3}) {
                double kink = p + distance;
                Hamiltonian h = new Axiswise(
                        (q, m) -> 0.5 * q * q + 2 * Math.abs(q) + 0.3 * Math.abs(q - kink),
                        (q, m) -> q + 2 * Math.signum(q) + 0.3 * Math.signum(q - kink),
                        (q, m) -> 1);
                assertThatCode(() -> GameKit.sample(game(SQUARE, h, List.of())))
                        .as("a kink %s from p = %s", distance, p)
                        .doesNotThrowAnyException();
            }
        }
    }

    /** A constant of 1e10 leaves six digits of p²/2, and none of a difference over the narrowest step. */
    @Test
    void roundOffIsNoReasonToRefuse() {
        Hamiltonian h = new Axiswise((p, m) -> 1e10 + 0.5 * p * p, SLOPES, (p, m) -> 1);
        LocalCoupling f = (t, x, m) -> 1e10 + m * m;
        assertThatCode(() -> GameKit.sample(game(SQUARE, h, List.of(f)))).doesNotThrowAnyException();
    }
}
