package org.mfg.output.figure;

import java.util.ArrayList;
import java.util.List;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.discrete.Policy;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Grid;

/**
 * A point mass of a stationary crowd on a line, at a state constraint where nothing diffuses: agents whom their drift leads to the end stay there,
 * with a drift of 0. On a grid it is the mass of the end's node.
 *
 * @param state the number of the state; 0 where there are none
 * @param node the node along the line
 * @param mass the share of the whole crowd
 */
record Atom(int state, int node, double mass) {
    /** Less is not worth a sign in a figure. */
    private static final double LEAST = 1e-6;

    /** All of a stationary equilibrium on a line. */
    static List<Atom> of(DiscreteGame game, Equilibrium equilibrium) {
        Grid grid = equilibrium.grid();
        org.mfg.api.grid.Axis axis = grid.domain().axis(0);
        int last = grid.nodes(0) - 1;
        List<Atom> atoms = new ArrayList<>();
        Policy policy = game.policy(equilibrium.u(), equilibrium.m());
        for (int state = 0; state < grid.stride(0); state++) {
            if (isConstraint(axis.lowerBoundary())) {
                add(atoms, game, equilibrium, policy, state, 0, 1);
            }
            if (isConstraint(axis.upperBoundary())) {
                add(atoms, game, equilibrium, policy, state, last, last - 1);
            }
        }
        return atoms;
    }

    private static boolean isConstraint(Boundary boundary) {
        return boundary.kind() == Boundary.Kind.STATE_CONSTRAINT;
    }

    private static void add(
            List<Atom> atoms, DiscreteGame game, Equilibrium e, Policy policy, int state, int end, int before) {
        Grid grid = e.grid();
        int node = end * grid.stride(0) + state;
        double[] x = new double[grid.dimension()];
        grid.position(node, x);
        double towards = (end - before) * policy.drift(0, before * grid.stride(0) + state, 0);
        double mass = grid.weight(node) * e.m()[grid.size() + node];
        boolean stays = policy.drift(0, node, 0) == 0 && game.game().diffusion().at(0, x, 0) == 0;
        if (stays && towards > 0 && mass > LEAST) {
            atoms.add(new Atom(state, end, mass));
        }
    }
}
