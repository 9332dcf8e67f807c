package org.mfg.solvers.constrained;

import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;

/**
 * Newton's method for games whose crowd has to keep to a target density at the end (planning; Achdou, Camilli and Capuzzo-Dolcetta 2012) or to a
 * ceiling, where they have no concave dual for PlanningNewton. What keeps it there are tolls that agents pay, u(T) and the pressure P: they are unknowns, and with them everybody plays a best response as in any
 * game. The constraints are taken softly at first, and the limit itself last:
 *
 * <pre>
 *   for ε = 1, 0.1 or less, ... 0:   Newton on   HJB(u, m, P) = 0,  m = forward(u),
 *                                    ε' u(T) = m(T) - m_T,          P s = ε'',  s = m_max - m
 * </pre>
 *
 * <p>with ε', ε'' = ε in the units of the game. At the end ε' = 0 and P s is a tenth of the tolerance, the gap of complementarity. A stage that stalls is begun
 * again with a smaller step in ε.
 *
 * <p>Cost of an iteration: an exact solution by {@link org.mfg.solvers.direct.SpaceTimeElimination}, a forward sweep a trial step. 15 to 40 iterations as a rule.
 */
public final class ConstrainedNewton implements EquilibriumSolver {
    private static final String ADVICE =
            "Try a larger viscosity, a finer grid, or a target or ceiling that asks for less in the time there is.";

    private static final double SLOW = 0.1;
    private static final double FAST = 0.01;
    private static final double CLOSEST = 0.7;
    private static final double WARM = 1e-2;
    private static final double SOFTEST = 1e4;
    private static final int FEW = 2;
    /** Numbers kept: 2 GB. */
    private static final double MOST_MEMORY = 2.5e8;
    /** Matrices that are kept besides one for each step. */
    private static final int BESIDE_STEPS = 4;

    /** A target missed by less is near enough for the limit. */
    private static final double NEAR = 1e-5;

    private static final double SHARE_OF_TOLERANCE = 0.1;
    private static final double STAGE_TOLERANCE = 1e-2;

    private final StoppingRule rule;

    /** @param rule when to stop */
    public ConstrainedNewton(StoppingRule rule) {
        this.rule = rule;
    }

    /**
     * Solves the game.
     *
     * @throws InvalidInputException if it has a coupling that is not local, its discretisation does not know its constraints, or it is too large
     *     for exact solutions
     */
    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        check(game);
        SolveLog log = SolveLog.ofConstraints(game, rule, monitor, ADVICE);
        try {
            if (game.ceiling().isPresent()) {
                game.setPressure(new double[game.size()]);
            }
            double[] u = start == null ? Guess.stationary(game).u() : start.u();
            new Run(game, u, log).lead(start == null ? 1 : WARM);
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }

    @Override
    public void check(DiscreteGame game) {
        boolean knowsTarget =
                game.targetDensity().isPresent() == game.game().targetDensity().isPresent();
        boolean knowsCeiling =
                game.ceiling().isPresent() == game.game().ceiling().isPresent();
        if (!knowsTarget || !knowsCeiling) {
            throw InvalidInputException.because(
                    "discretization",
                    "discretization must be one that knows target densities and ceilings, such as upwind");
        }
        double n = game.space().size();
        if (n * n * (game.time().steps() + BESIDE_STEPS) > MOST_MEMORY) {
            throw InvalidInputException.because(
                    "grid",
                    "grid must have nodes^2 times (steps + 4) of at most 2.5e8 for a target density or a ceiling, which are solved exactly; on larger ones try solver admm");
        }
    }

    /** How a stage ended. */
    private enum End {
        SOLVED,
        STALLED,
        OVER
    }

    /** One solve. */
    private final class Run {
        private final Units units;
        private final ConstrainedEquations equations;
        private final TolledIterate iterate;
        private final SolveLog log;
        private final Point saved;
        private final double[] played;

        Run(DiscreteGame game, double[] start, SolveLog log) {
            this.log = log;
            units = Units.of(game);
            equations = new ConstrainedEquations(game, units);
            iterate = new TolledIterate(game, equations, start);
            saved = equations.point();
            played = new double[equations.size];
        }

        /** Follows the iterates from a first strictness to the limit. */
        void lead(double first) {
            double strictness = first;
            double solved = Double.NaN;
            double factor = SLOW;
            iterate.begin(stage(strictness));
            saved.set(iterate.point());
            End end = End.SOLVED;
            while (end != End.OVER) {
                int before = log.isEmpty() ? 0 : log.last().index();
                end = solve(stage(strictness));
                if (end == End.SOLVED) {
                    saved.set(iterate.point());
                    solved = strictness;
                    factor = log.last().index() - before <= FEW ? FAST : Math.max(factor, SLOW);
                    strictness = isNear(strictness) ? 0 : strictness * factor;
                } else if (end == End.STALLED) {
                    iterate.restore(saved, stage(strictness));
                    boolean hasBegun = !Double.isNaN(solved);
                    factor = Math.sqrt(factor);
                    strictness = hasBegun ? solved * factor : strictness / SLOW;
                    if (hasBegun ? factor > CLOSEST : strictness > SOFTEST) {
                        log.stop(Status.STALLED, "no step along Newton's direction reduces the residuals");
                        end = End.OVER;
                    }
                }
            }
        }

        private Stage stage(double strictness) {
            return units.stage(strictness, lastBarrier());
        }

        /** A share of the gap that the tolerance allows. */
        private double lastBarrier() {
            return SHARE_OF_TOLERANCE
                    * rule.tolerance()
                    * units.gapOf(iterate.point().largest());
        }

        /** Whether the limit is the next stage. */
        private boolean isNear(double strictness) {
            boolean isClosed =
                    !equations.hasCeiling() || stage(strictness * FAST).barrier() == lastBarrier();
            return isClosed && equations.missed(iterate.point()) <= NEAR;
        }

        private End solve(Stage stage) {
            double tolerance = Math.max(rule.tolerance(), STAGE_TOLERANCE * Math.min(SLOW, stage.strictness()));
            iterate.enter(stage);
            if (log.isEmpty() && record()) {
                return End.OVER;
            }
            while (stage.strictness() == 0 || !equations.hold(iterate.point(), stage, tolerance)) {
                if (!iterate.advance(stage)) {
                    return End.STALLED;
                }
                if (record()) {
                    return End.OVER;
                }
            }
            return End.SOLVED;
        }

        private boolean record() {
            equations.play(iterate.point(), played);
            return log.record(iterate.point().u, played, iterate.step(), 1);
        }
    }
}
