package org.mfg.solvers.finitedifferences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The right-hand sides of the Hamilton-Jacobi-Bellman equation on a grid: f(t, x) + Σ F[m] at the levels that a scheme uses,
 * 1 ... steps for an implicit one, and g(x) + Σ G[m(T)].
 */
final class Costs {
    private final Mesh mesh;
    private final TimeGrid time;
    private final int firstLevel;
    /** f: a field, or one level where it is the same at all. */
    private final double[] running;

    private final double[] terminal;
    private final List<DiscreteCoupling> couplings;
    private final List<DiscreteCoupling> terminalCouplings;
    /** Whether the end is a target, so that no cost is due there. */
    private final boolean isEndFree;
    /** The pressure of a ceiling, a field that changes; empty for none. */
    private final double[] pressure;
    /** The derivative of all local couplings. */
    private final double[] slope;

    private final double[] change;
    /** The running cost, or a field of ones: numbers of one question. */
    private final double[] work;

    /** @param firstLevel the first level with a running cost: 0 for the trapezoid rule, 1 for an implicit scheme */
    Costs(MeanFieldGame game, Grid grid, TimeGrid time, Mesh mesh, int firstLevel) {
        this(game, grid, time, mesh, firstLevel, new double[0]);
    }

    /** @param pressure what agents pay on top, a field that is read whenever costs are asked for; empty for none */
    Costs(MeanFieldGame game, Grid grid, TimeGrid time, Mesh mesh, int firstLevel, double[] pressure) {
        this.pressure = pressure;
        isEndFree = game.targetDensity().isPresent();
        this.firstLevel = firstLevel;
        this.mesh = mesh;
        this.time = time;
        int n = mesh.size;
        terminal = new double[n];
        slope = new double[time.levels() * n];
        work = new double[time.levels() * n];
        running = sampledRunning(game, grid);
        for (int i = 0; i < n; i++) {
            terminal[i] = grid.isWall(i)
                    ? 0
                    : finite("terminal cost", game.terminalCost().at(mesh.position[i].clone()), i);
        }
        couplings = onGrid(game.couplings(), grid);
        terminalCouplings = onGrid(game.terminalCouplings(), grid);
        boolean isLocal = true;
        for (DiscreteCoupling coupling : couplings) {
            isLocal &= coupling.isLocal();
        }
        change = new double[isLocal ? 0 : time.levels() * n];
    }

    private double[] sampledRunning(MeanFieldGame game, Grid grid) {
        int n = mesh.size;
        double[] sampled = new double[n];
        double[] level = new double[n];
        double[] x = new double[grid.dimension()];
        for (int j = firstLevel; j < time.levels(); j++) {
            double t = time.time(j);
            for (int i = 0; i < n; i++) {
                System.arraycopy(mesh.position[i], 0, x, 0, x.length);
                level[i] = grid.isWall(i)
                        ? 0
                        : finite("running cost", game.runningCost().at(t, x), i);
            }
            if (j == firstLevel) {
                System.arraycopy(level, 0, sampled, 0, n);
            } else if (sampled.length == n && !Arrays.equals(level, sampled)) {
                sampled = atAllLevels(sampled);
            }
            if (sampled.length > n) {
                System.arraycopy(level, 0, sampled, j * n, n);
            }
        }
        return sampled;
    }

    private double[] atAllLevels(double[] level) {
        double[] field = new double[time.levels() * level.length];
        for (int at = 0; at < field.length; at += level.length) {
            System.arraycopy(level, 0, field, at, level.length);
        }
        return field;
    }

    private List<DiscreteCoupling> onGrid(List<Coupling> given, Grid grid) {
        List<DiscreteCoupling> discrete = new ArrayList<>();
        for (Coupling coupling : given) {
            discrete.add(firstLevel == 0 ? coupling.forTrapezoidRule(grid, time) : coupling.on(grid, time));
        }
        return discrete;
    }

    /** The running couplings on the grid. */
    DiscreteCoupling[] couplings() {
        return couplings.toArray(new DiscreteCoupling[0]);
    }

    /** The terminal couplings on the grid. */
    DiscreteCoupling[] terminalCouplings() {
        return terminalCouplings.toArray(new DiscreteCoupling[0]);
    }

    /** The weight ω of a level that the adjoints of the running couplings are for. */
    double levelWeight(int level) {
        return firstLevel == 0 && (level == 0 || level == time.steps()) ? 0.5 : 1;
    }

