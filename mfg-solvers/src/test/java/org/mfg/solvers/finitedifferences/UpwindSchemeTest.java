package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/** What the scheme promises, for random value functions, through the waist. */
class UpwindSchemeTest {
    private static final int NODES = 17;
    private static final int STEPS = 6;

    /** The Hamiltonians by the numerical Hamiltonian that each gets, two of them with a density. */
    enum Kind {
        AXISWISE,
        RADIAL,
        GENERAL,
        CONGESTED
    }

    /** The ends of the interval. */
    enum Ends {
        WALLS,
        RING,
        EXIT
    }

    @Property(tries = 60)
    void massIsConservedAndPositiveForEveryStrategy(@ForAll Kind kind, @ForAll Ends ends, @ForAll int seed) {
        DiscreteGame game = game(kind, ends);
        double[] u = noise(game, seed, 3);
        double[] m = stationary(game);

        game.forward(u, m);

        double[] exited = new double[game.time().levels()];
        game.exitedMass(u, m, exited);
        for (int j = 0; j < game.time().levels(); j++) {
            assertThat(game.grid().integrate(m, j * NODES) + exited[j]).isCloseTo(1, within(1e-13));
        }
        for (int i = 0; i < m.length; i++) {
            boolean isExit = ends == Ends.EXIT && i % NODES == NODES - 1;
            assertThat(m[i]).satisfies(v -> assertThat(isExit ? v == 0 : v > 0).isTrue());
        }
        if (ends == Ends.EXIT) {
            assertThat(exited[STEPS]).isPositive();
        }
    }

    @Property(tries = 60)
    void sweepsLeaveNoResidual(@ForAll Kind kind, @ForAll Ends ends, @ForAll int seed) {
        DiscreteGame game = game(kind, ends);
        double[] m = density(game, seed);
        double[] u = new double[game.size()];
        double[] residual = new double[game.size()];

        game.backward(m, u);
        game.backwardResidual(u, m, residual);
        assertThat(largest(residual)).isLessThan(1e-12);

        game.forward(u, m);
        game.forwardResidual(u, m, residual);
        assertThat(largest(residual)).isLessThan(1e-11);
    }

