package org.mfg.models.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.mfg.api.coupling.Coupling;
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

    /** Of any other coupling of populations the planner's version is the derivative of Σ ∫ m_k f_k. */
    @Test
    void thePlannersVersionIsTheDerivativeOfTheSocialCost() {
        PopulationCoupling coupling = (t, x, k, m) -> m[k] * (1 + k) + m[0] * m[1] * m[1];
        CouplingKit.check(coupling, STREET);
        Coupling planner = coupling.forPlanner();
        double[] m = {1, 2, 3};
        double expected = 1 + 4 + (1 + 4 + 2 * 4 + 3 * 4);
        assertThat(((PopulationCoupling) planner).value(0, new double[2], 0, m)).isCloseTo(expected, within(1e-7));
    }

    @Test
    void aDomainWithoutStatesIsRefused() {
        Grid grid = Grid.of(Domain.interval(0, 1), 5);
        ShareCoupling coupling = new ShareCoupling(2, 0.5, 0, 1e-3);
        assertThatThrownBy(() -> coupling.on(grid, new TimeGrid(1, 2)))
                .hasMessage("coupling ShareCoupling is one of populations: the domain must have an axis of states");
        assertThatThrownBy(coupling::forPlanner).hasMessageContaining("no planner's version");
    }
}
