package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/** The mass source sampled: the masses Δt w s(t_j, x_i) by level and node, 0 at walls and exits; nothing where the game has none. */
final class MassSource {
    private final Grid grid;
    private final double[] masses;

    MassSource(MeanFieldGame game, Grid grid, TimeGrid time, Mesh mesh) {
        this.grid = grid;
        int n = mesh.size;
        masses = new double[game.massSource().isPresent() ? time.levels() * n : 0];
        if (masses.length == 0) {
            return;
        }
        SpaceTimeFunction source = game.massSource().orElseThrow();
        for (int at = 0; at < masses.length; at++) {
            int i = at % n;
            double value = source.at(time.time(at / n), mesh.position[i].clone());
            if (!Double.isFinite(value)) {
                throw InvalidInputException.of(
                        "mass source", "be finite everywhere", value + " at " + Arrays.toString(mesh.position[i]));
            }
            masses[at] = time.step() * mesh.weight[i] * value;
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

    /** The mass of a level. */
    double total(int level) {
        double sum = 0;
        if (masses.length > 0) {
            int n = grid.size();
            for (int i = level * n; i < (level + 1) * n; i++) {
                sum += masses[i];
            }
        }
        return sum;
    }
}
