package org.mfg.api.progress;

import org.mfg.api.discrete.DiscreteGame;

/**
 * How well a crowd keeps to the target density and the ceiling of its game; all 0 where there are none.
 *
 * @param missed the mass that is not where the target is at the end, Σ w |m(T) - m_T|
 * @param above the mass above the ceiling, at the worst level
 * @param gap the complementarity of the pressure, max P (m_max - m) where m is below; of a negative pressure -P m_max
 */
public record Kept(double missed, double above, double gap) {

    /** What is kept by a crowd of a game, with the game's pressure. */
    public static Kept of(DiscreteGame game, double[] m) {
        int n = game.space().size();
        int last = m.length - n;
        double[] none = new double[0];
        double[] target = game.targetDensity().orElse(none);
        double[] ceiling = game.ceiling().orElse(none);
        double[] pressure = game.pressure().orElse(none);
        double missed = 0;
        for (int i = 0; i < target.length; i++) {
            missed += game.space().weight(i) * Math.abs(m[last + i] - target[i]);
        }
        double most = 0;
        double gap = 0;
        for (int at = n; at < ceiling.length; at += n) {
            double above = 0;
            for (int i = 0; i < n; i++) {
                double room = ceiling[at + i] - m[at + i];
                above += game.space().weight(i) * Math.max(0, -room);
                double p = pressure[at + i];
                gap = Math.max(gap, p < 0 ? -p * ceiling[at + i] : p * room);
            }
            most = Math.max(most, above);
        }
        return new Kept(missed, most, gap);
    }
}
