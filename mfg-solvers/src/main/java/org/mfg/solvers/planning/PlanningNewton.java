package org.mfg.solvers.planning;

import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.progress.SolveLog;
import org.mfg.api.progress.StoppingRule;

/**
 * Newton's method for games with a target density, on their concave dual: of all tolls u(T) and costs F(b) those of the equilibrium make the most of {@linkplain DualGain D}. The scheme is monotone and its
 * Fokker-Planck equation the adjoint of its linearised Hamilton-Jacobi-Bellman equation, so that D is as concave on the grid as it is in the continuum, with the gradients
 * W (m(T) - m_T) and Δt W (m - b).
 *
 * <pre>
 *   (v, db) ← {@linkplain DualHessian Newton's step},   u^{nt-1} ← u^{nt-1} + s v,   b ← b + s db,   s = 1, ½, ¼, ... until D rises
 *   u(T) from u^{nt-1},   u = backward(b, u(T)),   m = forward(u)
 * </pre>
 *
 * <p>The unknown is the value a step before the end, not u(T): where the target is next to nothing, m(T) falls like 1/u^{nt-1}, and u(T) rises like its square. Steps are long, since D is what they raise and not a norm of residuals.
 *
 * <p>Cost of an iteration: a linearisation, 5 to 20 linear sweeps and an elimination on the grid of one level; a nonlinear backward and a forward sweep a trial step. 15 to 50 iterations. Memory: some 15 fields besides the linearisation's, of which 8 only with a coupling.
 */
public final class PlanningNewton implements EquilibriumSolver {
    private static final String ADVICE =
            "Try a larger viscosity, a finer grid, or a target that asks for less in the time there is.";

    private static final double SUFFICIENT_INCREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-9;
    /** A rise of the dual that is less than this part of its terms is rounding. */
    private static final double ROUNDING = 1e-11;
    /** Then the derivative along the step has to fall to this part. */
    private static final double FLATTER = 0.9;

    private static final double LOOSEST = 0.1;
    private static final double TIGHTEST = 1e-4;
    /** A first toll takes no place for emptier than this part of the mean density. */
    private static final double THIN = 0.1;

    private static final double SHORTER = 0.25;

    private final StoppingRule rule;

    /** @param rule when to stop */
    public PlanningNewton(StoppingRule rule) {
        this.rule = rule;
    }

    /** Whether a game is one that this solves: with a target and no ceiling, no discount, no deaths, no states, and a Hamiltonian without density and with a drift that is smooth in u. */
    public static boolean solves(DiscreteGame game) {
        MeanFieldGame g = game.game();
        return game.targetDensity().isPresent()
                && g.ceiling().isEmpty()
                && g.discount() == 0
                && g.death().isEmpty()
                && g.domain().statesAxis() < 0
                && !g.hamiltonian().dependsOnDensity()
                && game.momentumForm().isEmpty();
    }

    @Override
    public void check(DiscreteGame game) {
        if (game.targetDensity().isEmpty()) {
            throw InvalidInputException.because(
                    "discretization", "discretization must be one that knows target densities, such as upwind");
        }
    }

    @Override
    public Equilibrium solve(DiscreteGame game, @Nullable Guess start, Monitor monitor) {
        check(game);
        SolveLog log = SolveLog.ofConstraints(game, rule, monitor, ADVICE);
        try {
            new Run(game, start, log).lead();
        } catch (NumericalFailureException failure) {
            log.fail(failure);
        }
        return log.equilibrium();
    }

    /** One solve. */
    private static final class Run {
        private final DiscreteGame game;
        private final double[] target;
        private final int n;
        private final int last;
        private final SolveLog log;
        private final FlowLinks links;
        private final DualGain gain;
        private final DualHessian hessian;
        private Plan at;
        private Plan trial;
        private double step = 1;

        Run(DiscreteGame game, @Nullable Guess start, SolveLog log) {
            this.game = game;
            this.log = log;
            target = game.targetDensity().orElseThrow();
            n = target.length;
            last = game.size() - n;
            links = new FlowLinks(game.grid());
            gain = new DualGain(game);
            double[] residual = new double[game.size()];
            at = new Plan(game, target, residual);
            trial = new Plan(game, target, residual);
            beginCold();
            if (start != null) {
                beginFrom(start);
            }
            hessian = new DualHessian(game, target, links, at);
        }

