package org.mfg.solvers.errorbars;

import org.jspecify.annotations.Nullable;

/**
 * A quantity of a discrete equilibrium and how far it is from that of the continuous game. An estimate, not a bound: see docs/error-bars.md.
 *
 * @param quantity its name
 * @param value its value on the grid
 * @param bar how far it is off, > 0: the error of the scheme, what the solver left, and rounding
 * @param order the measured order in h; above twice the scheme's the bar is that of twice the scheme's; NaN where the grids are too coarse to see one
 * @param extrapolated the value less its estimated error; NaN where there is no order that the scheme may have
 * @param byGrids value - limit, from the grid and two coarser ones
 * @param byResidual the same from the coarser grid, the grid, and the finer one with its value estimated; NaN without that
 * @param onFiner the estimated value on the finer grid; NaN without that
 * @param ofValue what the residual of the Hamilton-Jacobi-Bellman equation on the finer grid adds to that value, to first order; NaN without it
 * @param ofDensity the same of the Fokker-Planck equation
 * @param algebraic value - the value that the discrete equations have, which the solver left
 * @param isAsymptotic whether the error falls with an order that the scheme may have, from half to twice its own, on the three finest grids
 */
public record ErrorBar(
        String quantity,
        double value,
        double bar,
        double order,
        double extrapolated,
        double byGrids,
        double byResidual,
        double onFiner,
        double ofValue,
        double ofDensity,
        double algebraic,
        boolean isAsymptotic) {
    /** Sums over nodes and levels round to some units of the last place. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /**
     * From the values of three grids, each corrected for what its solver left.
     *
     * @param before those of the three before, from one coarser; null without that
     */
    static ErrorBar of(String quantity, double value, double algebraic, @Nullable Richardson before, Richardson grids) {
        boolean isFaster = before != null && grids.isFaster(before);
        double byGrids = isFaster ? grids.errorOfSecondTerm() : grids.error();
        return of(quantity, value, algebraic, grids, isFaster, byGrids, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The same with a fourth grid, the finest of the second three. */
    static ErrorBar of(
            String quantity,
            double value,
            double algebraic,
            Richardson grids,
            Richardson finer,
            double ofValue,
            double ofDensity) {
        // The error of the finest is what it differs by from the limit; the grid's own has their difference more.
        boolean isFaster = finer.isFaster(grids);
        double ofFiner = isFaster ? finer.errorOfSecondTerm() : finer.error();
        double byResidual = ofFiner + finer.middle() - finer.fine();
        return of(
                quantity,
                value,
                algebraic,
                finer,
                isFaster,
                grids.error(),
                byResidual,
                finer.fine(),
                ofValue,
                ofDensity);
    }

    private static ErrorBar of(
            String quantity,
            double value,
            double algebraic,
            Richardson best,
            boolean isFaster,
            double byGrids,
            double byResidual,
            double onFiner,
            double ofValue,
            double ofDensity) {
        double error = Double.isNaN(byResidual) ? byGrids : byResidual;
        boolean isAsymptotic = best.isAsymptotic();
        double ofScheme = isAsymptotic || isFaster ? Math.abs(error) : Math.max(Math.abs(error), Math.abs(byGrids));
        double rounding = ROUNDING * Math.max(Math.abs(value), Double.MIN_NORMAL);
        return new ErrorBar(
                quantity,
                value,
                ofScheme + Math.abs(algebraic) + rounding,
                isAsymptotic || isFaster ? best.order() : Double.NaN,
                isAsymptotic ? value - algebraic - error : Double.NaN,
                byGrids,
                byResidual,
                onFiner,
                ofValue,
                ofDensity,
                algebraic,
                isAsymptotic);
    }
}
