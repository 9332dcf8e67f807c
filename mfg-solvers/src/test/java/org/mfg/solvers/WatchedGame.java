package org.mfg.solvers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Discretization;
import org.mfg.api.discrete.Linearization;

/** Discrete games with one method changed, for tests of what a solver does with it. */
public final class WatchedGame {
    private WatchedGame() {}

    /** The game with one of its methods failing numerically. */
    public static DiscreteGame failing(DiscreteGame game, String method) {
        return with(game, method, () -> {
            throw new NumericalFailureException(method + " fails");
        });
    }

    /** The game with another discretisation to make its relatives by. */
    public static DiscreteGame discretizedBy(DiscreteGame game, Discretization discretization) {
        return with(game, "discretization", () -> discretization);
    }

    /** The game, counting in one entry the linear backward sweeps of all its linearisations. */
    public static DiscreteGame counting(DiscreteGame game, int[] linearSweeps) {
        return (DiscreteGame) Proxy.newProxyInstance(
                WatchedGame.class.getClassLoader(), new Class<?>[] {DiscreteGame.class}, (proxy, called, arguments) -> {
                    Object result = called.invoke(game, arguments);
                    return result instanceof Linearization linearization ? counting(linearization, linearSweeps) : result;
                });
    }

    private static Linearization counting(Linearization linearization, int[] sweeps) {
        return new Linearization() {
            @Override
            public void backward(double[] dm, double[] source, double[] du) {
                sweeps[0]++;
                linearization.backward(dm, source, du);
            }

            @Override
            public void forward(double[] du, double[] source, double[] dm) {
                linearization.forward(du, source, dm);
            }
        };
    }

    private static DiscreteGame with(DiscreteGame game, String method, java.util.function.Supplier<?> result) {
        return (DiscreteGame) Proxy.newProxyInstance(
                WatchedGame.class.getClassLoader(), new Class<?>[] {DiscreteGame.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return result.get();
                    }
                    try {
                        return called.invoke(game, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
