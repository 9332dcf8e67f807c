package org.mfg.models.economy;

/** Coins that are turned, see {@link Incomes#rouwenhorst}. */
final class Rouwenhorst {
    static final int MOST = 200;

    private Rouwenhorst() {}

    static Incomes of(int n, double reversion, double volatility) {
        int coins = n - 1;
        double step = volatility / Math.sqrt(2 * reversion * coins);
        double[] z = new double[n];
        for (int k = 0; k < n; k++) {
            // E e^x = cosh(step)^coins: each coin adds or takes a step.
            z[k] = Math.exp(step * (2 * k - coins) - coins * Math.log(Math.cosh(step)));
        }
        double[][] rates = new double[n][n];
        for (int k = 0; k < coins; k++) {
            rates[k][k + 1] = 0.5 * reversion * (coins - k);
            rates[k + 1][k] = 0.5 * reversion * (k + 1);
        }
        return Incomes.chain(z, rates);
    }
}
