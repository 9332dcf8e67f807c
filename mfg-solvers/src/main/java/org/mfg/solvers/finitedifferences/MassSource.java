package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.Death;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * Who enters: the masses Δt w s(t_j, x_i) of a mass source by level and node, 0 at walls and exits, or those of the newborns, Δt η w m_b; nothing where the game has
 * neither.
 */
final class MassSource {
    private final Grid grid;
    private final double[] masses;
    /** Whether as many leave. */
    private final boolean isReplacement;

    MassSource(MeanFieldGame game, Grid grid, TimeGrid time, Mesh mesh) {
        this.grid = grid;
        isReplacement = game.death().isPresent();
        masses = new double[game.massSource().isPresent() || isReplacement ? time.levels() * mesh.size : 0];
        if (isReplacement) {
            fillWithNewborns(game.death().orElseThrow(), time, mesh);
        } else if (masses.length > 0) {
            fill(game.massSource().orElseThrow(), time, mesh);
        }
    }

    private MassSource(Grid grid) {
        this.grid = grid;
        masses = new double[0];
        isReplacement = false;
    }

    /** Nobody enters. */
    static MassSource none(Grid grid) {
        return new MassSource(grid);
    }

    private void fillWithNewborns(Death death, TimeGrid time, Mesh mesh) {
        double[] newborn = NormalizedDensity.of("newborn density", death.newborn(), grid, mesh);
        for (int at = 0; at < masses.length; at++) {
            int i = at % mesh.size;
            masses[at] = time.stepTo(at / mesh.size) * death.rate() * mesh.weight[i] * newborn[i];
        }
    }

    private void fill(SpaceTimeFunction source, TimeGrid time, Mesh mesh) {
        int n = mesh.size;
        for (int at = 0; at < masses.length; at++) {
            int i = at % n;
            double value = source.at(time.time(at / n), mesh.position[i].clone());
            if (!Double.isFinite(value)) {
                throw InvalidInputException.of(
                        "mass source", "be finite everywhere", value + " at " + Arrays.toString(mesh.position[i]));
            }
            masses[at] = time.stepTo(at / n) * mesh.weight[i] * value;
        }
        for (int node : mesh.fixed) {
            for (int at = node; at < masses.length; at += n) {
                masses[at] = 0;
            }
        }
    }

    /** Adds a multiple of the masses of a level to a slice. */
    void add(double factor, int level, double[] slice, int at) {
        if (masses.length > 0) {
            int n = grid.size();
            for (int i = 0; i < n; i++) {
                slice[at + i] += factor * masses[level * n + i];
            }
        }
    }

    /** By how much a level adds to the mass: not where newborns replace the dead. */
    double total(int level) {
        double sum = 0;
        if (masses.length > 0 && !isReplacement) {
            int n = grid.size();
            for (int i = level * n; i < (level + 1) * n; i++) {
                sum += masses[i];
            }
        }
        return sum;
    }
}
