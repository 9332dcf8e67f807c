package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.progress.Yardstick;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * Finds how an economy moves from a steady state when parameters begin to move, which agents foresee from then on (an MIT shock), to the same steady state or the one at the parameters'
 * limits. Prices π of all time steps are found by a quasi-Newton method,
 *
 * <pre>
 *   π⁰ = π* - J⁻¹ (J_θ dθ + what the first crowd leaves too much of),     π ← π - α B⁻¹ E(π),
 * </pre>
 *
 * <p>J being the Jacobian of all excesses at the steady state after ({@link FakeNews}), whose factors are those of every iteration, corrected by {@link Broyden}'s updates; α is the first of 1, 1/2, 1/4, ... that brings B⁻¹E
 * down. Each iteration takes a backward and a forward sweep, where nobody feels the crowd.
 */
public final class TransitionSolver {
    private static final int MAX_ITERATIONS = 60;
    private static final int MAX_HALVINGS = 8;

    private final DiscreteEconomy economy;
    private final double priceTolerance;
    private final double tolerance;

    /**
     * @param priceTolerance how far from their roots the prices of steady states may be
     * @param tolerance the largest excess at a level, as a part of the largest aggregate where that is above 1
     */
    public TransitionSolver(DiscreteEconomy economy, double priceTolerance, double tolerance) {
        this.economy = economy;
        this.priceTolerance = priceTolerance;
        this.tolerance = tolerance;
    }

    /**
     * The path on which markets clear at all times.
     *
     * @param parameters before; prices among them are where the search for the steady state begins
     * @param shocks none of them of a price
     * @param time the time levels
     * @param monitor asked whether to stop
     * @throws InvalidInputException if a shock is not of the game, not at rest by the end, or leaves no game at a time
     * @throws NoPath if there is no steady state, or no solution at the first prices
     */
    public Transition clear(Parameters parameters, List<Shock> shocks, TimeGrid time, Monitor monitor) {
        for (Shock shock : shocks) {
            if (economy.market().prices().contains(shock.parameter())) {
                throw InvalidInputException.because(
                        shock.parameter(), shock.parameter() + " must not be shocked: the market sets it");
            }
        }
        Parameters checked = checked(parameters, shocks, time);
        SteadyState start = economy.cleared(checked, priceTolerance, monitor);
        SteadyState end = isReturn(start, shocks)
                ? start
                : economy.cleared(limit(start.parameters(), shocks), priceTolerance, monitor);
        List<Parameters> exogenous = path(end.parameters(), shocks, time);
        PathSystem system = new PathSystem(economy, start, end, time, exogenous, monitor);
        return new Search(system, start, end, shocks, time, monitor).run();
    }

    /**
     * The path at the prices among the parameters, which stay: partial equilibrium.
     *
     * @throws InvalidInputException as {@link #clear}; shocks may be of prices too
     * @throws NoPath as {@link #clear}
     */
    public Transition atGivenPrices(Parameters parameters, List<Shock> shocks, TimeGrid time, Monitor monitor) {
        long begun = System.nanoTime();
        SteadyState start = economy.at(checked(parameters, shocks, time), monitor);
        SteadyState end = isReturn(start, shocks) ? start : economy.at(limit(start.parameters(), shocks), monitor);
        List<Parameters> exogenous = path(end.parameters(), shocks, time);
        PathSystem system = new PathSystem(economy, start, end, time, exogenous, monitor);
        double[] prices = new double[economy.market().prices().size() * time.steps()];
        for (int i = 0; i < prices.length; i++) {
            String name = economy.market().prices().get(i / time.steps());
            prices[i] = exogenous.get(i % time.steps()).real(name);
        }
        PathTrial trial = system.at(prices, constant(end.fields().u(), time));
        Equilibrium found = equilibrium(trial, 0, begun, Status.CONVERGED, "Prices are given.");
        return new Transition(economy, start, end, exogenous, trial.game(), found, List.of(), Optional.empty());
    }

    private static Parameters checked(Parameters parameters, List<Shock> shocks, TimeGrid time) {
        shocks.forEach(shock -> shock.check(parameters.real(shock.parameter()), time.horizon()));
        return parameters;
    }

    private static boolean isReturn(SteadyState start, List<Shock> shocks) {
        return shocks.stream().allMatch(s -> s.limit() == start.parameters().real(s.parameter()));
    }