    private double finite(String field, double value, int node) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(
                    field, "be finite everywhere", value + " at " + Arrays.toString(mesh.position[node]));
        }
        return value;
    }

    /** The running cost at the levels from the first on: a field that is valid until the next question. */
    double[] running(double[] m) {
        double[] out = work;
        for (int at = 0; at < out.length; at += running.length) {
            System.arraycopy(running, 0, out, at, running.length);
        }
        for (int i = firstLevel * mesh.size; i < pressure.length; i++) {
            out[i] += pressure[i];
        }
        for (DiscreteCoupling coupling : couplings) {
            coupling.addValue(m, firstLevel, time.steps(), out);
        }
        return out;
    }

    /** Writes the terminal cost into the last level of the field out. */
    void terminal(double[] m, double[] out) {
        int at = time.steps() * mesh.size;
        System.arraycopy(terminal, 0, out, at, mesh.size);
        for (DiscreteCoupling coupling : terminalCouplings) {
            coupling.addValue(m, time.steps(), time.steps(), out);
        }
        for (int k = 0; k < mesh.fixed.length; k++) {
            out[at + mesh.fixed[k]] = mesh.fixedValue[k];
        }
    }

    /** Replaces u(T), the last level of a field, by the terminal cost; leaves it as it is where a target takes its place. */
    void endWith(double[] m, double[] u) {
        if (!isEndFree) {
            terminal(m, u);
        }
    }

    /** Evaluates the derivatives of the local couplings at m, for the changes of the costs. */
    void linearize(double[] m) {
        Arrays.fill(slope, 0);
        double[] ones = ones();
        for (DiscreteCoupling coupling : couplings) {
            if (coupling.isLocal()) {
                coupling.addDerivative(m, ones, firstLevel, time.steps(), slope);
            }
        }
    }

    /** The direction in which a local coupling's derivative is its slope. */
    private double[] ones() {
        Arrays.fill(work, 1);
        return work;
    }

    /** Adds Δt F'[m] dm of the local couplings at a level to the slice of out that begins at outAt. */
    void addLocalChange(int level, double[] dm, double[] out, int outAt) {
        double dt = time.stepTo(level);
        int at = level * mesh.size;
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += dt * slope[at + i] * dm[at + i];
        }
    }

    /** Adds Δt F'[m] of the local couplings at a level to the slice of out that begins at outAt. */
    void addLocalSlope(int level, double[] out, int outAt) {
        double dt = time.stepTo(level);
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += dt * slope[level * mesh.size + i];
        }
    }

    /** Whether all couplings are. */
    boolean isLocal() {
        boolean isLocal = change.length == 0;
        for (DiscreteCoupling coupling : terminalCouplings) {
            isLocal &= coupling.isLocal();
        }
        return isLocal;
    }

    /** Writes G'[m(T)] of the local terminal couplings, one level. */
    void terminalSlope(double[] m, double[] out, int outAt) {
        double[] field = new double[m.length];
        for (DiscreteCoupling coupling : terminalCouplings) {
            if (coupling.isLocal()) {
                coupling.addDerivative(m, ones(), time.steps(), time.steps(), field);
            }
        }
        System.arraycopy(field, time.steps() * mesh.size, out, outAt, mesh.size);
    }

    /** Adds Δt F'[m] dm of the other couplings at the levels from the first on to the levels from 0 on of out. */
    void addNonlocalChange(double[] m, double[] dm, double[] out) {
        if (change.length == 0) {
            return;
        }
        Arrays.fill(change, 0);
        for (DiscreteCoupling coupling : couplings) {
            if (!coupling.isLocal()) {
                coupling.addDerivative(m, dm, firstLevel, time.steps(), change);
            }
        }
        int shift = firstLevel * mesh.size;
        for (int level = firstLevel; level < time.levels(); level++) {
            double dt = time.stepTo(level);
            for (int i = level * mesh.size; i < (level + 1) * mesh.size; i++) {
                out[i - shift] += dt * change[i];
            }
        }
    }

    /** Adds G'[m] dm to the last level of the field out. */
    void addTerminalChange(double[] m, double[] dm, double[] out) {
        for (DiscreteCoupling coupling : terminalCouplings) {
            coupling.addDerivative(m, dm, time.steps(), time.steps(), out);
        }
    }
}
