package org.mfg.solvers.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.mfg.api.InvalidInputException;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.coupling.LocalCoupling;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * The game with a horizon in whose time step j agents are in the j-th of some stationary games: H, D, f and local couplings are those of the
 * step, and domain, rates of jumps and discount must be the same in all. The implicit scheme takes them at the end of a step.
 */
final class PathGame {
    private PathGame() {}

    /**
     * The game from one steady state to another.
     *
     * @param time the time levels
     * @param levels a stationary game for each step
     * @param start whose crowd it begins with
     * @param end whose value function it ends with
     * @throws InvalidInputException if what may not move does, or is not known to
     */
    static MeanFieldGame of(TimeGrid time, List<MeanFieldGame> levels, SteadyState start, SteadyState end) {
        Steps steps = new Steps(time);
        MeanFieldGame first = levels.get(0);
        for (int j = 0; j < levels.size(); j++) {
            check(start.game().game(), levels.get(j), steps.end(j), start.game().grid());
        }
        int dimension = first.domain().dimension();
        MeanFieldGameBuilder path = MeanFieldGame.builder(first.name())
                .domain(first.domain())
                .horizon(time.horizon())
                .discount(first.discount())
                .diffusion(diffusion(steps, each(levels, MeanFieldGame::diffusion)))
                .hamiltonian(HamiltonianPath.of(steps, each(levels, MeanFieldGame::hamiltonian), dimension))
                .runningCost(runningCost(steps, each(levels, MeanFieldGame::runningCost)))
                .initialDensity(start.density())
                .terminalCost(end.value());
        first.death().ifPresent(death -> path.death(death.rate(), death.newborn()));
        for (int k = 0; k < first.couplings().size(); k++) {
            int number = k;
            path.coupling(coupling(steps, each(levels, g -> g.couplings().get(number))));
        }
        return path.build();
    }

    private static void check(MeanFieldGame rest, MeanFieldGame other, double t, Grid grid) {
        if (!other.domain().equals(rest.domain())) {
            throw moves("domain", "domain with its rates of jumps", t);
        }
        if (other.discount() != rest.discount()) {
            throw moves("discount", "discount", t);
        }
        if (other.deathRate() != rest.deathRate() || !areBornAlike(other, rest, grid)) {
            throw moves("death-rate", "death and birth", t);
        }
        if (other.couplings().size() != rest.couplings().size()) {
            throw moves("couplings", "number of couplings", t);
        }
    }

    private static boolean areBornAlike(MeanFieldGame other, MeanFieldGame rest, Grid grid) {
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < grid.size() && rest.death().isPresent(); i++) {
            grid.position(i, x);
            if (other.death().orElseThrow().newborn().at(x)
                    != rest.death().orElseThrow().newborn().at(x)) {
                return false;
            }
        }
        return true;
    }

    private static InvalidInputException moves(String field, String what, double t) {
        return InvalidInputException.because(
                field, what + " must not move on a path, but at t = " + t + " it is another one");
    }

    private static <T> List<T> each(List<MeanFieldGame> levels, Function<MeanFieldGame, T> part) {
        return levels.stream().map(part).toList();
    }

    private static boolean isSteady(List<?> levels) {
        return levels.stream().allMatch(level -> Objects.equals(level, levels.get(0)));
    }

    private static Diffusion diffusion(Steps steps, List<Diffusion> levels) {
        if (isSteady(levels)) {
            return levels.get(0);
        }
        return (t, x, axis) -> levels.get(steps.at(t)).at(t, x, axis);
    }

    private static SpaceTimeFunction runningCost(Steps steps, List<SpaceTimeFunction> levels) {
        if (isSteady(levels)) {
            return levels.get(0);
        }
        return (t, x) -> levels.get(steps.at(t)).at(t, x);
    }

    private static Coupling coupling(Steps steps, List<Coupling> levels) {
        if (isSteady(levels)) {
            return levels.get(0);
        }
        List<LocalCoupling> local = new ArrayList<>();
        for (Coupling level : levels) {
            if (!(level instanceof LocalCoupling c)) {
                throw InvalidInputException.because(
                        "couplings", "couplings must be local, or the same at all times, for a path");
            }
            local.add(c);
        }
        return new LocalCoupling() {
            @Override
            public double value(double t, double[] x, double m) {
                return local.get(steps.at(t)).value(t, x, m);
            }

            @Override
            public double densityDerivative(double t, double[] x, double m) {
                return local.get(steps.at(t)).densityDerivative(t, x, m);
            }
        };
    }
}
