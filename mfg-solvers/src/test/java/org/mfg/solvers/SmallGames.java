package org.mfg.solvers;

import java.util.Random;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.finitedifferences.UpwindDiscretization;

/** Games and random fields for tests of this module, which does not see the models. */
public final class SmallGames {
    /** A corridor with a wall at its lower end and an exit of cost 0.2 at the upper one. */
    public static final Domain CORRIDOR = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0.2)));

    /** The interval [0, 1] with reflecting ends. */
    public static final Domain INTERVAL = Domain.interval(0, 1);

    /** The ring of length 1. */
    public static final Domain RING = Domain.of(Axis.periodic("x", 0, 1));

    private SmallGames() {}

    /** F[m] = strength m. */
    public static LocalCoupling crowdAversion(double strength) {
        return new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return strength * m;
            }

            @Override
            public double densityDerivative(double t, double[] x, double m) {
                return strength;
            }
        };
    }

    /** The game of the tutorial, on any domain and with any Hamiltonian; to be changed and built. */
    public static MeanFieldGameBuilder tutorial(Domain domain, Hamiltonian hamiltonian) {
        return MeanFieldGame.builder("small")
                .domain(domain)
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(hamiltonian)
                .coupling(crowdAversion(0.5))
                .terminalCost(x -> 0.5 * (x[0] - 0.7) * (x[0] - 0.7))
                .initialDensity(x -> Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)));
    }

    /** The tutorial's crowd, which has to be around another place at the end. */
    public static MeanFieldGameBuilder planning(Domain domain) {
        return MeanFieldGame.builder("small")
                .domain(domain)
                .horizon(1)
                .viscosity(0.01)
                .hamiltonian(Hamiltonians.quadratic())
                .coupling(crowdAversion(0.5))
                .initialDensity(x -> 0.1 + Math.exp(-50 * (x[0] - 0.3) * (x[0] - 0.3)))
                .targetDensity(x -> 0.1 + Math.exp(-30 * (x[0] - 0.6) * (x[0] - 0.6)));
    }

    /** The game by the upwind scheme. */
    public static DiscreteGame discretize(MeanFieldGame game, int nodes, int steps) {
        return new UpwindDiscretization().discretize(game, Grid.of(game.domain(), nodes), game.timeGrid(steps));
    }

    /** A rough random field with values in (-1, 1). */
    public static double[] noise(int size, long seed) {
        return new Random(seed).doubles(size, -1, 1).toArray();
    }

    /** A rough random density, positive inside and 0 at exits; the initial density at level 0. */
    public static double[] randomDensity(DiscreteGame game, long seed) {
        double[] m = noise(game.size(), seed);
        for (int i = 0; i < m.length; i++) {
            m[i] = isExit(game, i) ? 0 : 1 + 0.9 * m[i];
        }
        double[] m0 = game.initialDensity();
        System.arraycopy(m0, 0, m, 0, m0.length);
        return m;
    }

    /** Whether the entry of a field belongs to an exit. */
    public static boolean isExit(DiscreteGame game, int entry) {
        Axis axis = game.grid().domain().axis(0);
        int i = game.grid().index(entry % game.grid().size(), 0);
        return i == 0 && axis.lowerBoundary().kind() == Boundary.Kind.EXIT
                || i == game.grid().nodes(0) - 1 && axis.upperBoundary().kind() == Boundary.Kind.EXIT;
    }
}
