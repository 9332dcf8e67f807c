package org.mfg.models.quantity;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Decimal;

/**
 * The density at one time, linear between two levels: Σ_j ω_j m_j.
 *
 * @param time the time; empty for the end, whenever that is, and in a stationary game
 */
record Snapshot(OptionalDouble time) {
    /** At the end. */
    static final Snapshot END = new Snapshot(OptionalDouble.empty());

    /**
     * The time that a text means: T or a number.
     *
     * @throws InvalidInputException if it is no time of the game
     */
    static Snapshot parse(String text, MeanFieldGame game) {
        if (text.equals("T")) {
            return END;
        }
        if (game.isStationary()) {
            throw InvalidInputException.of("time of quantity", "be T in a stationary game", text);
        }
        double horizon = game.timeGrid(1).horizon();
        double time = Double.NaN;
        try {
            time = Decimal.parse(text);
        } catch (NumberFormatException e) {
            // The message below tells what it should be.
        }
        if (!(time >= 0 && time <= horizon)) {
            throw InvalidInputException.of("time of quantity", "be T, or from 0 to " + horizon, text);
        }
        return new Snapshot(OptionalDouble.of(time));
    }

    /** ω_j. */
    double weight(DiscreteGame game, int level) {
        TimeGrid levels = game.time();
        if (time.isEmpty()) {
            return level == levels.steps() ? 1 : 0;
        }
        double distance = time.getAsDouble() - levels.time(level);
        if (distance == 0) {
            return 1;
        }
        boolean isBefore = distance < 0;
        boolean isOutside = isBefore ? level == 0 : level == levels.steps();
        return isOutside ? 0 : Math.max(0, 1 - Math.abs(distance) / levels.step(isBefore ? level - 1 : level));
    }

    /** The density at the nodes. */
    double[] of(DiscreteGame game, double[] m) {
        int n = game.space().size();
        double[] density = new double[n];
        for (int j = 0; j < game.time().levels(); j++) {
            double weight = weight(game, j);
            for (int i = 0; i < n && weight != 0; i++) {
                density[i] += weight * m[j * n + i];
            }
        }
        return density;
    }

    /** The derivative in m, a field, of what has this derivative in the density. */
    double[] transposed(DiscreteGame game, double[] byDensity) {
        int n = game.space().size();
        double[] field = new double[game.size()];
        Arrays.setAll(field, i -> weight(game, i / n) * byDensity[i % n]);
        return field;
    }
}
