package org.mfg.solvers.deflation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.equilibrium.Guess;
import org.mfg.api.equilibrium.Monitor;

/**
 * Looks for the equilibria of a game that has several (P. E. Farrell, A. Birkisson and S. W. Funke, "Deflation techniques for finding distinct solutions of nonlinear
 * partial differential equations", SIAM J. Sci. Comput. 2015): from each of a number of starts Newton's method is run again and again, with what is known
 * divided out, until it finds nothing new.
 *
 * <p>What is found are equilibria, to the solver's tolerance. That nothing more is found proves nothing. Where equilibria come in families, as without anything that
 * tells places on a ring apart, each search finds another member.
 */
public final class EquilibriumSearch {
    /** Crowds that differ by less, relative to their length, are one. */
    private static final double SAME = 1e-4;

    private final DiscreteGame game;
    private final EquilibriumSolver solver;
    private final int starts;
    private final int most;

    /**
     * @param solver what makes an equilibrium of a search's end, from a guess: Newton's method
     * @param starts how many starts there are, >= 1
     * @param most the search ends with so many equilibria, >= 1
     */
    public EquilibriumSearch(DiscreteGame game, EquilibriumSolver solver, int starts, int most) {
        if (game.game().isConstrained()) {
            throw InvalidInputException.because(
                    "game", "game must have neither a target density nor a ceiling for a search of equilibria");
        }
        this.game = game;
        this.solver = solver;
        this.starts = starts;
        this.most = most;
    }

    /** Searches; the monitor is told of the solver's iterations and may end it, with what there is. */
    public List<FoundEquilibrium> run(Monitor monitor) {
        Deflation deflation = new Deflation(game);
        DeflatedNewton newton = new DeflatedNewton(game, deflation);
        Starts sequence = new Starts(game);
        List<FoundEquilibrium> found = new ArrayList<>();
        for (int k = 0; k < starts; k++) {
            Optional<Guess> start = sequence.make(k);
            Optional<Equilibrium> next = start.flatMap(s -> next(newton, deflation, s, monitor));
            while (next.isPresent() && found.size() < most) {
                Equilibrium e = next.get();
                deflation.add(e.m());
                found.add(new FoundEquilibrium(e, k, BestResponses.at(game, e.u(), e.m())));
                next = next(newton, deflation, start.get(), monitor);
            }
        }
        return found;
    }

    private Optional<Equilibrium> next(DeflatedNewton newton, Deflation deflation, Guess start, Monitor monitor) {
        try {
            return newton.search(start.u(), start.m())
                    .map(near -> solver.solve(game, near, monitor))
                    .filter(Equilibrium::isConverged)
                    .filter(e -> deflation.distance(e.m()) > SAME);
        } catch (NumericalFailureException e) {
            return Optional.empty();
        }
    }
}
