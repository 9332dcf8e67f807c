package org.mfg.solvers.upwind;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;

/** Samples the initial density on a mesh, checks it and normalises it so that Σ w m0 = 1. */
final class InitialDensity {
    private InitialDensity() {}

    static double[] on(MeanFieldGame game, Mesh mesh) {
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
        for (int exit : mesh.exits) {
            m0[exit] = 0;
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
}
