package org.mfg.solvers.finitedifferences;

import java.util.List;
import org.mfg.api.grid.States;

/** Chains of states with jumps between states that are no neighbours. */
final class Chains {
    private Chains() {}

    /** Some of the pairs, in one direction or both. */
    static States three() {
        return States.of(List.of("a", "b", "c"), new double[][] {{0, 0.5, 2}, {0, 0, 1}, {3, 0.2, 0}});
    }

    /** Every pair, at a rate of its own. */
    static States five() {
        double[][] rates = new double[5][5];
        for (int k = 0; k < 5; k++) {
            for (int l = 0; l < 5; l++) {
                rates[k][l] = 0.1 * (1 + (7 * k + 3 * l) % 11);
            }
        }
        return States.of(List.of("a", "b", "c", "d", "e"), rates);
    }
}
