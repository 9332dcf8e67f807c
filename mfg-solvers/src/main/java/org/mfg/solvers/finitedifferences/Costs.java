package org.mfg.solvers.finitedifferences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.DiscreteCoupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.coupling.NonlocalCoupling;
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
    private final double[] running;
    private final double[] terminal;
    private final List<LocalCoupling> local = new ArrayList<>();
    private final List<DiscreteCoupling> nonlocal = new ArrayList<>();
    private final List<LocalCoupling> terminalLocal = new ArrayList<>();
    private final List<DiscreteCoupling> terminalNonlocal = new ArrayList<>();
    private final double[] slope;
    private final double[] terminalSlope;
    private final double[] change;

    /** @param firstLevel the first level with a running cost: 0 for the trapezoid rule, 1 for an implicit scheme */
    Costs(MeanFieldGame game, Grid grid, TimeGrid time, Mesh mesh, int firstLevel) {
        this.firstLevel = firstLevel;
        this.mesh = mesh;
        this.time = time;
        int n = mesh.size;
        running = new double[time.levels() * n];
        terminal = new double[n];
        slope = new double[time.levels() * n];
        terminalSlope = new double[n];
        for (int j = firstLevel; j < time.levels(); j++) {
            for (int i = 0; i < n; i++) {
                running[j * n + i] = grid.isWall(i)
                        ? 0
                        : finite("running cost", game.runningCost().at(time.time(j), mesh.position[i].clone()), i);
            }
        }
        for (int i = 0; i < n; i++) {
            terminal[i] = grid.isWall(i)
                    ? 0
                    : finite("terminal cost", game.terminalCost().at(mesh.position[i].clone()), i);
        }
        split(game.couplings(), grid, local, nonlocal);
        change = new double[nonlocal.isEmpty() ? 0 : time.levels() * n];
        split(game.terminalCouplings(), grid, terminalLocal, terminalNonlocal);
    }

    private void split(
            List<Coupling> couplings, Grid grid, List<LocalCoupling> locals, List<DiscreteCoupling> nonlocals) {
        for (Coupling coupling : couplings) {
            if (coupling instanceof LocalCoupling c) {
                locals.add(c);
            } else if (coupling instanceof NonlocalCoupling c) {
                nonlocals.add(firstLevel == 0 ? c.forTrapezoidRule(grid, time) : c.on(grid, time));
            }
        }
    }

    private double finite(String field, double value, int node) {
        if (!Double.isFinite(value)) {
            throw InvalidInputException.of(
                    field, "be finite everywhere", value + " at " + Arrays.toString(mesh.position[node]));
        }
        return value;
    }

    /** Writes the running cost at the levels from the first on. */
    void running(double[] m, double[] out) {
        int n = mesh.size;
        System.arraycopy(running, 0, out, 0, running.length);
        for (LocalCoupling coupling : local) {
            for (int j = firstLevel; j < time.levels(); j++) {
                add(coupling, time.time(j), m, j * n, out, j * n);
            }
        }
        for (DiscreteCoupling coupling : nonlocal) {
            coupling.addValue(m, firstLevel, time.steps(), out);
        }
    }

    /** Writes the terminal cost into the last level of the field out. */
    void terminal(double[] m, double[] out) {
        int at = time.steps() * mesh.size;
        System.arraycopy(terminal, 0, out, at, mesh.size);
        for (LocalCoupling coupling : terminalLocal) {
            add(coupling, time.horizon(), m, at, out, at);
        }
        for (DiscreteCoupling coupling : terminalNonlocal) {
            coupling.addValue(m, time.steps(), time.steps(), out);
        }
        for (int k = 0; k < mesh.fixed.length; k++) {
            out[at + mesh.fixed[k]] = mesh.fixedValue[k];
        }
    }

    /** Evaluates the derivatives of the local couplings at m, for the changes of the costs. */
    void linearize(double[] m) {
        int n = mesh.size;
        Arrays.fill(slope, 0);
        for (LocalCoupling coupling : local) {
            for (int j = firstLevel; j < time.levels(); j++) {
                addSlope(coupling, time.time(j), m, j * n, slope, j * n);
            }
        }
        Arrays.fill(terminalSlope, 0);
        for (LocalCoupling coupling : terminalLocal) {
            addSlope(coupling, time.horizon(), m, time.steps() * n, terminalSlope, 0);
        }
    }

    /** Adds Δt F'[m] dm of the local couplings at a level to the slice of out that begins at outAt. */
    void addLocalChange(int level, double[] dm, double[] out, int outAt) {
        double dt = time.step();
        int at = level * mesh.size;
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += dt * slope[at + i] * dm[at + i];
        }
    }

    /** Adds Δt F'[m] of the local couplings at a level to the slice of out that begins at outAt. */
    void addLocalSlope(int level, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += time.step() * slope[level * mesh.size + i];
        }
    }

    /** Writes G'[m(T)] of the local terminal couplings, one level. */
    void terminalSlope(double[] out) {
        System.arraycopy(terminalSlope, 0, out, 0, mesh.size);
    }

    /** Adds Δt F'[m] dm of the non-local couplings at the levels from the first on to the levels from 0 on of out. */
    void addNonlocalChange(double[] m, double[] dm, double[] out) {
        if (nonlocal.isEmpty()) {
            return;
        }
        Arrays.fill(change, 0);
        for (DiscreteCoupling coupling : nonlocal) {
            coupling.addDerivative(m, dm, firstLevel, time.steps(), change);
        }
        int shift = firstLevel * mesh.size;
        for (int i = shift; i < change.length; i++) {
            out[i - shift] += time.step() * change[i];
        }
    }

    /** Adds G'[m] dm to the last level of the field out. */
    void addTerminalChange(double[] m, double[] dm, double[] out) {
        int at = time.steps() * mesh.size;
        for (int i = 0; i < mesh.size; i++) {
            out[at + i] += terminalSlope[i] * dm[at + i];
        }
        for (DiscreteCoupling coupling : terminalNonlocal) {
            coupling.addDerivative(m, dm, time.steps(), time.steps(), out);
        }
    }

    private void add(LocalCoupling coupling, double t, double[] m, int mAt, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += coupling.value(t, mesh.position[i], m[mAt + i]);
        }
    }

    private void addSlope(LocalCoupling coupling, double t, double[] m, int mAt, double[] out, int outAt) {
        for (int i = 0; i < mesh.size; i++) {
            out[outAt + i] += coupling.densityDerivative(t, mesh.position[i], m[mAt + i]);
        }
    }
}
