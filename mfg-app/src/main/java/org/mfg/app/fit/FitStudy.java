package org.mfg.app.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.Study;
import org.mfg.solvers.calibration.Calibration;
import org.mfg.solvers.calibration.EquilibriaOfParameters;
import org.mfg.solvers.calibration.Fit;
import org.mfg.solvers.calibration.FreeParameter;
import org.mfg.solvers.calibration.GivenPrices;
import org.mfg.solvers.calibration.Observations;

/** Fits parameters of a study's game, from its own values and from others around them. */
public final class FitStudy {
    /** Other starts lie within this factor of the study's values. */
    private static final double SPREAD = 2;

    /** How near to a bound that is not allowed itself a value may come, of the start's distance. */
    private static final double NEAR = 1e-3;

    private FitStudy() {}

    /**
     * The best fit of all starts.
     *
     * @param names real parameters of the game
     * @param clears whether the game's market goes on clearing, from the study's prices; otherwise they are given
     * @param starts how many starts, >= 1; the first is the study's own
     * @throws InvalidInputException if there is no equilibrium at the first
     * @throws NumericalFailureException if no start leads to a fit
     */
    public static Fit best(
            Study study, List<String> names, boolean clears, Observations data, int starts, Monitor monitor) {
        Random random = new Random(1);
        Optional<Fit> best = Optional.empty();
        NumericalFailureException last = new NumericalFailureException("the fit was stopped");
        for (int start = 0; start < starts && !monitor.isCancelled(); start++) {
            List<FreeParameter> free = new ArrayList<>();
            for (String name : names) {
                free.add(free(study, name, start == 0 ? 1 : Math.pow(SPREAD, 2 * random.nextDouble() - 1)));
            }
            try {
                Fit fit = new Calibration(free, equilibria(study, names, clears), data).fit(monitor);
                if (best.isEmpty() || fit.sumOfSquares() < best.get().sumOfSquares()) {
                    best = Optional.of(fit);
                }
            } catch (NumericalFailureException e) {
                last = e;
            } catch (InvalidInputException e) {
                if (start == 0) {
                    throw e;
                }
            }
        }
        if (best.isEmpty()) {
            throw last;
        }
        return best.get();
    }

    private static EquilibriaOfParameters equilibria(Study study, List<String> names, boolean clears) {
        if (clears) {
            return study.clearedEconomy(names, Cleared.PRICE_TOLERANCE);
        }
        return new GivenPrices(
                values -> {
                    Parameters changed = study.parameters();
                    for (int k = 0; k < values.length; k++) {
                        changed = changed.with(names.get(k), values[k]);
                    }
                    return study.discreteGame(changed);
                },
                study.equilibriumSolver());
    }

    private static FreeParameter free(Study study, String name, double factor) {
        double own = study.parameters().real(name);
        Parameter.Range range = study.declared().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .range();
        double lower = range.lowerOpen() ? range.lower() + NEAR * (own - range.lower()) : range.lower();
        double upper = range.upperOpen() ? range.upper() - NEAR * (range.upper() - own) : range.upper();
        return new FreeParameter(name, Math.max(lower, Math.min(upper, factor * own)), lower, upper);
    }
}
