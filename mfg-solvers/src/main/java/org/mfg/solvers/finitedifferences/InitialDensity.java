package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Locale;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;

/**
 * Samples the initial density, checks it and normalises it so that Σ w m0 = 1. What lies in obstacles is cut off where it
 * can be meant: a thin tail, or a density that covers them no more thickly than the free space, as a uniform one does.
 */
final class InitialDensity {
    /** A tail: so much of the mass may lie in obstacles, however it is distributed. */
    private static final double TAIL = 1e-3;

    private InitialDensity() {}

    static double[] on(MeanFieldGame game, Grid grid, Mesh mesh) {
        double[] m0 = new double[mesh.size];
        for (int i = 0; i < mesh.size; i++) {
            m0[i] = game.initialDensity().at(mesh.position[i].clone());
            if (!(m0[i] >= 0 && m0[i] <= Double.MAX_VALUE)) {
                throw InvalidInputException.of(
                        "initial density",
                        "be finite and >= 0 everywhere",
                        m0[i] + " at " + Arrays.toString(mesh.position[i]));
            }
        }
        checkWalls(m0, grid);
        for (int node : mesh.fixed) {
            m0[node] = 0;
        }
        double mass = 0;
        for (int i = 0; i < mesh.size; i++) {
            mass += mesh.weight[i] * m0[i];
        }
        if (!(mass > 0 && mass <= Double.MAX_VALUE)) {
            throw InvalidInputException.of("mass of the initial density", "be finite and > 0", mass);
        }
        for (int i = 0; i < mesh.size; i++) {
            m0[i] /= mass;
        }
        return m0;
    }

    private static void checkWalls(double[] m0, Grid grid) {
        double freeMass = grid.integrate(m0, 0);
        double freeVolume = 0;
        double wallMass = 0;
        double wallVolume = 0;
        for (int i = 0; i < m0.length; i++) {
            freeVolume += grid.weight(i);
            if (grid.isWall(i)) {
                wallMass += grid.cellVolume(i) * m0[i];
                wallVolume += grid.cellVolume(i);
            }
        }
        boolean isThicker = wallMass * freeVolume > (1 + 1e-9) * freeMass * wallVolume;
        if (isThicker && wallMass > TAIL * (wallMass + freeMass)) {
            throw InvalidInputException.because(
                    "initial density",
                    String.format(
                            Locale.ROOT,
                            "initial density must lie outside the obstacles, but %.3g %% of its mass is inside",
                            100 * wallMass / (wallMass + freeMass)));
        }
    }
}
