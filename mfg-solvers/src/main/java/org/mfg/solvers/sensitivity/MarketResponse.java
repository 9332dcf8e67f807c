package org.mfg.solvers.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;

/**
 * How the prices π of a market move with a parameter θ so that it goes on clearing. With E(θ, π) the excess of the crowd of the equilibrium at these,
 *
 * <pre>
 *   E = 0    ⟹    dπ/dθ = -E_π⁻¹ E_θ,
 * </pre>
 *
 * <p>where E_θ = ∂E/∂θ + E_u u_θ + E_m m_θ by a tangent at given prices, and E_π alike: a central difference of E along the tangent, of games that are made again and
 * not solved. As many linear solves as there are prices, and one for each parameter.
 */
public final class MarketResponse {
    /** That of residuals. */
    private static final double STEP = 0x1p-15;

    private final Sensitivity sensitivity;
    private final Market market;
    private final Parameters cleared;
    private final Function<Parameters, DiscreteGame> games;
    private final Equilibrium equilibrium;
    private final List<Tangent> byPrice = new ArrayList<>();
    private final double[][] aggregatesByPrice;
    private final DecompositionSolver jacobian;

    /**
     * The market of an equilibrium that clears it.
     *
     * @param sensitivity of the equilibrium
     * @param cleared its parameters, prices among them
     * @param games makes the game for other values of the parameters, on the same grid
     * @throws InvalidInputException if no price moves the excess
     */
    public MarketResponse(
            Sensitivity sensitivity,
            Equilibrium equilibrium,
            Market market,
            Parameters cleared,
            Function<Parameters, DiscreteGame> games) {
        this.sensitivity = sensitivity;
        this.equilibrium = equilibrium;
        this.market = market;
        this.cleared = cleared;
        this.games = games;
        int count = market.prices().size();
        double[][] byColumn = new double[count][];
        aggregatesByPrice = new double[count][];
        for (int k = 0; k < count; k++) {
            String price = market.prices().get(k);
            byPrice.add(given(price));
            byColumn[k] = along(price, byPrice.get(k), this::excess);
            aggregatesByPrice[k] = along(price, byPrice.get(k), this::counted);
        }
        jacobian = new LUDecomposition(new Array2DRowRealMatrix(byColumn).transpose()).getSolver();
        if (!jacobian.isNonSingular()) {
            throw InvalidInputException.because("market", "prices of the market must move what it has too much of");
        }
    }

    /** The derivative in a parameter that is no price. */
    public ClearedTangent tangent(String parameter) {
        if (market.prices().contains(parameter)) {
            throw InvalidInputException.because(
                    "parameters", "parameters must not be prices where the market sets them, was " + parameter);
        }
        Tangent given = given(parameter);
        double[] excess = along(parameter, given, this::excess);
        double[] prices =
                jacobian.solve(new ArrayRealVector(excess).mapMultiply(-1)).toArray();
        double[] aggregates = along(parameter, given, this::counted);
        for (int k = 0; k < prices.length; k++) {
            for (int i = 0; i < aggregates.length; i++) {
                aggregates[i] += prices[k] * aggregatesByPrice[k][i];
            }
        }
        return new ClearedTangent(given, byPrice, prices, aggregates);
    }

    private GameFamily family(String parameter) {
        return value -> games.apply(cleared.with(parameter, value));
    }

    private Tangent given(String parameter) {
        return sensitivity.tangent(cleared.real(parameter), family(parameter));
    }

    /** Numbers of a crowd. */
    private interface Count {
        double[] of(Parameters parameters, CrossSection crowd);
    }

    private double[] excess(Parameters parameters, CrossSection crowd) {
        return market.excess(parameters, crowd);
    }

    private double[] counted(Parameters parameters, CrossSection crowd) {
        return market.count(parameters, crowd);
    }

    /** The derivative of numbers in a parameter, the crowd moving along a tangent. */
    private double[] along(String parameter, Tangent tangent, Count count) {
        double theta = cleared.real(parameter);
        double step = STEP * (theta == 0 ? 1 : Math.abs(theta));
        return FiniteDifference.atZero(step, s -> {
            Parameters there = cleared.with(parameter, theta + s);
            DiscreteGame game = games.apply(there);
            double[] m = moved(equilibrium.m(), s, tangent.dm());
            CrossSection crowd = new CrossSection(
                    game.grid(),
                    game.policy(moved(equilibrium.u(), s, tangent.du()), m),
                    m,
                    game.time().steps() - 1,
                    game.game().isStationary() ? 0 : game.time().horizon());
            return count.of(there, crowd);
        });
    }

    private static double[] moved(double[] x, double step, double[] dx) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            moved[i] += step * dx[i];
        }
        return moved;
    }
}
