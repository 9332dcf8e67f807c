package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.krylov.Gmres;
import org.mfg.solvers.parallel.Workers;
import org.mfg.solvers.sensitivity.FiniteDifference;
import org.mfg.solvers.sensitivity.Sensitivity;
import org.mfg.solvers.sensitivity.Tangent;

/**
 * The derivatives of a path of the discrete equations, by the implicit function theorem. With E(θ, π) the excesses at the ends of all steps, of the path at prices π,
 *
 * <pre>
 *   E = 0    ⟹    E_π dπ/dθ = -E_θ,
 * </pre>
 *
 * <p>where E_θ has the steady states before and after move with θ, their prices too. Each product with E_π or E_θ is a {@link Tangent} of the game on the path, a backward and a forward sweep of
 * its linearised equations where nobody feels the crowd. The system is solved by GMRES with the inverse of the {@linkplain ExcessJacobian Jacobian at the steady state after} as preconditioner, in the
 * space of sequences (Auclert, Bardóczy, Rognlie and Straub 2021): of a small shock one step would be enough.
 */
public final class PathSensitivity {

    /** Residuals of a path lose less to rounding than those of which {@link Sensitivity} takes differences in general: a shorter step is the better one. */
    private static final double QUARTER = 0.25;

    /** Of the excess against E_θ; products are known to about 9 digits. */
    private static final double TOLERANCE = 1e-9;

    /** More than this is no solution. */
    private static final double FAILURE = 1e-6;

    private static final int MOST_STEPS = 60;

    /** How far shocks may be from those of the path, of the size of their parameter: round-off. */
    private static final double SAME = 1e-9;

    private final Transition path;
    private final Monitor monitor;
    private final Sensitivity sensitivity;
    private final SteadyResponse start;
    private final SteadyResponse end;
    /** Empty where prices are given. */
    private final Optional<ExcessJacobian> jacobian;

    /**
     * Linearises the equations of a path, whose game may not be linearised elsewhere while this is in use.
     *
     * @param monitor asked whether to stop
     * @throws InvalidInputException if the path has not converged
     */
    public PathSensitivity(Transition path, Monitor monitor) {
        this.path = path;
        this.monitor = monitor;
        sensitivity = Sensitivity.of(path.game(), path.equilibrium());
        jacobian = path.linear()
                .map(linear -> ExcessJacobian.at(
                        path.market(),
                        path.end(),
                        linear.aggregates(),
                        path.time().steps()));
        start = new SteadyResponse(path.economy(), path.start(), jacobian.isPresent());
        end = path.start().equals(path.end())
                ? start
                : new SteadyResponse(path.economy(), path.end(), jacobian.isPresent());
    }

    /**
     * The derivative in a parameter of the economy.
     *
     * @param parameter a real one; no price that the market sets
     * @param shocks those of the path, by the parameters before: they move with these if they are parts of them
     * @throws InvalidInputException if the shocks are other ones, or the market sets the parameter
     * @throws NumericalFailureException if prices' derivatives are not found, or the monitor wants it to stop
     */
    public PathTangent tangent(String parameter, Function<Parameters, List<Shock>> shocks) {
        Parameters before = path.start().parameters();
        double value = before.real(parameter);
        return tangent(Map.of(parameter, 1.0), unit(value), s -> shocks.apply(before.with(parameter, value + s)));
    }

    /**
     * The derivative in a number that shocks alone depend on, such as their size.
     *
     * @param value of the number
     * @param shocks for each value; those of the path for the value itself
     * @throws InvalidInputException if the shocks are other ones
     * @throws NumericalFailureException if prices' derivatives are not found, or the monitor wants it to stop
     */
    public PathTangent tangent(double value, DoubleFunction<List<Shock>> shocks) {
        return tangent(Map.of(), unit(value), s -> shocks.apply(value + s));
    }

    private static double unit(double value) {
        return value == 0 ? 1 : Math.abs(value);
    }

