package org.mfg.examples.economies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameters;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.solvers.Mfg;

/**
 * Rich, and living hand to mouth (Kaplan, Moll and Violante 2018). Households keep a liquid account b that pays 1 %, costs 12 % where it is overdrawn, and an illiquid one a that pays
 * 5 % but takes a cost χ of every move d,
 *
 * <pre>
 *   ḃ = z + r_b(b) b - d - χ(d, a) - c,   ȧ = 0.05 a + d,       χ = 0.03 |d| + d²/max(a, 1)
 * </pre>
 *
 * <p>What to look at: deposits stop before withdrawals begin, as neither is worth its cost in between (deposits); liquid wealth has a point mass at 0, where the rate jumps (shares).
 * Of those who have next to nothing liquid nearly all own illiquid wealth.
 */
public final class TwoAssets {
    /** The figures go to this wealth, where few are. */
    private static final double RICHEST = 6;

    private TwoAssets() {}

    /** Takes the folder to write to, out/gallery/two-assets if absent. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args.length > 0 ? args[0] : "out/gallery/two-assets"));
    }

    /** Writes the figures; returns mean liquid and mean illiquid wealth. */
    public static double[] run(Path out) throws IOException {
        Mfg mfg = Mfg.load();
        GameProvider economy = mfg.games().provider("two-assets");
        Parameters parameters = mfg.games().parameters("two-assets", Map.of());
        MeanFieldGame households = economy.create(parameters);
        DiscreteGame game = mfg.discretize(
                households,
                mfg.discretization("upwind", Map.of()),
                Grid.of(households.domain(), 61, 41, 2),
                households.timeGrid(1));
        Equilibrium e = mfg.solver("newton", Map.of("tolerance", 1e-10)).solve(game);

        Map<String, Double> numbers = economy.statistics(parameters, game, e).numbers();
        numbers.forEach((name, value) -> System.out.printf("%s: %.8f%n", name, value));
        CrossSection crowd = CrossSection.last(game, e);
        AgentQuantity deposits = economy.policies(parameters).get(1);
        new StudyFigures(out)
                .lines(
                        "deposits",
                        "illiquid wealth a",
                        "deposits d",
                        List.of(
                                deposits("low income, b = 0", crowd, deposits, 20, 0),
                                deposits("high income, b = 0", crowd, deposits, 20, 1),
                                deposits("low income, b = 1", crowd, deposits, 40, 0),
                                deposits("high income, b = 1", crowd, deposits, 40, 1)));
        new StudyFigures(out)
                .lines(
                        "shares",
                        "wealth",
                        "share of all with at most as much",
                        List.of(shares("liquid", crowd, 0), shares("illiquid", crowd, 1)));
        return new double[] {
            numbers.getOrDefault("mean liquid wealth", Double.NaN),
            numbers.getOrDefault("mean illiquid wealth", Double.NaN)
        };
    }

    /** What those with liquid wealth of a node deposit, by their illiquid wealth. */
    private static Curve deposits(String label, CrossSection crowd, AgentQuantity deposits, int liquid, int income) {
        Grid grid = crowd.grid();
        double[] a = shown(grid, 1);
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = crowd.value(deposits, liquid * grid.stride(0) + i * grid.stride(1) + income);
        }
        return Curve.data(label, a, d);
    }

    /** The distribution function of one of the assets: a point mass is a jump. */
    private static Curve shares(String label, CrossSection crowd, int axis) {
        Grid grid = crowd.grid();
        double[] x = shown(grid, axis);
        double[] share = new double[grid.nodes(axis)];
        for (int i = 0; i < grid.size(); i++) {
            share[grid.index(i, axis)] += crowd.mass(i);
        }
        Arrays.parallelPrefix(share, Double::sum);
        return Curve.data(label, x, Arrays.copyOf(share, x.length));
    }

    private static double[] shown(Grid grid, int axis) {
        List<Double> shown = new ArrayList<>();
        for (double x : grid.coordinates(axis)) {
            if (x <= RICHEST) {
                shown.add(x);
            }
        }
        return shown.stream().mapToDouble(x -> x).toArray();
    }
}
