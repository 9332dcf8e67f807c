package org.mfg.api.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * A part of a stationary crowd that has no density: agents whose drift leads them to a state constraint along an axis without diffusion stay there, with a drift of 0 along it.
 * On a grid their mass is that of a node of the side, and its density w⁻¹ mass is an artefact of the spacing.
 *
 * @param node the flat index of the node
 * @param mass the share of the whole crowd
 */
public record Atom(int node, double mass) {

    /** All atoms of a stationary equilibrium, in the order of their nodes. */
    public static List<Atom> of(DiscreteGame game, Equilibrium equilibrium) {
        Grid grid = game.grid();
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        CrossSection crowd = new CrossSection(grid, policy, equilibrium.m(), 0);
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            if (crowd.mass(i) > 0 && isHeld(game, policy, i)) {
                atoms.add(new Atom(i, crowd.mass(i)));
            }
        }
        return atoms;
    }

    private static boolean isHeld(DiscreteGame game, Policy policy, int node) {
        Grid grid = game.grid();
        double[] x = new double[grid.dimension()];
        grid.position(node, x);
        for (int k = 0; k < grid.domain().positionAxes(); k++) {
            Axis axis = grid.domain().axis(k);
            int at = grid.index(node, k);
            boolean isLower = at == 0 && isConstraint(axis.lowerBoundary());
            boolean isUpper = at == grid.nodes(k) - 1 && isConstraint(axis.upperBoundary());
            if ((isLower || isUpper)
                    && policy.drift(0, node, k) == 0
                    && game.game().diffusion().at(0, x, k) == 0) {
                double before = policy.drift(0, node + (isLower ? 1 : -1) * grid.stride(k), k);
                if (isLower ? before < 0 : before > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isConstraint(Boundary boundary) {
        return boundary.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }
}