        /** A crowd that fades from the first density to the last is believed in, and the toll is the potential of a flow between them. */
        private void beginCold() {
            double[] m0 = game.initialDensity();
            double[] mean = new double[n];
            double volume = 0;
            for (int i = 0; i < n; i++) {
                volume += game.space().weight(i);
            }
            for (int k = 0; k <= last + n - 1; k++) {
                double t = game.time().time(k / n) / game.time().horizon();
                at.belief[k] = (1 - t) * m0[k % n] + t * target[k % n];
            }
            for (int i = 0; i < n; i++) {
                mean[i] = Math.max(THIN / volume, 0.5 * (m0[i] + target[i]));
            }
            at.followToll();
            double[] masses = new double[n];
            for (int i = 0; i < n; i++) {
                masses[i] = game.space().weight(i) * (at.m[last + i] - target[i]);
            }
            double[] toll = new double[n];
            links.spread(mean, game.time().horizon());
            links.solve(masses, toll, 0);
            for (step = 1; step > SMALLEST_STEP; step *= SHORTER) {
                System.arraycopy(at.belief, 0, trial.belief, 0, trial.belief.length);
                System.arraycopy(at.u, 0, trial.u, 0, trial.u.length);
                for (int i = 0; i < n; i++) {
                    trial.u[last + i] = step * toll[i];
                }
                trial.followToll();
                if (gain.of(at, trial) > 0) {
                    accept();
                    return;
                }
            }
        }

        /** Goes on from a guess that is better. */
        private void beginFrom(Guess start) {
            System.arraycopy(start.u(), 0, trial.u, 0, trial.u.length);
            System.arraycopy(start.m(), 0, trial.belief, 0, trial.belief.length);
            trial.follow();
            if (gain.of(at, trial) > 0) {
                accept();
            }
        }

        void lead() {
            boolean isOver = log.record(at.u, at.m, 1, 1);
            double tolerance = LOOSEST;
            while (!isOver) {
                double missed = missed(at);
                int sweeps = hessian.solve(at, tolerance);
                if (!advance()) {
                    log.stop(Status.STALLED, "no step along Newton's direction raises the dual");
                    return;
                }
                double ratio = missed(at) / missed;
                tolerance = Math.min(LOOSEST, Math.max(TIGHTEST, ratio * ratio));
                isOver = log.record(at.u, at.m, step, sweeps);
            }
        }

        private double missed(Plan plan) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += game.space().weight(i) * Math.abs(plan.m[last + i] - target[i]);
            }
            return sum;
        }

        /** Makes the first of the steps 1, ½, ¼, ... that raises the dual; false if none does. */
        private boolean advance() {
            double slope = hessian.slope(at);
            double rounding = ROUNDING * at.scale();
            for (step = 1; step >= SMALLEST_STEP; step /= 2) {
                if (isReached() && isBetter(slope, rounding)) {
                    accept();
                    return true;
                }
            }
            return false;
        }

        private boolean isReached() {
            try {
                move();
                trial.follow();
                return true;
            } catch (NumericalFailureException fails) {
                return false;
            }
        }

        private boolean isBetter(double slope, double rounding) {
            return gain.of(at, trial) >= SUFFICIENT_INCREASE * step * slope
                    || (step * slope <= rounding && Math.abs(hessian.slope(trial)) <= FLATTER * slope);
        }

        /** A belief falls so that it stays positive. */
        private void move() {
            System.arraycopy(at.u, 0, trial.u, 0, trial.u.length);
            for (int i = 0; i < n; i++) {
                trial.u[last - n + i] += step * hessian.v[i];
            }
            for (int k = n; k < last; k++) {
                double b = at.belief[k];
                double change = step * hessian.db[k];
                trial.belief[k] = change >= 0 || b == 0 ? b + Math.max(0, change) : b * b / (b - change);
            }
        }

        private void accept() {
            Plan accepted = trial;
            trial = at;
            at = accepted;
        }
    }
}
