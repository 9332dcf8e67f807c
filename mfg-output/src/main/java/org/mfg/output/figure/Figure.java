package org.mfg.output.figure;

import java.util.EnumSet;
import java.util.Set;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;

/** The figures that can be drawn of an equilibrium. */
public enum Figure {
    /** Residuals, defect and exploitability of each iteration. */
    CONVERGENCE("convergence", "residuals, defect and exploitability against the iteration", 1, 3),
    /** The density as a surface. */
    DENSITY_3D("density-3d", "the density m(t, x) as a surface over space and time", 1, 1),
    /** The value function as a surface. */
    VALUE_3D("value-3d", "the value function u(t, x) as a surface over space and time", 1, 1),
    /** The density as colours. */
    DENSITY_HEATMAP("density-heatmap", "the density m(t, x) as a heat map", 1, 1),
    /** The value function as colours and level lines. */
    VALUE_HEATMAP("value-heatmap", "the value function u(t, x) as a heat map with level lines", 1, 1),
    /** Both fields at five times. */
    SLICES("slices", "density and value function at five times", 1, 1),
    /** The pressure of a ceiling as colours. */
    PRESSURE_HEATMAP("pressure-heatmap", "the pressure P(t, x) of the ceiling as a heat map", 1, 1),
    /** What the game was given. */
    DATA("data", "the initial density and the terminal cost, or the target density", 1, 3),
    /** The density in the plane; of a game with three axes, in its middle plane. */
    DENSITY("density", "the density m(t, x, y) at five times, with the optimal drift", 2, 3),
    /** The value function in the plane; of a game with three axes, in its middle plane. */
    VALUE("value", "the value function u(t, x, y) at two times, with level lines", 2, 3),
    /** How a domain with exits empties. */
    MASS("mass", "the mass inside and the mass that left through each exit", 1, 3),
    /** The fields of a stationary game. */
    STATIONARY(
            "stationary", "density and value function of a stationary game, in the plane with the optimal drift", 1, 3);

    private final String stem;
    private final String description;
    private final int minDimension;
    private final int maxDimension;

    Figure(String stem, String description, int minDimension, int maxDimension) {
        this.stem = stem;
        this.description = description;
        this.minDimension = minDimension;
        this.maxDimension = maxDimension;
    }

    /** The figures that can be drawn of the given game: those made for its grid. */
    public static Set<Figure> of(DiscreteGame game) {
        Set<Figure> all = EnumSet.allOf(Figure.class);
        all.removeIf(figure -> !figure.supports(game));
        return all;
    }

    /** The name of the file without its ending, for example {@code density-3d}. */
    public String stem() {
        return stem;
    }

    /** What the figure shows, in one line. */
    public String description() {
        return description;
    }

    /**
     * Whether this figure can be drawn of the given game: of its dimension, with exits for {@link #MASS}, with a ceiling for {@link #PRESSURE_HEATMAP}, and of a stationary one
     * if it does not show time.
     */
    public boolean supports(DiscreteGame game) {
        Grid grid = game.grid();
        Domain domain = grid.domain();
        boolean fits = domain.positionAxes() >= minDimension && domain.positionAxes() <= maxDimension;
        if (domain.statesAxis() >= 0 && !showsStates()) {
            return false;
        }
        return fits
                && fitsTime(game.game().isStationary())
                && (this != MASS || !grid.exits().isEmpty())
                && (this != PRESSURE_HEATMAP || game.game().ceiling().isPresent());
    }

    /** Whether this figure can tell the states of agents apart: surfaces cannot. */
    private boolean showsStates() {
        return this != DENSITY_3D && this != VALUE_3D;
    }

    /** Whether this figure is one for games of this kind. */
    boolean fitsTime(boolean isStationary) {
        return this == CONVERGENCE || isStationary == (this == STATIONARY);
    }
}
