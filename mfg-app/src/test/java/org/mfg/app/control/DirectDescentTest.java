package org.mfg.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.cost.PriceOfAnarchy;

/**
 * The planner's optimum found without its equations: the social cost of a controlled Markov chain on 6 nodes and 4 steps,
 * minimised over all feedbacks by descent.
 */
class DirectDescentTest {
    private static final Mfg MFG = Mfg.load();

    @Test
    void descentOnTheSocialCostFindsThePlannersCost() {
        MeanFieldGame game = MFG.game("tutorial", Map.of("viscosity", 0.05, "gamma", 1.5));
        DiscreteGame discrete = MFG.discretize(game, 6, 4);
        PriceOfAnarchy price = PriceOfAnarchy.of(discrete, MFG.solver("newton", Map.of()), Monitor.NONE);
        ControlledChain chain = new ControlledChain(discrete, m -> 0.5 * Math.pow(m, 1.5));

        double descended = chain.descend(1e-6);

        assertThat(descended).isEqualTo(price.plannerCost(), within(1e-7));
        assertThat(price.gameCost()).isGreaterThan(descended + 1e-3);
    }

    /** λ m is the derivative of λ m²/2 in m: a game whose equilibrium minimises the cost with half of λ. */
    @Test
    void descentOnThePotentialFindsTheEquilibriumOfAPotentialGame() {
        DiscreteGame discrete = MFG.discretize(MFG.game("tutorial", Map.of("viscosity", 0.05)), 6, 4);
        PriceOfAnarchy price = PriceOfAnarchy.of(discrete, MFG.solver("newton", Map.of()), Monitor.NONE);
        ControlledChain chain = new ControlledChain(discrete, m -> 0.25 * m);

        double potential = chain.descend(1e-6);
        double[] m = chain.density();

        double crowding = 0;
        for (int i = 6; i < m.length; i++) {
            crowding += 0.25 * discrete.time().step(0) * discrete.grid().weight(i % 6) * m[i] * m[i];
        }
        assertThat(potential + crowding).isEqualTo(price.gameCost(), within(1e-5));
    }
}
