package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.ClearedMarket;
import org.mfg.solvers.market.MarketClearing;

/**
 * Aiyagari's economy with a productivity that diffuses while wealth has no noise (Achdou, Han, Lasry, Lions and Moll 2022, section 4.4): a game in the plane whose
 * diffusion is 0 on one axis,
 *
 * <pre>
 *   da = (w z + r a - c) dt,  a >= -1          dz = 0.3 (1 - z) dt + 0.1 dB,  reflected at the ends of [0.5, 1.5]
 * </pre>
 *
 * <p>What to look at: most households have little wealth, and the more productive have more of it; productivity is drawn to its mean (stationary, whose
 * arrows are the drift, savings along a and the return to the mean along z).
 */
public final class AiyagariDiffusion {
    private AiyagariDiffusion() {}

    /** Takes the folder to write to, out/gallery/aiyagari-diffusion if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/aiyagari-diffusion"));
    }

    /** Writes the figure; returns the interest rate and capital. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        GameProvider economy = mfg.games().provider("aiyagari-diffusion");
        MarketClearing clearing = new MarketClearing(
                economy,
                game -> mfg.discretize(
                        game,
                        mfg.discretization("upwind", Map.of()),
                        Grid.of(game.domain(), 100, 40),
                        game.timeGrid(1)),
                mfg.solver("newton", Map.of("tolerance", 1e-11)),
                1e-10);
        ClearedMarket market = clearing.clear(mfg.games().parameters("aiyagari-diffusion", Map.of()), Monitor.NONE);
        if (!market.isCleared()) {
            throw new IllegalStateException(market.message());
        }

        Figures.write(out, market.game(), market.equilibrium(), Figure.STATIONARY);
        Market capital = economy.market().orElseThrow();
        Map<String, Double> quantities = capital.quantities(market.parameters(), market.crowd());
        double rate = market.parameters().real("interest-rate");
        System.out.printf("r = %.9f%n", rate);
        quantities.forEach((name, value) -> System.out.printf("%s: %.8f%n", name, value));
        return new double[] {rate, quantities.getOrDefault("capital", Double.NaN)};
    }
}
