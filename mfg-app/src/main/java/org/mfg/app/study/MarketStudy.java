package org.mfg.app.study;

import java.util.HashMap;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Market;
import org.mfg.api.spi.Parameters;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.market.MarketClearing;

/** Settles requests for games with a market, which may have no game at the prices asked for: the market sets them anyway. */
public final class MarketStudy {
    /** There is a game at some of these parts of the prices' ranges, if at all. */
    private static final int PRICES_TRIED = 32;

    private MarketStudy() {}

    /**
     * Settles a request, at other prices of the market's ranges where there is no game at those asked for.
     *
     * @throws InvalidInputException as {@link Study#of}, or if the game has no market
     */
    public static Study of(Mfg mfg, GameProvider provider, Study.Request request) {
        Market market = MarketClearing.marketOf(provider);
        try {
            return Study.of(mfg, provider, request);
        } catch (InvalidInputException e) {
            if (!market.prices().contains(e.field())) {
                throw e;
            }
            Parameters asked = Parameters.of("game " + provider.name(), provider.parameters(), request.parameters());
            for (int k = 1; k < PRICES_TRIED; k++) {
                try {
                    return Study.of(mfg, provider, request.with(prices(market, asked, (double) k / PRICES_TRIED)));
                } catch (InvalidInputException another) {
                    // As at the prices asked for: the next ones may be better.
                }
            }
            throw e;
        }
    }

    private static Map<String, Object> prices(Market market, Parameters asked, double part) {
        Map<String, Object> values = new HashMap<>(asked.asMap());
        for (String price : market.prices()) {
            double lowest = market.lowest(price, asked);
            values.put(price, lowest + part * (market.highest(price, asked) - lowest));
        }
        return values;
    }
}
