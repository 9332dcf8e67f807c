package org.mfg.app.fit;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.mfg.api.discrete.DiscreteGame;

/**
 * Agents on the nodes of a grid who move as the scheme moves the crowd: a step of it is w m_j = P_j w m_(j-1) with the columns of P_j probabilities, those of where an agent at
 * a node goes. P_j is read off the residual of the scheme, which is linear in m.
 */
final class SchemeChain {
    private final double[] start;
    private final RealMatrix[] steps;

    SchemeChain(DiscreteGame game, double[] u, double[] m) {
        int n = game.grid().size();
        start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = game.grid().weight(i) * m[i];
        }
        steps = new RealMatrix[game.time().steps()];
        for (int j = 1; j <= steps.length; j++) {
            RealMatrix before = block(game, u, j, j - 1);
            RealMatrix after = block(game, u, j, j);
            steps[j - 1] = new LUDecomposition(after).getSolver().solve(before.scalarMultiply(-1));
        }
    }

    /** The derivative of the residual at a level in the masses at another. */
    private static RealMatrix block(DiscreteGame game, double[] u, int level, int by) {
        int n = game.grid().size();
        double[] zero = new double[game.size()];
        game.forwardResidual(u, new double[game.size()], zero);
        RealMatrix block = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double[] unit = new double[game.size()];
            unit[by * n + i] = 1 / game.grid().weight(i);
            double[] residual = new double[game.size()];
            game.forwardResidual(u, unit, residual);
            for (int k = 0; k < n; k++) {
                block.setEntry(k, i, residual[level * n + k] - zero[level * n + k]);
            }
        }
        return block;
    }

    /** The node of an agent at every level. */
    int[] path(Random random) {
        int[] path = new int[steps.length + 1];
        path[0] = draw(start, random);
        for (int j = 0; j < steps.length; j++) {
            path[j + 1] = draw(steps[j].getColumn(path[j]), random);
        }
        return path;
    }

    private static int draw(double[] law, Random random) {
        double left = random.nextDouble() * Arrays.stream(law).sum();
        int at = 0;
        while (at + 1 < law.length && left > law[at]) {
            left -= law[at++];
        }
        return at;
    }
}
