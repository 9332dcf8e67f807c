package org.mfg.app.randomgames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Grid;
import org.mfg.solvers.Mfg;

/**
 * Random games by every solver: what an outcome says of itself is judged by residuals written apart from the schemes. CONVERGED means that
 * they are at most the tolerance, every other status that they are not; mass is kept, and the upwind scheme's densities are not
 * negative. Nothing is thrown and nothing hangs: the time limit is a guard, four orders above what a solve takes.
 */
class RandomGamesTest {
    private static final Duration HANG = Duration.ofSeconds(120);
    /** Masses are sums of so many products at most, each of them rounded. */
    private static final double MASS = 1e-10;

    private static final Mfg MFG = Mfg.load();

    @Property(tries = 200, seed = "2010", shrinking = ShrinkingMode.OFF)
    void whatAnOutcomeSaysOfItselfIsTrue(@ForAll long seed) {
        judge(seed);
    }

    /** Others every time. */
    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    @Tag("slow")
    void whatAThousandOutcomesSayOfThemselvesIsTrue(@ForAll long seed) {
        judge(seed);
    }

    private static void judge(long seed) {
        RandomGame random = RandomGame.of(seed, MFG);
        Equilibrium found = assertTimeoutPreemptively(HANG, () -> solve(random), () -> "seed " + seed + ": " + random);
        Statistics.collect(random.solver(), found.status());
        String what = "seed " + seed + ": " + random + ": " + found;
        assertThat(found.message()).as(what).isNotBlank();
        if (found.status() == Status.DIVERGED) {
            return;
        }
        Nodes nodes = new Nodes(random.game().domain(), random.nodes());
        Residuals residuals = Residuals.of(random, nodes, found);
        double allowed = residuals.roundOff() + 1e-9 * residuals.largest();
        double tolerance = random.tolerance();
        if (found.isConverged()) {
            assertThat(residuals.largest()).as(what).isLessThanOrEqualTo(tolerance + allowed);
        } else {
            assertThat(residuals.largest()).as(what).isGreaterThan(tolerance - allowed);
        }
        double saidOfItself = found.last().residual();
        assertThat(saidOfItself)
                .as(what + " and " + residuals)
                .isBetween(residuals.largest() - allowed, residuals.largest() + allowed);
        checkCrowd(random, nodes, found, what);
    }

    private static Equilibrium solve(RandomGame random) {
        Grid grid = Grid.of(random.game().domain(), random.nodes());
        Map<String, Object> scheme = new TreeMap<>(Map.of("threads", 1));
        if (random.isUpwind()) {
            scheme.put("max-speed", random.maxSpeed());
        }
        DiscreteGame game = MFG.discretization(random.scheme(), scheme)
                .discretize(random.game(), grid, random.game().timeGrid(random.steps()));
        return MFG.solver(random.solver(), random.options()).solve(game);
    }

    private static void checkCrowd(RandomGame random, Nodes nodes, Equilibrium found, String what) {
        Equations equations = new Equations(random, nodes);
        double before = 1;
        for (int j = 0; j <= random.steps(); j++) {
            double[] m = Arrays.copyOfRange(found.m(), j * nodes.size, (j + 1) * nodes.size);
            double mass = equations.mass(m);
            if (random.game().domain().hasExits()) {
                assertThat(mass).as(what).isLessThanOrEqualTo(before + MASS);
            } else {
                assertThat(mass).as(what).isBetween(1 - MASS, 1 + MASS);
            }
            before = mass;
            if (random.isUpwind()) {
                assertThat(Arrays.stream(m).min().orElseThrow()).as(what).isGreaterThanOrEqualTo(0);
            }
        }
    }
}