    private PathTangent tangent(Map<String, Double> changes, double unit, DoubleFunction<List<Shock>> shocks) {
        goOn();
        List<Shock> own = shocks.apply(0);
        own.forEach(this::check);
        int steps = path.time().steps();
        double[] moves = FiniteDifference.atZero(PathTangent.STEP * unit, s -> values(shocks.apply(s)));
        Map<String, double[]> bySteps = new LinkedHashMap<>();
        changes.forEach((name, change) -> {
            double[] same = new double[steps];
            Arrays.fill(same, change);
            bySteps.put(name, same);
        });
        Map<String, Double> after = new LinkedHashMap<>(changes);
        for (int k = 0; k < own.size(); k++) {
            int at = k * (steps + 1);
            bySteps.put(own.get(k).parameter(), Arrays.copyOfRange(moves, at, at + steps));
            after.put(own.get(k).parameter(), moves[at + steps]);
        }
        PathMove move = new PathMove(start.to(changes), end.to(after), bySteps);
        return along(
                jacobian.map(j -> move.with(path.market(), prices(move, j))).orElse(move));
    }

    /** The values of shocks in all steps, each with its limit. */
    private double[] values(List<Shock> shocks) {
        List<Double> values = new ArrayList<>();
        for (Shock shock : shocks) {
            for (int j = 1; j < path.time().levels(); j++) {
                values.add(shock.at(path.time().time(j)));
            }
            values.add(shock.limit());
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void check(Shock shock) {
        for (int j = 1; j < path.time().levels(); j++) {
            double own = path.parameters().get(j - 1).real(shock.parameter());
            if (!(Math.abs(shock.at(path.time().time(j)) - own) <= SAME * unit(own))) {
                throw InvalidInputException.of(
                        "shocks",
                        "be those of the path, in which " + shock.parameter() + " is " + own + " at t = "
                                + path.time().time(j),
                        shock.at(path.time().time(j)));
            }
        }
    }

    /** The change of prices that goes on clearing the market, by price and step. */
    private double[] prices(PathMove move, ExcessJacobian inverse) {
        double[] excess = excess(move);
        double[] wanted = new double[excess.length];
        Arrays.setAll(wanted, i -> -excess[i]);
        double[] prices = new double[excess.length];
        Gmres.Result result = new Gmres(MOST_STEPS, Workers.of(1))
                .solve(
                        (x, y) -> System.arraycopy(excess(PathMove.ofPrices(path, x)), 0, y, 0, y.length),
                        (e, x) -> System.arraycopy(inverse.solve(e), 0, x, 0, x.length),
                        Gmres.RightHandSide.of(wanted),
                        prices,
                        TOLERANCE,
                        MOST_STEPS,
                        (steps, residual) -> !monitor.isCancelled());
        goOn();
        if (!(result.relativeResidual() <= FAILURE)) {
            throw new NumericalFailureException("the prices' derivatives were not found: a part of "
                    + (float) result.relativeResidual() + " of the excess is left after " + result.steps() + " steps");
        }
        return prices;
    }

    private void goOn() {
        if (monitor.isCancelled()) {
            throw new NumericalFailureException("they were stopped");
        }
    }

    /** The derivatives of all excesses, by condition and step. */
    private double[] excess(PathMove move) {
        List<double[]> byCondition =
                List.copyOf(along(move).of(Transition::excess).values());
        return byCondition.stream()
                .flatMapToDouble(levels -> Arrays.stream(levels, 1, levels.length))
                .toArray();
    }

    private PathTangent along(PathMove move) {
        double unit = QUARTER / move.size(path);
        double[] none = new double[path.game().size()];
        Tangent tangent =
                sensitivity.tangent(0, s -> move.of(path, s * unit, none, none).game());
        return new PathTangent(path, move, scaled(tangent.du(), unit), scaled(tangent.dm(), unit));
    }

    private static double[] scaled(double[] field, double unit) {
        double[] scaled = field.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= unit;
        }
        return scaled;
    }
}
