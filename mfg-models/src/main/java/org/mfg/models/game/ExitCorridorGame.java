package org.mfg.models.game;

import java.util.List;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.coupling.PowerCoupling;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/**
 * Leaving a corridor: a crowd in [0, length] with a wall at 0 and an exit at the other end pays for every moment
 * inside, for the crowd on the way, and for not having left at the end.
 *
 * <pre>
 *   H = p²/2,  f = hurry,  F[m] = λ m^γ,  g(x) = exit-cost + penalty (length - x)
 *   u = exit-cost and m = 0 at x = length,  m0(x) ∝ exp(-concentration (x - center)²)
 * </pre>
 */
public final class ExitCorridorGame implements GameProvider {

    @Override
    public String name() {
        return "exit-corridor";
    }

    @Override
    public String description() {
        return "a crowd that leaves a corridor through the exit at its end";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                GameParameters.viscosity(0.01),
                GameParameters.horizon(2),
                GameParameters.lambda(0.5),
                GameParameters.gamma(),
                Parameter.real("length", 1, Range.above(0), "length", "the corridor's length"),
                Parameter.real("hurry", 1, Range.atLeast(0), "1/time", "the cost of a unit of time inside"),
                Parameter.real("penalty", 2, Range.atLeast(0), "1/length", "the final cost of a unit of distance left"),
                Parameter.real("exit-cost", 0, Range.ANY, "", "the cost of leaving"),
                Parameter.real("center", 0.3, Range.atLeast(0), "length", "where the crowd starts"),
                Parameter.real(
                        "concentration",
                        50,
                        Range.atLeast(0),
                        "1/length^2",
                        "how narrow the crowd starts; 0: uniform"));
    }

    @Override
    public List<String> equations(Parameters parameters) {
        return List.of(
                "H(x, p, m) = |p|^2 / 2",
                "F[m] = lambda m^gamma",
                "f(x) = hurry",
                "g(x) = exit-cost + penalty (length - x)",
                "u(t, length) = exit-cost",
                "m(t, length) = 0",
                "m0(x) ∝ exp(-concentration (x - center)^2)");
    }

    @Override
    public MeanFieldGame create(Parameters parameters) {
        double length = parameters.real("length");
        double hurry = parameters.real("hurry");
        double penalty = parameters.real("penalty");
        double exitCost = parameters.real("exit-cost");
        double center = parameters.real("center");
        double concentration = parameters.real("concentration");
        return MeanFieldGame.builder(name())
                .domain(Domain.of(new Axis("x", 0, length, Boundary.noFlux(), Boundary.exit(exitCost))))
                .horizon(parameters.real("horizon"))
                .viscosity(parameters.real("viscosity"))
                .hamiltonian(new QuadraticHamiltonian())
                .runningCost((t, x) -> hurry)
                .coupling(new PowerCoupling(parameters.real("lambda"), parameters.real("gamma")))
                .terminalCost(x -> exitCost + penalty * (length - x[0]))
                .initialDensity(x -> Math.exp(-concentration * (x[0] - center) * (x[0] - center)))
                .build();
    }

    @Override
    public int[] defaultNodes() {
        return new int[] {101};
    }

    @Override
    public int defaultSteps() {
        return 200;
    }
}
