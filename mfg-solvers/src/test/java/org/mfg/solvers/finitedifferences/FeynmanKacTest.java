package org.mfg.solvers.finitedifferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.FeynmanKac;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.progress.StoppingRule;
import org.mfg.solvers.Hamiltonians;
import org.mfg.solvers.newton.NewtonSolver;

/** Agents who stay where they are and whose state jumps: how long they are in one is known. */
class FeynmanKacTest {
    private static final double UP = 0.7;
    private static final double DOWN = 0.4;
    private static final double PERIOD = 3;

    private final MeanFieldGame game = MeanFieldGame.builder("chain")
            .domain(Domain.of(Axis.noFlux("x", 0, 1), Axis.states("state", States.two("first", "second", UP, DOWN))))
            .forever()
            .discount(1)
            .viscosity(0.1)
            .hamiltonian(Hamiltonians.quadratic())
            .build();
    private final DiscreteGame discrete =
            new UpwindDiscretization().discretize(game, Grid.of(game.domain(), 5, 2), game.timeGrid(1));

    private double[] gathered(double inFirst, double inSecond, int steps) {
        double[] flow = new double[10];
        for (int i = 0; i < flow.length; i += 2) {
            flow[i] = inFirst;
            flow[i + 1] = inSecond;
        }
        Equilibrium nothing = new NewtonSolver(new StoppingRule(1e-12, 20)).solve(discrete);
        return FeynmanKac.gathered(discrete, nothing, flow, PERIOD, steps);
    }

    private double[] timeInFirst(int steps) {
        return gathered(1, 0, steps);
    }

    /** From the first state: π τ + (1 - π)(1 - e^(-λτ))/λ with λ the sum of the rates and π = down/λ. */
    @Test
    void theTimeInAStateIsTheKnownOneToFirstOrderInTheSteps() {
        double rates = UP + DOWN;
        double share = DOWN / rates;
        double decay = -Math.expm1(-rates * PERIOD) / rates;
        double first = share * PERIOD + (1 - share) * decay;
        double second = share * (PERIOD - decay);
        double coarse = timeInFirst(100)[0] - first;
        double fine = timeInFirst(200)[0] - first;
        assertThat(coarse / fine).isCloseTo(2, within(0.02));
        assertThat(2 * timeInFirst(200)[0] - timeInFirst(100)[0]).isCloseTo(first, within(1e-4));
        assertThat(2 * timeInFirst(200)[1] - timeInFirst(100)[1]).isCloseTo(second, within(1e-4));
    }

    @Test
    void aFlowOfOneGathersThePeriod() {
        assertThat(gathered(1, 1, 4)).containsOnly(new double[] {PERIOD}, within(1e-12));
    }

    @Test
    void aGameWithAHorizonIsRefused() {
        MeanFieldGame ends = game.toBuilder().horizon(1).initialDensity(x -> 1).build();
        DiscreteGame other = new UpwindDiscretization().discretize(ends, discrete.grid(), ends.timeGrid(2));
        Equilibrium nothing = new NewtonSolver(new StoppingRule(1e-12, 20)).solve(discrete);
        assertThatThrownBy(() -> FeynmanKac.gathered(other, nothing, new double[10], 1, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must be stationary");
    }
}
