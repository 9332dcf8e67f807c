package org.mfg.app.yaml;

import java.util.List;
import org.mfg.models.economy.EconomyBuilder;
import org.mfg.models.economy.Price;

/** What sets the prices of an economy: the section {@code market}. */
final class MarketSection {
    static final List<String> KEYS = List.of("capital", "bonds", "budget");
    static final List<String> CAPITAL = List.of("tfp", "capital-share", "depreciation");
    static final String ZERO_SUPPLY = "zero-supply";

    private final Numbers numbers;

    MarketSection(Numbers numbers) {
        this.numbers = numbers;
    }

    /** {@code {capital: {...}}} or {@code {bonds: zero-supply}}, and perhaps {@code budget: transfer}. */
    void addTo(EconomyBuilder economy, Value value) {
        Section market = value.section();
        market.allowOnly("key of market", KEYS);
        numbers.place(market);
        market.find("capital").map(Value::section).ifPresent(firm -> {
            firm.allowOnly("key of capital", CAPITAL);
            double tfp = numbers.of(firm, "tfp", "tfp");
            double share = numbers.of(firm, "capital-share", "capital-share");
            double depreciation = numbers.of(firm, "depreciation", "depreciation");
            market.required("capital").placing(() -> economy.firm(tfp, share, depreciation));
        });
        market.find("bonds").ifPresent(bonds -> {
            if (!bonds.text().equals(ZERO_SUPPLY)) {
                throw bonds.mustBe("be " + ZERO_SUPPLY);
            }
            economy.lending();
        });
        market.find("budget")
                .ifPresent(budget -> economy.balancedBy(Price.ofState(budget.text())
                        .orElseThrow(() -> budget.mustBe("be balanced by transfer, labour-tax or capital-tax"))));
    }
}
