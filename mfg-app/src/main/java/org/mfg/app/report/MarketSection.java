package org.mfg.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mfg.api.spi.Market;
import org.mfg.app.market.MarketCurves;
import org.mfg.output.figure.MarketDiagram;
import org.mfg.solvers.market.ClearedMarket;

/** The market of an economy, as a section of a page: the prices at which it clears, and supply and demand where there is one price. */
final class MarketSection {
    private MarketSection() {}

    static void addTo(Page page, Market market, ClearedMarket cleared) {
        page.section("The market");
        List<List<String>> rows = new ArrayList<>();
        for (String price : market.prices()) {
            rows.add(List.of(price, Double.toString(cleared.parameters().real(price))));
        }
        for (int k = 0; k < cleared.excess().size(); k++) {
            rows.add(List.of(
                    "excess of " + market.conditions().get(k),
                    Html.scientific(cleared.excess().get(k))));
        }
        page.table(List.of("quantity", "value"), rows);
        if (market.prices().size() == 1) {
            page.chart(chart(MarketCurves.of(market, cleared)));
        }
    }

    private static LineChart chart(MarketDiagram market) {
        return new LineChart(
                "market",
                "Supply and demand against the " + market.price(),
                market.quantity(),
                false,
                List.of(
                        new LineChart.Line("supply", Map.of(market.price(), market.tried()), market.supply()),
                        new LineChart.Line("demand", Map.of(market.price(), market.prices()), market.demand())));
    }
}
