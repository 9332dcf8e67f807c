package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Locale;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Grid;

/**
 * Samples a density, checks it and normalises it so that its mass Σ w m is 1. What lies in obstacles is cut off where it
 * can be meant: a thin tail, or a density that covers them no more thickly than the free space, as a uniform one does.
 */
final class NormalizedDensity {
    /** A tail: so much of the mass may lie in obstacles, however it is distributed. */
    private static final double TAIL = 1e-3;

    private NormalizedDensity() {}

    /** The initial density of a game. */
    static double[] initial(MeanFieldGame game, Grid grid, Mesh mesh) {
        return of("initial density", game.initialDensity(), grid, mesh);
    }

    /** @param field what the density is called in messages */
    static double[] of(String field, SpaceFunction density, Grid grid, Mesh mesh) {
        double[] m = new double[mesh.size];
        for (int i = 0; i < mesh.size; i++) {
            m[i] = density.at(mesh.position[i].clone());
            if (!(m[i] >= 0 && m[i] <= Double.MAX_VALUE)) {
                throw InvalidInputException.of(
                        field, "be finite and >= 0 everywhere", m[i] + " at " + Arrays.toString(mesh.position[i]));
            }
        }
        checkWalls(field, m, grid);
        for (int node : mesh.fixed) {
            m[node] = 0;
        }
        double mass = 0;
        for (int i = 0; i < mesh.size; i++) {
            mass += mesh.weight[i] * m[i];
        }
        if (!(mass > 0 && mass <= Double.MAX_VALUE)) {
            String why = mass == 0 ? ": it is 0 at every node, as what is narrower than a cell of the grid may be" : "";
            throw InvalidInputException.of("mass of the " + field, "be finite and > 0", mass + why);
        }
        for (int i = 0; i < mesh.size; i++) {
            m[i] /= mass;
        }
        return m;
    }

    private static void checkWalls(String field, double[] m, Grid grid) {
        double freeMass = grid.integrate(m, 0);
        double freeVolume = 0;
        double wallMass = 0;
        double wallVolume = 0;
        for (int i = 0; i < m.length; i++) {
            freeVolume += grid.weight(i);
            if (grid.isWall(i)) {
                wallMass += grid.cellVolume(i) * m[i];
                wallVolume += grid.cellVolume(i);
            }
        }
        boolean isThicker = wallMass * freeVolume > (1 + 1e-9) * freeMass * wallVolume;
        if (isThicker && wallMass > TAIL * (wallMass + freeMass)) {
            throw InvalidInputException.because(
                    field,
                    String.format(
                            Locale.ROOT,
                            "%s must lie outside the obstacles, but %.3g %% of its mass is inside",
                            field,
                            100 * wallMass / (wallMass + freeMass)));
        }
    }
}
