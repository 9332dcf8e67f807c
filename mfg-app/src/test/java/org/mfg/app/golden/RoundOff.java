package org.mfg.app.golden;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Linearization;

/**
 * The round-off that another order of the same operations might make: what a game's sweeps write is changed in its last digits, and so are
 * inputs. How far results move tells how many of their digits are the equations' and how many the rounding's.
 */
final class RoundOff {
    private static final double UNIT = Math.ulp(1.0);

    private final Random random;

    RoundOff(long seed) {
        random = new Random(seed);
    }

    /** The field, each entry moved up or down by up to two units in its last digit. */
    double[] on(double[] field) {
        double[] moved = field.clone();
        move(moved, 0);
        return moved;
    }

    private void move(double[] field, double size) {
        for (int i = 0; i < field.length; i++) {
            field[i] += 2 * (2 * random.nextDouble() - 1) * UNIT * Math.max(size, Math.abs(field[i]));
        }
    }

    /** The game with round-off of its own in all that it writes. */
    DiscreteGame on(DiscreteGame game) {
        return around(DiscreteGame.class, game);
    }

    private <T> T around(Class<T> type, T original) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(original, arguments);
                        if (method.getReturnType() == void.class
                                && arguments[arguments.length - 1] instanceof double[] written) {
                            // Of residuals round-off is that of the terms, which cancel.
                            double size = method.getName().endsWith("Residual") ? maxAbs(arguments[0]) : 0;
                            move(written, size);
                        }
                        boolean isSolvedByParts =
                                original instanceof DiscreteGame g && g.game().isConstrained();
                        return result instanceof Linearization l && !isSolvedByParts
                                ? around(Linearization.class, l)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static double maxAbs(@Nullable Object field) {
        double max = 0;
        for (double f : (double[]) field) {
            max = Math.max(max, Math.abs(f));
        }
        return max;
    }
}
