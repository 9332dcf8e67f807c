package org.mfg.models.coupling;

import java.util.Optional;
import org.mfg.api.coupling.PopulationCoupling;

/**
 * What an agent of population k pays for company that it does not like, after Schelling (1971) as Achdou, Bardi and Cirant ("Mean field
 * games models of segregation", Math. Models Methods Appl. Sci. 27 (2017), section 2) put it, and for company at all:
 *
 * <pre>
 *   F[m](x, k) = strength max(0, threshold - m_k / (Σ_l m_l + η)) + aversion Σ_l m_l.
 * </pre>
 *
 * <p>The first part is not monotone, and there may be several equilibria.
 *
 * @param strength what a missing share of its own kind costs
 * @param threshold the share of its own kind that an agent is content with
 * @param aversion what a crowd of any kind costs
 * @param eta η > 0, below which a crowd is none
 */
public record ShareCoupling(double strength, double threshold, double aversion, double eta)
        implements PopulationCoupling {

    @Override
    public double value(double t, double[] x, int population, double[] densities) {
        double all = sum(densities);
        return strength * Math.max(0, threshold - densities[population] / (all + eta)) + aversion * all;
    }

    @Override
    public double densityDerivative(double t, double[] x, int population, int other, double[] densities) {
        double all = sum(densities) + eta;
        double own = densities[population];
        boolean isUnhappy = own / all < threshold;
        double change = isUnhappy ? own / (all * all) - (other == population ? 1 / all : 0) : 0;
        return strength * change + aversion;
    }

    /** The social cost is not convex, and a critical point of it, like the mixed crowd, may be worse than the game. */
    @Override
    public Optional<String> plannerObjection() {
        return Optional.of(
                "its social cost is not convex, and what satisfies a planner's equations may be worse than the game");
    }

    private static double sum(double[] densities) {
        double sum = 0;
        for (double m : densities) {
            sum += m;
        }
        return sum;
    }
}
