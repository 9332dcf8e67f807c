package org.mfg.api.equilibrium;

import java.util.Arrays;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;

/**
 * The equilibrium of a stationary game as what it is: functions of space alone, flat and row-major, and a constant.
 *
 * @param u the value function; of an ergodic game the one with Σ w m u = 0
 * @param m the density, Σ w m = 1
 * @param constant the ergodic constant ρ, what an agent pays on average; NaN for a discounted game
 */
public record StationaryEquilibrium(double[] u, double[] m, double constant) {

    /**
     * Reads it from the two time levels that solvers see: u + ρ and u of an ergodic game, u and 0 of a discounted one.
     *
     * @throws InvalidInputException if the game is not stationary
     */
    public static StationaryEquilibrium of(Equilibrium equilibrium) {
        MeanFieldGame game = equilibrium.game();
        if (!game.isStationary()) {
            throw InvalidInputException.because(
                    "game", "game " + game.name() + " must be stationary: it has a horizon");
        }
        int n = equilibrium.space().size();
        double[] first = Arrays.copyOf(equilibrium.u(), n);
        double[] last = Arrays.copyOfRange(equilibrium.u(), n, 2 * n);
        double[] m = Arrays.copyOfRange(equilibrium.m(), n, 2 * n);
        if (!game.isErgodic()) {
            return new StationaryEquilibrium(first, m, Double.NaN);
        }
        double constant = 0;
        for (int i = 0; i < n; i++) {
            constant += equilibrium.space().weight(i) * m[i] * (first[i] - last[i]);
        }
        return new StationaryEquilibrium(last, m, constant);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StationaryEquilibrium s
                && Arrays.equals(u, s.u)
                && Arrays.equals(m, s.m)
                && Double.compare(constant, s.constant) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(u) + Arrays.hashCode(m)) + Double.hashCode(constant);
    }
}
