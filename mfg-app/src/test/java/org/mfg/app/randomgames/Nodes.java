package org.mfg.app.randomgames;

import org.mfg.api.grid.Boundary.Kind;
import org.mfg.api.grid.Domain;

/** The grid of docs/mathematics.md: nodes of a box, their neighbours, spacings and weights. */
final class Nodes {
    final int size;
    final int dimension;
    final double[][] x;
    final double[] weight;
    final double[] spacing;
    final boolean[] isExit;
    final double[] exitCost;

    /** {@code neighbour[k][0][i]} is the lower, {@code neighbour[k][1][i]} the upper one on axis k; -1 beyond a wall. */
    final int[][][] neighbour;

    Nodes(Domain domain, int... n) {
        dimension = n.length;
        int count = 1;
        for (int nk : n) {
            count *= nk;
        }
        size = count;
        x = new double[size][dimension];
        weight = new double[size];
        isExit = new boolean[size];
        exitCost = new double[size];
        spacing = new double[dimension];
        neighbour = new int[dimension][2][size];
        for (int i = 0; i < size; i++) {
            weight[i] = 1;
            int rest = i;
            int stride = 1;
            for (int k = dimension - 1; k >= 0; k--) {
                place(domain, k, n[k], i, rest % n[k], stride);
                rest /= n[k];
                stride *= n[k];
            }
        }
    }

    private void place(Domain domain, int k, int n, int i, int at, int stride) {
        boolean isPeriodic = domain.axis(k).isPeriodic();
        double length = domain.axis(k).upper() - domain.axis(k).lower();
        spacing[k] = length / (isPeriodic ? n : n - 1);
        x[i][k] = domain.axis(k).lower() + at * spacing[k];
        boolean isLower = at == 0 && !isPeriodic;
        boolean isUpper = at == n - 1 && !isPeriodic;
        weight[i] *= isLower || isUpper ? spacing[k] / 2 : spacing[k];
        neighbour[k][0][i] = isLower ? -1 : i + (Math.floorMod(at - 1, n) - at) * stride;
        neighbour[k][1][i] = isUpper ? -1 : i + (Math.floorMod(at + 1, n) - at) * stride;
        if (isLower && domain.axis(k).lowerBoundary().kind() == Kind.EXIT) {
            isExit[i] = true;
            exitCost[i] = domain.axis(k).lowerBoundary().exitCost();
        }
        if (isUpper && domain.axis(k).upperBoundary().kind() == Kind.EXIT) {
            isExit[i] = true;
            exitCost[i] = domain.axis(k).upperBoundary().exitCost();
        }
    }
}
