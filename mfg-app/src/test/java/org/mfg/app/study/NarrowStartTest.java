package org.mfg.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.grid.Domain;
import org.mfg.solvers.Mfg;

class NarrowStartTest {
    private static final Mfg MFG = Mfg.load();
    private static final SpaceFunction UNIFORM = x -> 1;

    /** One cell of 50 holds half of the mass. */
    private static final SpaceFunction SPIKE = x -> Math.abs(x[0] - 0.5) < 0.008 ? 50 : 1;

    private static final SpaceFunction BUMP = x -> 1 + Math.exp(-100 * (x[0] - 0.5) * (x[0] - 0.5));

    private static String warning(SpaceFunction start, SpaceFunction end) {
        MeanFieldGameBuilder game = MeanFieldGame.builder("narrow")
                .domain(Domain.interval(0, 1))
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(MFG.hamiltonian("quadratic", Map.of()))
                .initialDensity(start)
                .targetDensity(end);
        return NarrowStart.warning(MFG.discretize(game.build(), 51, 5)).orElse("");
    }

    @Test
    void aSpikeOnAFloorIsSeen() {
        assertThat(warning(SPIKE, UNIFORM)).startsWith("the initial density lies in about 1.0 cells of axis x");
    }

    @Test
    void aTargetIsLookedAtToo() {
        assertThat(warning(UNIFORM, SPIKE)).startsWith("the target density lies in about 1.0 cells of axis x");
    }

    @Test
    void whatIsWideOrUniformIsNotWarnedOf() {
        assertThat(warning(UNIFORM, BUMP)).isEmpty();
        assertThat(warning(x -> 1 + 1e-3 * (x[0] == 0.5 ? 1 : 0), UNIFORM)).isEmpty();
    }
}