    private static Parameters limit(Parameters parameters, List<Shock> shocks) {
        Parameters values = parameters;
        for (Shock shock : shocks) {
            values = values.with(shock.parameter(), shock.limit());
        }
        return values;
    }

    private static List<Parameters> path(Parameters parameters, List<Shock> shocks, TimeGrid time) {
        List<Parameters> path = new ArrayList<>();
        for (int j = 1; j <= time.steps(); j++) {
            Parameters values = parameters;
            for (Shock shock : shocks) {
                values = values.with(shock.parameter(), shock.at(time.time(j)));
            }
            path.add(values);
        }
        return path;
    }

    private static double[] constant(double[] level, TimeGrid time) {
        double[] field = new double[level.length * time.levels()];
        for (int j = 0; j < time.levels(); j++) {
            System.arraycopy(level, 0, field, j * level.length, level.length);
        }
        return field;
    }

    private static Equilibrium equilibrium(PathTrial trial, int index, long begun, Status status, String message) {
        Yardstick yardstick = new Yardstick(trial.game());
        Iteration last = yardstick.residuals(index, trial.u(), trial.m(), 1, index + 1, seconds(begun));
        last = trial.game().game().isCoupled() ? yardstick.completed(last, trial.u(), trial.m()) : atBestResponse(last);
        return new Equilibrium(
                trial.game().game(),
                trial.game().space(),
                trial.game().time(),
                trial.u(),
                trial.m(),
                status,
                message,
                List.of(last));
    }

