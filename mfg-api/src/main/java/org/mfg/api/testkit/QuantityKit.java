package org.mfg.api.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.RadialHamiltonian;
import org.mfg.api.quantity.Gradient;
import org.mfg.api.quantity.Quantity;
import org.mfg.api.spi.QuantityProvider;

/**
 * Checks quantities of interest at seeded random fields: names are given once, and found; values are finite, the same when asked again, and leave both fields as
 * they are; a gradient agrees with central differences of the value, along each field.
 */
public final class QuantityKit {
    private static final int NODES = 7;
    private static final int STEPS = 4;
    private static final long SEED = 20060911;

    private final Quantity quantity;
    private final DiscreteGame game;
    private final Check check;
    private final double[] u;
    private final double[] m;

    private QuantityKit(Quantity quantity, DiscreteGame game) {
        this.quantity = quantity;
        this.game = game;
        check = new Check(quantity);
        Random random = new Random(SEED);
        u = Point.direction(random, game.size());
        m = Point.densities(random, game.size());
    }

    /**
     * Checks what a provider knows of a game on the given domain, in which agents go where they like. For quantities of both fields, the grid and the
     * times; one that asks the game for a sweep or a policy is checked with a discrete game, below.
     *
     * @throws AssertionError if a promise is broken; the message names it and the values
     */
    public static void check(QuantityProvider provider, Domain domain) {
        MeanFieldGame game = MeanFieldGame.builder("kit")
                .domain(domain)
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(new Quadratic())
                .terminalCost(x -> 0)
                .initialDensity(x -> 1)
                .build();
        check(provider, new FieldsOnly(game, Grid.of(domain, NODES), game.timeGrid(STEPS)));
    }

    /**
     * Checks what a provider knows of a game.
     *
     * @throws AssertionError if a promise is broken; the message names it and the values
     */
    public static void check(QuantityProvider provider, DiscreteGame game) {
        List<Quantity> all = provider.quantities(game.game());
        Set<String> names = new HashSet<>();
        Check check = new Check(provider);
        for (Quantity quantity : all) {
            String name = quantity.name();
            if (name.isBlank() || !names.add(name)) {
                check.fail("quantities", "game " + game.game().name(), "names '" + name + "' twice, or nothing");
            }
            Optional<Quantity> found = provider.find(name, game.game());
            if (found.isEmpty() || !found.get().name().equals(name)) {
                check.fail("find", "'" + name + "'", "does not find what is listed");
            }
            check(quantity, game);
        }
    }

    /**
     * Checks a quantity of a game.
     *
     * @throws AssertionError if a promise is broken; the message names it and the values
     */
    public static void check(Quantity quantity, DiscreteGame game) {
        new QuantityKit(quantity, game).run();
    }

    private void run() {
        double[] uBefore = u.clone();
        double[] mBefore = m.clone();
        String where = "random fields of game " + game.game().name();
        double value = quantity.value(game, u, m);
        check.finite(quantity.name(), where, value);
        check.equal(quantity.name() + " asked again", where, quantity.value(game, u, m), value, "as before");
        Optional<Gradient> gradient = quantity.gradient(game, u, m);
        check.fieldsEqual(
                quantity.name() + ", the value function after it,", game.space().size(), u, uBefore, "as before");
        check.fieldsEqual(
                quantity.name() + ", the density after it,", game.space().size(), m, mBefore, "as before");
        if (gradient.isPresent()) {
            Random random = new Random(SEED + 1);
            double[] direction = Point.direction(random, u.length);
            double[] none = new double[u.length];
            along("gradient in u", gradient.get(), direction, none);
            along("gradient in m", gradient.get(), none, direction);
        }
    }

    private void along(String what, Gradient gradient, double[] du, double[] dm) {
        check.derivative(
                quantity.name() + ", " + what,
                "a random direction",
                gradient.along(du, dm),
                s -> quantity.value(game, moved(u, s, du), moved(m, s, dm)),
                0);
    }

    private static double[] moved(double[] v, double step, double[] direction) {
        double[] w = v.clone();
        for (int i = 0; i < w.length; i++) {
            w[i] += step * direction[i];
        }
        return w;
    }

    /** |p|²/2. */
    private static final class Quadratic implements RadialHamiltonian {
        @Override
        public double radialValue(double t, double[] x, double r, double m) {
            return 0.5 * r * r;
        }

        @Override
        public double radialDerivative(double t, double[] x, double r, double m) {
            return r;
        }
    }
}
