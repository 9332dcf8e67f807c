package org.mfg.app.verify;

import java.util.*;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Parameters;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.Mfg;

class EffectivityTest {
    @Test
    void all() {
        Mfg mfg = Mfg.load();
        for (String scheme : System.getProperty("schemes", "upwind,crank-nicolson").split(",")) {
            var d = mfg.discretization(scheme, Map.of());
            for (Suite.Case c : Suite.of(mfg, d.order())) {
                if (!c.name().matches(System.getProperty("games", ".*"))) continue;
                try {
                    MeanFieldGame game = c.provider().create(Parameters.of("g", c.provider().parameters(), c.given()));
                    int[] n = c.provider().defaultNodes();
                    long t0 = System.nanoTime();
                    int doublings = game.domain().dimension() > 1 ? 0 : 2;
                    int[] nodes = new int[game.domain().dimension()];
                    for (int k = 0; k < nodes.length; k++) {
                        int closing = game.domain().axis(k).isPeriodic() ? 0 : 1;
                        nodes[k] = (n[Math.min(k, n.length - 1)] - closing) / (doublings > 0 ? 2 : 1) + closing;
                    }
                    int steps = Math.max(1, c.provider().defaultSteps() / (doublings > 0 ? 2 : 1));
                    DiscreteGame g = mfg.discretize(game, d, Grid.of(game.domain(), nodes), game.timeGrid(game.isStationary() ? 1 : steps));
                    var all = Effectivity.of(c.name(), g, mfg.solver("newton", Map.of("tolerance", 1e-10)), mfg.quantities().of(game), doublings, Monitor.NONE);
                    if (all.isEmpty()) System.out.println("ROW none " + c.name());
                    for (var e : all) {
                        System.out.printf(Locale.ROOT, "ROW %s|%s|%s|%.0f|val %.10g|err %.3e|bar %.3e|eff %.2f|G %.3e|D %.3e|p %.2f|%b|ext %.2e|hjb %.1e fp %.1e alg %.1e%n", scheme, c.name(), e.bar().quantity(), e.intervals(), e.bar().value(), e.error(), e.bar().bar(), e.isTelling() ? e.ratio() : Double.NaN, e.bar().byGrids(), e.bar().byResidual(), e.bar().order(), e.bar().isAsymptotic(), e.bar().extrapolated() - e.bar().value() + e.error(), e.bar().ofValue(), e.bar().ofDensity(), e.bar().algebraic());
                    }
                    System.out.printf("ROWTIME %s %s %.1f s%n", scheme, c.name(), (System.nanoTime() - t0) * 1e-9);
                } catch (RuntimeException e) {
                    System.out.println("ROW failed " + scheme + " " + c.name() + " " + e);
                    e.printStackTrace(System.out);
                }
            }
        }
    }
}