    /** ⟨L⁻¹ s, t⟩ = ⟨s, L*⁻¹ t⟩: the linearised backward and forward equations without their coupling. */
    @Property(tries = 60)
    void linearisedForwardIsTheAdjointOfLinearisedBackward(
            @ForAll Ends ends, @ForAll int seed, @ForAll("uncongested") Kind kind) {
        DiscreteGame game = game(kind, ends);
        Linearization linearization = game.linearize(noise(game, seed, 2), density(game, seed + 1));
        double[] s = noise(game, seed + 2, 1);
        double[] t = noise(game, seed + 3, 1);
        clearExits(game, ends, s);
        clearExits(game, ends, t);
        // The steps of the backward equation end at level j, those of the forward equation at j + 1.
        double[] shifted = new double[game.size()];
        System.arraycopy(t, 0, shifted, NODES, game.size() - NODES);
        double[] first = Arrays.copyOfRange(t, game.size() - NODES, game.size());
        double[] source = shifted.clone();
        System.arraycopy(first, 0, source, 0, NODES);
        double[] ls = new double[game.size()];
        double[] lt = new double[game.size()];

        linearization.backward(null, s, ls);
        linearization.forward(new double[game.size()], source, lt);

        // Backward: v_j = S_j⁻¹ (s_j + v_{j+1}), v_N = s_N. Forward: W m_{j+1} = S_j⁻ᵀ W (m_j + source_{j+1}), m_0 =
        // source_0.
        double left = inner(game, ls, 0, source, 0);
        double right = inner(game, s, STEPS * NODES, lt, STEPS * NODES);
        for (int j = 0; j < STEPS; j++) {
            left += inner(game, ls, j * NODES, source, (j + 1) * NODES);
            right += inner(game, s, j * NODES, lt, (j + 1) * NODES);
        }
        assertThat(left).isCloseTo(right, within(1e-12 * (1 + Math.abs(left))));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Kind> uncongested() {
        return net.jqwik.api.Arbitraries.of(Kind.AXISWISE, Kind.RADIAL, Kind.GENERAL);
    }

    /** r(u + e du, forward(u + e du)) - r(u - e du, ...) = 2 e (L du - F' dm) up to e²: what Newton's method relies on. */
    @Property(tries = 40)
    void theLinearisationIsTheDerivativeOfTheResiduals(@ForAll Kind kind, @ForAll Ends ends, @ForAll int seed) {
        DiscreteGame game = game(kind, ends);
        double[] u = smooth(game, seed);
        double[] direction = smooth(game, seed + 1);
        clearExits(game, ends, direction);
        double[] m = stationary(game);
        game.forward(u, m);
        Linearization linearization = game.linearize(u, m);
        double[] dm = new double[game.size()];
        linearization.forward(direction, null, dm);
        // Small: where a slope changes sign between u - e du and u + e du the flux has a derivative for each side.
        double e = 1e-8;
        double[] above = population(game, u, direction, e, m);
        double[] below = population(game, u, direction, -e, m);
        double scale = largest(dm);
        for (int i = 0; i < dm.length; i++) {
            assertThat((above[i] - below[i]) / (2 * e)).isCloseTo(dm[i], within(2e-3 * scale + 1e-7));
        }

        // L du = F' dm + source with du = direction: so the source is the derivative of the residual.
        double[] derivative = residualDerivative(game, u, direction, above, below, e);
        double[] back = new double[game.size()];
        linearization.backward(dm, derivative, back);
        for (int i = 0; i < back.length; i++) {
            assertThat(back[i]).isCloseTo(direction[i], within(2e-3));
        }
    }

    @Property(tries = 30)
    void agentsWhoPayMoreEverywhereHaveALargerValueFunction(@ForAll Kind kind, @ForAll Ends ends, @ForAll int seed) {
        DiscreteGame cheap = game(kind, ends);
        double[] m = density(cheap, seed);
        double[] dense = m.clone();
        for (int i = 0; i < m.length; i++) {
            dense[i] *= 1.5;
        }
        double[] u = new double[cheap.size()];
        double[] v = new double[cheap.size()];
        cheap.backward(m, u);
        cheap.backward(kind == Kind.CONGESTED ? m : dense, v);
        for (int i = 0; i < u.length; i++) {
            assertThat(v[i]).isGreaterThanOrEqualTo(u[i] - 1e-13);
        }
    }

    private static double[] residualDerivative(
            DiscreteGame game, double[] u, double[] direction, double[] above, double[] below, double e) {
        double[] up = new double[game.size()];
        double[] down = new double[game.size()];
        game.backwardResidual(moved(u, direction, e), above, up);
        game.backwardResidual(moved(u, direction, -e), below, down);
        for (int i = 0; i < up.length; i++) {
            up[i] = (up[i] - down[i]) / (2 * e);
        }
        return up;
    }

    private static double[] population(DiscreteGame game, double[] u, double[] direction, double e, double[] guess) {
        double[] m = guess.clone();
        game.forward(moved(u, direction, e), m);
        return m;
    }

    private static double[] moved(double[] u, double[] direction, double e) {
        double[] v = u.clone();
        for (int i = 0; i < v.length; i++) {
            v[i] += e * direction[i];
        }
        return v;
    }

    private static DiscreteGame game(Kind kind, Ends ends) {
        Domain domain = switch (ends) {
            case WALLS -> Domain.interval(0, 1);
            case RING -> Domain.of(Axis.periodic("x", 0, 1));
            case EXIT -> Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0.2)));
        };
        MeanFieldGame game = MeanFieldGame.builder("test")
                .domain(domain)
                .horizon(0.5)
                .viscosity(0.05)
                .hamiltonian(hamiltonian(kind))
                .coupling((LocalCoupling) (t, x, m) -> 0.3 * m)
                .terminalCost(x -> Math.cos(2 * Math.PI * x[0]))
                .initialDensity(x -> 1.1 + Math.sin(2 * Math.PI * x[0]))
                .build();
        return new UpwindDiscretization().discretize(game, Grid.of(domain, NODES), new TimeGrid(0.5, STEPS));
    }

    private static Hamiltonian hamiltonian(Kind kind) {
        return switch (kind) {
            case AXISWISE -> new Stream();
            case RADIAL -> new Cubic();
            case GENERAL -> new Exponential();
            case CONGESTED -> CrowdedRoom.CONGESTION;
        };
    }

    /** p²/2 - p/2: its minimiser is not 0. */
    private static final class Stream implements AxiswiseHamiltonian {
        @Override
        public double axisValue(int axis, double t, double[] x, double p, double m) {
            return 0.5 * p * p - 0.5 * p;
        }

        @Override
        public double axisDerivative(int axis, double t, double[] x, double p, double m) {
            return p - 0.5;
        }

        @Override
        public double axisMinimizer(int axis, double t, double[] x, double m) {
            return 0.5;
        }
    }

    /** |p|³/3. */
    private static final class Cubic implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return r * r * r / 3;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r * r;
        }
    }

    /** exp(p) - 2p: neither radial nor declared axiswise. */
    private static final class Exponential implements Hamiltonian {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return Math.exp(0.5 * p[0]) - p[0];
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = 0.5 * Math.exp(0.5 * p[0]) - 1;
        }
    }

    private static double[] stationary(DiscreteGame game) {
        double[] m = new double[game.size()];
        for (int j = 0; j < game.time().levels(); j++) {
            System.arraycopy(game.initialDensity(), 0, m, j * NODES, NODES);
        }
        return m;
    }

    private static double[] density(DiscreteGame game, int seed) {
        Random random = new Random(seed);
        double[] m = stationary(game);
        for (int i = 0; i < m.length; i++) {
            m[i] *= 0.5 + random.nextDouble();
        }
        return m;
    }

    private static double[] noise(DiscreteGame game, int seed, double scale) {
        return new Random(seed).doubles(game.size(), -scale, scale).toArray();
    }

    /** A random field that changes slowly from node to node, away from the kinks of the upwind parts. */
    private static double[] smooth(DiscreteGame game, int seed) {
        Random random = new Random(seed);
        double phase = 2 * Math.PI * random.nextDouble();
        double size = 0.2 + random.nextDouble();
        double[] field = new double[game.size()];
        for (int i = 0; i < field.length; i++) {
            double x = game.grid().coordinate(i % NODES, 0);
            field[i] = size * Math.sin(2 * Math.PI * x + phase + 0.1 * (i / NODES));
        }
        return field;
    }

    private static void clearExits(DiscreteGame game, Ends ends, double[] field) {
        if (ends == Ends.EXIT) {
            for (int j = 0; j < game.time().levels(); j++) {
                field[j * NODES + NODES - 1] = 0;
            }
        }
    }

    private static double inner(DiscreteGame game, double[] a, int aAt, double[] b, int bAt) {
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += game.grid().weight(i) * a[aAt + i] * b[bAt + i];
        }
        return sum;
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double vi : v) {
            largest = Math.max(largest, Math.abs(vi));
        }
        return largest;
    }
}
