package org.mfg.bench;

import java.util.Map;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.solvers.Mfg;

/** The game that most benchmarks solve: the tutorial with size nodes and size time steps. */
final class Tutorial {
    static final Mfg MFG = Mfg.load();

    private Tutorial() {}

    static DiscreteGame on(int size) {
        return discretize(MFG.game("tutorial", Map.of()), size);
    }

    static DiscreteGame with(Hamiltonian hamiltonian, int size) {
        MeanFieldGame game = MFG.game("tutorial", Map.of());
        return discretize(game.toBuilder().hamiltonian(hamiltonian).build(), size);
    }

    static DiscreteGame inThePlane(int size, int threads) {
        MeanFieldGame game = MFG.game("tutorial-2d", Map.of());
        return MFG.discretization(Mfg.DEFAULT_DISCRETIZATION, Map.of("threads", threads))
                .discretize(game, Grid.of(game.domain(), size), game.timeGrid(size));
    }

    private static DiscreteGame discretize(MeanFieldGame game, int size) {
        return MFG.discretization(Mfg.DEFAULT_DISCRETIZATION, Map.of())
                .discretize(game, Grid.of(game.domain(), size), game.timeGrid(size));
    }
}
