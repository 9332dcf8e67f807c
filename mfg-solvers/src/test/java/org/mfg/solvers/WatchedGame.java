package org.mfg.solvers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
        return proxy((proxy, called, arguments) -> {
            if (called.getName().equals(method)) {
                throw new NumericalFailureException(method + " fails");
            }
            return call(game, called, arguments);
        });
    }

    /** The game with one of its methods, which gives nothing back, doing nothing. */
    public static DiscreteGame idle(DiscreteGame game, String method) {
        return proxy(
                (proxy, called, arguments) -> called.getName().equals(method) ? null : call(game, called, arguments));
    }

    /** The game with another discretisation to make its relatives by. */
    public static DiscreteGame discretizedBy(DiscreteGame game, Discretization discretization) {
        return proxy((proxy, called, arguments) ->
                called.getName().equals("discretization") ? discretization : call(game, called, arguments));
    }

    /** The game, counting in an array's one entry its nonlinear backward sweeps. */
    public static DiscreteGame countingBackward(DiscreteGame game, int[] sweeps) {
        return proxy((proxy, called, arguments) -> {
            sweeps[0] += called.getName().equals("backward") ? 1 : 0;
            return call(game, called, arguments);
        });
    }

    /** The game, counting in an array's one entry the linear backward sweeps of all its linearisations. */
    public static DiscreteGame counting(DiscreteGame game, int[] linearSweeps) {
        return proxy((proxy, called, arguments) -> {
            Object result = call(game, called, arguments);
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

    private static DiscreteGame proxy(InvocationHandler handler) {
        return (DiscreteGame) Proxy.newProxyInstance(
                WatchedGame.class.getClassLoader(), new Class<?>[] {DiscreteGame.class}, handler);
    }

    private static Object call(DiscreteGame game, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(game, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