    /** Where nobody feels the crowd u is the best response that the backward sweep has found, and m the crowd that plays it. */
    private static Iteration atBestResponse(Iteration i) {
        return new Iteration(
                i.index(),
                i.hjbResidual(),
                i.fpResidual(),
                0,
                0,
                i.massDrift(),
                i.minDensity(),
                i.step(),
                i.sweeps(),
                i.seconds());
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) * 1e-9;
    }

    /** One search for the prices of a path. */
    private final class Search {
        private final long begun = System.nanoTime();
        private final PathSystem system;
        private final SteadyState start;
        private final SteadyState end;
        private final List<Shock> shocks;
        private final TimeGrid time;
        private final Monitor monitor;
        private final Market market = economy.market();
        private final List<Transition.Attempt> attempts = new ArrayList<>();

        Search(
                PathSystem system,
                SteadyState start,
                SteadyState end,
                List<Shock> shocks,
                TimeGrid time,
                Monitor monitor) {
            this.system = system;
            this.start = start;
            this.end = end;
            this.shocks = shocks;
            this.time = time;
            this.monitor = monitor;
        }

        Transition run() {
            SequenceJacobian aggregates = jacobian();
            MarketSlopes slopes = new MarketSlopes(market, end.parameters(), aggregatesAtEnd());
            ExcessJacobian jacobian = new ExcessJacobian(market, end, aggregates, slopes, time.steps());
            double[] steady = system.steadyPrices(end);
            double[] linear = linear(jacobian);
            double[] scales = new double[steady.length];
            for (int i = 0; i < scales.length; i++) {
                String name = market.prices().get(i / time.steps());
                scales[i] = MarketSlopes.scale(market, end.parameters(), name);
            }
            Broyden broyden = new Broyden(jacobian::solve, scales);
            PathTrial trial = first(steady, linear);
            Status status = Status.MAX_ITERATIONS;
            for (int k = 0; k < MAX_ITERATIONS; k++) {
                if (trial.largest() <= tolerance * trial.scale()) {
                    status = Status.CONVERGED;
                    break;
                }
                if (monitor.isCancelled()) {
                    status = Status.CANCELLED;
                    break;
                }
                PathTrial next = improved(trial, broyden);
                if (next == trial) {
                    status = Status.STALLED;
                    break;
                }
                trial = next;
            }
            return result(trial, status, aggregates, jacobian, linear);
        }

        private SequenceJacobian jacobian() {
            List<String> inputs = Stream.concat(
                            market.prices().stream(), shocks.stream().map(Shock::parameter))
                    .distinct()
                    .toList();
            List<Double> scales = inputs.stream()
                    .map(name -> MarketSlopes.scale(market, end.parameters(), name))
                    .toList();
            return new FakeNews(economy, end, time.step(), time.steps())
                    .jacobian(inputs, scales, start.fields().m());
        }

        private double[] aggregatesAtEnd() {
            return market.count(end.parameters(), CrossSection.last(end.game(), end.equilibrium()));
        }

        /** The change of prices to first order. */
        private double[] linear(ExcessJacobian jacobian) {
            int steps = time.steps();
            double[] excess = jacobian.fromStart();
            for (Shock shock : shocks) {
                double[][] j = jacobian.toInput(shock.parameter());
                double rest = end.parameters().real(shock.parameter());
                for (int i = 0; i < excess.length; i++) {
                    for (int s = 0; s < steps; s++) {
                        excess[i] += j[i / steps][i % steps * steps + s] * (shock.at(time.time(s + 1)) - rest);
                    }
                }
            }
            double[] change = jacobian.solve(excess);
            for (int i = 0; i < change.length; i++) {
                change[i] = -change[i];
            }
            return change;
        }

        /** The path at the prices to first order, or, where there is none, at a part of the way to them. */
        private PathTrial first(double[] steady, double[] change) {
            double[] near = constant(end.fields().u(), time);
            double part = 1;
            for (int k = 0; k < MAX_HALVINGS; k++) {
                try {
                    return attempt(moved(steady, change, part), near, part);
                } catch (InvalidInputException | NoPath e) {
                    part /= 2;
                }
            }
            return attempt(steady, near, 0);
        }

        private PathTrial attempt(double[] prices, double[] near, double part) {
            PathTrial trial = system.at(prices, near);
            attempts.add(new Transition.Attempt(trial.largest(), part, seconds(begun)));
            return trial;
        }

        /** The first path on the step that is better, or that from which it goes. */
        private PathTrial improved(PathTrial trial, Broyden broyden) {
            double[] step = broyden.solve(trial.excess());
            for (int i = 0; i < step.length; i++) {
                step[i] = -step[i];
            }
            double size = broyden.size(step);
            double part = 1;
            for (int k = 0; k < MAX_HALVINGS; k++) {
                double[] prices = moved(trial.prices(), step, part);
                try {
                    PathTrial next = attempt(prices, trial.u(), part);
                    double sizeThere = broyden.size(broyden.solve(next.excess()));
                    learn(broyden, trial, next);
                    if (sizeThere <= (1 - part / 4) * size) {
                        return next;
                    }
                } catch (InvalidInputException | NoPath e) {
                    // No game, or no solution, at these prices: nearer ones may have one.
                }
                part /= 2;
            }
            return trial;
        }

        private void learn(Broyden broyden, PathTrial from, PathTrial to) {
            double[] step = new double[from.prices().length];
            double[] change = new double[step.length];
            for (int i = 0; i < step.length; i++) {
                step[i] = to.prices()[i] - from.prices()[i];
                change[i] = to.excess()[i] - from.excess()[i];
            }
            broyden.update(step, change);
        }

        private static double[] moved(double[] from, double[] step, double part) {
            double[] moved = from.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += part * step[i];
            }
            return moved;
        }

        private Transition result(
                PathTrial trial, Status status, SequenceJacobian aggregates, ExcessJacobian jacobian, double[] linear) {
            String message = status == Status.CONVERGED
                    ? "Every market clears at every time to " + tolerance + "."
                    : "The largest excess is still " + trial.largest() + ".";
            Equilibrium found = equilibrium(trial, attempts.size() - 1, begun, status, message);
            List<Parameters> parameters = new ArrayList<>();
            for (int j = 0; j < time.steps(); j++) {
                parameters.add(system.at(trial.prices(), j));
            }
            Map<String, List<double[]>> responses = new LinkedHashMap<>();
            for (Shock shock : shocks) {
                responses.put(shock.parameter(), List.of(jacobian.response(shock.parameter())));
            }
            double[] first = moved(system.steadyPrices(end), linear, 1);
            List<double[]> path = new ArrayList<>();
            for (int k = 0; k < market.prices().size(); k++) {
                path.add(Arrays.copyOfRange(first, k * time.steps(), (k + 1) * time.steps()));
            }
            return new Transition(
                    economy,
                    start,
                    end,
                    parameters,
                    trial.game(),
                    found,
                    attempts,
                    Optional.of(new LinearResponse(aggregates, responses, path)));
        }
    }
}
