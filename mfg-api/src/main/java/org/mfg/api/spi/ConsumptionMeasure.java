package org.mfg.api.spi;

/**
 * What a change of an agent's value V = -u is worth to it: the part λ by which its consumption would have to grow, in all states and for ever, to make up for the change
 * (R. E. Lucas 1987).
 */
@FunctionalInterface
public interface ConsumptionMeasure {

    /**
     * λ; 0.01 for a change that is worth a hundredth of consumption.
     *
     * @param before the value before, of one agent or the mean over a crowd
     * @param after the value after
     */
    double of(double before, double after);
}
