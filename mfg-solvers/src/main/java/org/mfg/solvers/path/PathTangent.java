package org.mfg.solvers.path;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.mfg.solvers.sensitivity.FiniteDifference;

/** The derivative of a path in a parameter θ. */
public final class PathTangent {
    /** The step of a difference whose error is least, as a part of what moves. */
    static final double STEP = Math.cbrt(Math.ulp(1.0));

    private final Transition path;
    private final PathMove move;
    private final double[] du;
    private final double[] dm;

    PathTangent(Transition path, PathMove move, double[] du, double[] dm) {
        this.path = path;
        this.move = move;
        this.du = du;
        this.dm = dm;
    }

    /** du/dθ at each node and level, a field. */
    public double[] du() {
        return du;
    }

    /** dm/dθ, a field. */
    public double[] dm() {
        return dm;
    }

    /** The derivative of a parameter, such as a price, by level; of level 0 that of the steady state before. */
    public double[] parameter(String name) {
        double[] derivative = new double[path.time().levels()];
        derivative[0] = move.start().parameters().getOrDefault(name, 0.0);
        double[] steps = move.steps().getOrDefault(name, new double[derivative.length - 1]);
        System.arraycopy(steps, 0, derivative, 1, steps.length);
        return derivative;
    }

    /**
     * The derivatives of what is told of a path, such as {@code Transition::quantities}: a difference of second order along this tangent, of paths that are made
     * again and not solved.
     *
     * @param told numbers by name, as many of each for every path
     */
    public Map<String, double[]> of(Function<Transition, Map<String, double[]>> told) {
        Map<String, double[]> here = told.apply(path);
        List<String> names = List.copyOf(here.keySet());
        double[] all = FiniteDifference.atZero(
                STEP / move.size(path), s -> joined(names, told.apply(move.of(path, s, du, dm))));
        Map<String, double[]> derivatives = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<String, double[]> entry : here.entrySet()) {
            double[] derivative = Arrays.copyOfRange(all, at, at + entry.getValue().length);
            derivatives.put(entry.getKey(), derivative);
            at += derivative.length;
        }
        return derivatives;
    }

    private static double[] joined(List<String> names, Map<String, double[]> numbers) {
        return names.stream()
                .flatMapToDouble(name -> Arrays.stream(Objects.requireNonNull(numbers.get(name))))
                .toArray();
    }
}
