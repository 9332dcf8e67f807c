package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mfg.api.game.Diffusion;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.SmallGames;
import org.mfg.solvers.parallel.Workers;

class LevelGuessTest {
    private static final int NODES = 5;

    /** Whatever each level is replaced by, the guess of the one before is that and the change that the old levels had in between. */
    @Test
    void theChangeBetweenTheOldLevelsIsKept() {
        Mesh mesh = new Mesh(Grid.of(SmallGames.INTERVAL, NODES), Diffusion.of(1));
        LevelGuess guess = new LevelGuess(
                mesh,
                new ParallelAssembly(
                        mesh,
                        () -> new EngquistOsher(Hamiltonians.quadratic(), 1),
                        new TimeGrid(1, 2),
                        level -> 0.5,
                        0,
                        Workers.of(1)));
        double[] old = new double[3 * NODES];
        Arrays.setAll(old, i -> i * i);
        double[] u = old.clone();
        guess.begin(u, 2 * NODES);
        for (int level = 2; level > 0; level--) {
            int next = level * NODES;
            int at = next - NODES;
            for (int i = 0; i < NODES; i++) {
                u[next + i] = 1000 * level + i;
            }
            guess.make(u, at);
            for (int i = 0; i < NODES; i++) {
                assertThat(u[at + i]).isEqualTo(1000 * level + i + old[at + i] - old[next + i]);
            }
        }
    }
}
