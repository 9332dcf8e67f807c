package org.mfg.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Iteration;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.States;
import org.mfg.api.grid.TimeGrid;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

class TransportTest {
    private static final Domain DOMAIN = Domain.of(
            new Axis("a", -1, 3, Boundary.stateConstraint(), Boundary.noFlux()),
            Axis.states("income", States.two("low", "high", 1, 1)));

    /** A third of the crowd a quarter further, and the rest where it was. */
    @Test
    void isMassTimesTheWayThatItMoves() {
        Equilibrium coarse = crowd(5, new int[] {0, 0, 3, 1}, new double[] {2 / 3.0, 1 / 3.0});
        Equilibrium fine = crowd(9, new int[] {0, 0, 7, 1}, new double[] {2 / 3.0, 1 / 3.0});
        assertThat(Transport.distance(coarse, fine)).isCloseTo(0.5 / 3, within(1e-15));
    }

    @Test
    void anAtomOnTwoGridsIsTheSame() {
        Equilibrium coarse = crowd(5, new int[] {0, 0}, new double[] {1});
        Equilibrium fine = crowd(9, new int[] {0, 0}, new double[] {1});
        assertThat(Transport.distance(coarse, fine)).isZero();
        assertThat(Transport.atoms(coarse)).isEqualTo(1);
    }

    @Test
    void onlyTheConstrainedEndHasAnAtom() {
        assertThat(Transport.atoms(crowd(5, new int[] {4, 0, 0, 1}, new double[] {0.75, 0.25})))
                .isEqualTo(0.25);
    }

    /** Masses at nodes (wealth, income). */
    private static Equilibrium crowd(int nodes, int[] at, double[] masses) {
        Grid grid = Grid.of(DOMAIN, nodes, 2);
        TimeGrid time = new TimeGrid(1, 1);
        double[] m = new double[2 * grid.size()];
        for (int k = 0; k < masses.length; k++) {
            int i = 2 * at[2 * k] + at[2 * k + 1];
            m[i] = masses[k] / grid.weight(i);
            m[grid.size() + i] = m[i];
        }
        Iteration none = new Iteration(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        MeanFieldGame game = MeanFieldGame.builder("made up")
                .domain(DOMAIN)
                .horizon(1)
                .viscosity(0.1)
                .hamiltonian(new QuadraticHamiltonian())
                .initialDensity(x -> 1)
                .build();
        return new Equilibrium(game, grid, time, new double[m.length], m, Status.CONVERGED, "", List.of(none));
    }
}
