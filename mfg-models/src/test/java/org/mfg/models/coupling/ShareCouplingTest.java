package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.PlannerCoupling;
import org.mfg.api.coupling.PopulationCoupling;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.testkit.CouplingKit;

class ShareCouplingTest {
    private static final Domain STREET =
            Domain.of(Axis.noFlux("x", 0, 1), Axis.states("kind", States.populations("red", "blue", "green")));

    @Test
    void itsDerivativesAreThoseOfItsFormula() {
        CouplingKit.check(new ShareCoupling(2, 0.7, 0.2, 1e-3), STREET);
        CouplingKit.check(new ShareCoupling(0, 0.7, 0.2, 1e-3), STREET);
    }

    @Test
    void whoHasItsShareDoesNotPayForCompany() {
        ShareCoupling coupling = new ShareCoupling(2, 0.5, 0, 1e-12);
        double[] m = {3, 1};
        assertThat(coupling.value(0, new double[2], 0, m)).isZero();
        assertThat(coupling.value(0, new double[2], 1, m)).isCloseTo(2 * (0.5 - 0.25), within(1e-9));
    }

    /** Of any other coupling of populations the planner's version is the derivative of Σ ∫ m_k f_k, here Σ (1 + k) m_k² + Σ m_k m_0 m_1². */
    @Test
    void thePlannersVersionIsTheDerivativeOfTheSocialCost() {
        PopulationCoupling coupling = (t, x, k, m) -> m[k] * (1 + k) + m[0] * m[1] * m[1];
        CouplingKit.check(coupling, STREET);
        CouplingKit.check(new PlannerCoupling(coupling), STREET);
        Grid grid = Grid.of(STREET, 3);
        double[] m = new double[2 * grid.size()];
        for (int i = 0; i < m.length; i++) {
            m[i] = 1 + i % 3;
        }
        double[] cost = new double[m.length];
        new PlannerCoupling(coupling).on(grid, new TimeGrid(1, 1)).addValue(m, 1, 1, cost);
        double red = 2 * 1 * 1 + 1 * 4 + 6 * 4;
        double blue = 2 * 2 * 2 + 1 * 4 + 6 * 2 * 1 * 2;
        assertThat(cost[grid.size()]).isCloseTo(red, within(1e-7));
        assertThat(cost[grid.size() + 1]).isCloseTo(blue, within(1e-7));
    }

    @Test
    void aPlannerOfSharesIsRefusedForItsSocialCostIsNotConvex() {
        assertThatThrownBy(() -> new PlannerCoupling(new ShareCoupling(2, 0.5, 0, 1e-3)))
                .hasMessage(
                        "coupling ShareCoupling has no planner's version: its social cost is not convex, and what satisfies a"
                                + " planner's equations may be worse than the game");
    }

    @Test
    void aDomainWithoutStatesIsRefused() {
        Grid grid = Grid.of(Domain.interval(0, 1), 5);
        ShareCoupling coupling = new ShareCoupling(2, 0.5, 0, 1e-3);
        assertThatThrownBy(() -> coupling.on(grid, new TimeGrid(1, 2)))
                .hasMessage("coupling ShareCoupling is one of populations: the domain must have an axis of states");
    }
}
