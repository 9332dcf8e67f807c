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
 * So do those inside who are led there from both sides by a drift like the root of the distance, as where a rate of interest jumps; a drift like the distance itself never
 * gets there. On a grid their mass is that of a node, and its density w⁻¹ mass is an artefact of the spacing.
 *
 * @param node the flat index of the node
 * @param mass the share of the whole crowd
 */
public record Atom(int node, double mass) {
    /** Drifts that fall with a smaller power of the distance fall like its root, 1/2, and not like itself, 1. */
    private static final double BETWEEN = 0.75;

    /** All atoms of a stationary equilibrium, in the order of their nodes. */
    public static List<Atom> of(DiscreteGame game, Equilibrium equilibrium) {
        Grid grid = game.grid();
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        CrossSection crowd = new CrossSection(grid, policy, equilibrium.m(), 0, 0);
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
            if (policy.drift(0, node, k) != 0 || game.game().diffusion().at(0, x, k) != 0) {
                continue;
            }
            boolean isLower = at == 0 && isConstraint(axis.lowerBoundary());
            boolean isUpper = at == grid.nodes(k) - 1 && isConstraint(axis.upperBoundary());
            boolean isInside = at > 1 && at < grid.nodes(k) - 2;
            if ((isLower && policy.drift(0, node + grid.stride(k), k) < 0)
                    || (isUpper && policy.drift(0, node - grid.stride(k), k) > 0)
                    || (isInside && isReached(grid, policy, node, k, 1) && isReached(grid, policy, node, k, -1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the drift from one side leads to a node inside, and like the root of the distance. */
    private static boolean isReached(Grid grid, Policy policy, int node, int k, int side) {
        int near = node + side * grid.stride(k);
        int far = near + side * grid.stride(k);
        double ofNear = -side * policy.drift(0, near, k);
        double ofFar = -side * policy.drift(0, far, k);
        double place = grid.coordinate(node, k);
        double ratio = (grid.coordinate(far, k) - place) / (grid.coordinate(near, k) - place);
        return ofNear > 0 && ofFar > 0 && Math.log(ofFar / ofNear) < BETWEEN * Math.log(ratio);
    }

    private static boolean isConstraint(Boundary boundary) {
        return boundary.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }
}
