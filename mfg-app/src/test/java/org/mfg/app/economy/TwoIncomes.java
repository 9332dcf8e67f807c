package org.mfg.app.economy;

import org.mfg.api.grid.States;
import org.mfg.models.economy.Households;
import org.mfg.models.economy.Incomes;
import org.mfg.models.economy.Utility;

/** The numbers of households of two incomes. */
record TwoIncomes(
        double discount, double low, double high, double up, double down, double minWealth, double maxWealth) {

    Households households(Utility utility) {
        return new Households(
                utility,
                discount,
                Incomes.chain(States.two("low", "high", up, down), low, high),
                Households.wealth(minWealth, maxWealth, 1));
    }
}
