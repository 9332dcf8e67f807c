package org.mfg.solvers.finitedifferences;

import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Door;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/** A room with a pillar, a wall that juts out, and two doors. */
final class CrowdedRoom {
    private CrowdedRoom() {}

    static final Domain DOMAIN = Domain.of(
                    new Axis("x", 0, 1, Boundary.noFlux(), door("front", 1, 0.4, 0.7, 0.1)),
                    new Axis("y", 0, 2, door("side", 0, 0.5, 0.8, 0.3), Boundary.noFlux()))
            .withObstacles(
                    Region.ball(new double[] {0.6, 1.2}, 0.25),
                    Region.box(new double[] {0.2, 0.5}, new double[] {0.4, 3}));

    private static Boundary door(String name, int along, double from, double to, double cost) {
        return Boundary.noFlux().withDoor(new Door(name, Region.between(along, from, to), cost));
    }

    /** |p|²/(2 (1 + m)). */
    static final Hamiltonian CONGESTION = new RadialHamiltonian() {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r / (1 + m);
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r / (1 + m);
        }

        @Override
        public boolean dependsOnDensity() {
            return true;
        }
    };

    /** ½|p|². */
    static final Hamiltonian QUADRATIC = new RadialHamiltonian() {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r;
        }
    };

    /** ½ (p_0² + p_1² + 0.8 p_0 p_1): neither axiswise nor radial. */
    static final Hamiltonian SKEW = new Hamiltonian() {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return 0.5 * (p[0] * p[0] + p[1] * p[1] + 0.8 * p[0] * p[1]);
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = p[0] + 0.4 * p[1];
            gradient[1] = p[1] + 0.4 * p[0];
        }
    };

    /** b(x)·p: agents drift with -b and cannot choose. */
    static final Hamiltonian WIND = new Hamiltonian() {
        @Override
        public double value(double t, double[] x, double[] p, double m) {
            return -x[1] * p[0] + 0.8 * p[1];
        }

        @Override
        public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
            gradient[0] = -x[1];
            gradient[1] = 0.8;
        }
    };

    static MeanFieldGameBuilder game(Hamiltonian hamiltonian) {
        return MeanFieldGame.builder("room")
                .domain(DOMAIN)
                .horizon(1)
                .viscosity(0.02)
                .hamiltonian(hamiltonian)
                .runningCost((t, x) -> 1)
                .terminalCost(x -> 1 + 0.5 * x[1])
                .initialDensity(x -> 1 + x[0] * x[1]);
    }

    static DiscreteGame discrete(MeanFieldGame game, double maxSpeed) {
        return new UpwindDiscretization(1, maxSpeed).discretize(game, Grid.of(DOMAIN, 11, 21), new TimeGrid(1, 6));
    }
}
