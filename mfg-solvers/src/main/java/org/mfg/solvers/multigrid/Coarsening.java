package org.mfg.solvers.multigrid;

import java.util.Arrays;

/**
 * From one grid to the next coarser one: every second node of each axis and its last one. Functions are interpolated linearly, residuals restricted
 * by the transpose.
 *
 * <p>S is discretised anew from the drifts and diffusions at the nodes that stay, the drifts averaged over the two links that become one. C is that of the
 * interpolated functions, its links across the axes counted to those along them: on a line, exactly PᵀCP. Φ is averaged as a density is.
 */
final class Coarsening {
    /** Axes of as many nodes or fewer are not coarsened. */
    static final int FEWEST_NODES = 5;

    private final Links fine;
    final Links coarse;
    private final int corners;
    /** For each fine node, the coarse nodes of its corners and their weights. */
    private final int[] parent;

    private final double[] share;
    /** For each coarse node, the fine one. */
    private final int[] origin;
    /** By side and coarse node, the links on the fine grid to the coarse neighbour. */
    private final int[][] path;

    private final double[] fineWeight;
    final double[] coarseWeight;
    private final int[][] selected;
    private final int[][] below;

    private Coarsening(Links fine, double[] weight, int[][] selected) {
        this.fine = fine;
        this.selected = selected;
        fineWeight = weight;
        int d = fine.dimension();
        corners = 1 << d;
        below = new int[d][];
        int[] nodes = new int[d];
        int size = 1;
        for (int k = 0; k < d; k++) {
            nodes[k] = selected[k].length;
            size *= nodes[k];
            below[k] = below(selected[k], fine.nodes()[k]);
        }
        origin = new int[size];
        path = new int[2 * d][size];
        boolean[] isWall = new boolean[size];
        boolean[] isFree = new boolean[size];
        int[] index = new int[d];
        for (int i = 0; i < size; i++) {
            split(i, nodes, index);
            int at = 0;
            for (int k = 0; k < d; k++) {
                at = at * fine.nodes()[k] + selected[k][index[k]];
            }
            origin[i] = at;
            isWall[i] = fine.isWall()[at];
            isFree[i] = fine.isFree()[at];
        }
        int[][] neighbour = new int[2 * d][size];
        double[][] inverse = new double[2 * d][size];
        for (int s = 0; s < 2 * d; s++) {
            for (int i = 0; i < size; i++) {
                connect(i, s, nodes, neighbour[s], inverse[s]);
            }
        }
        coarse = new Links(nodes, fine.periodic(), neighbour, inverse, isWall, isFree);
        parent = new int[fine.size() * corners];
        share = new double[fine.size() * corners];
        for (int i = 0; i < fine.size(); i++) {
            parents(i);
        }
        coarseWeight = new double[size];
        for (int i = 0; i < fine.size(); i++) {
            for (int c = i * corners; c < (i + 1) * corners; c++) {
                coarseWeight[parent[c]] += share[c] * weight[i];
            }
        }
    }

    /** Whether a grid has an axis that is long enough. */
    static boolean isPossible(Links fine) {
        return Arrays.stream(fine.nodes()).anyMatch(nodes -> nodes > FEWEST_NODES);
    }

    /** The next coarser grid. */
    static Coarsening of(Links fine, double[] weight) {
        int d = fine.dimension();
        int[][] selected = new int[d][];
        for (int k = 0; k < d; k++) {
            selected[k] = select(fine.nodes()[k], fine.periodic()[k]);
        }
        return new Coarsening(fine, weight, selected);
    }

    private static int[] select(int nodes, boolean periodic) {
        if (nodes <= FEWEST_NODES) {
            int[] all = new int[nodes];
            Arrays.setAll(all, i -> i);
            return all;
        }
        int[] selected = new int[(nodes + 1) / 2 + (periodic || nodes % 2 == 1 ? 0 : 1)];
        Arrays.setAll(selected, i -> Math.min(2 * i, nodes - 1));
        return selected;
    }

    private static int[] below(int[] selected, int nodes) {
        int[] below = new int[nodes];
        int at = 0;
        for (int i = 0; i < nodes; i++) {
            at += at + 1 < selected.length && selected[at + 1] <= i ? 1 : 0;
            below[i] = at;
        }
        return below;
    }

    private static void split(int i, int[] nodes, int[] index) {
        int rest = i;
        for (int k = nodes.length - 1; k >= 0; k--) {
            index[k] = rest % nodes[k];
            rest /= nodes[k];
        }
    }

    private static int join(int[] index, int[] nodes) {
        int at = 0;
        for (int k = 0; k < nodes.length; k++) {
            at = at * nodes[k] + index[k];
        }
        return at;
    }

    /** Follows the links of the fine grid from a coarse node to the next one. */
    private void connect(int i, int s, int[] nodes, int[] neighbour, double[] inverse) {
        int k = s / 2;
        int[] index = new int[nodes.length];
        split(i, nodes, index);
        int from = selected[k][index[k]];
        boolean isUp = (s & 1) == 1;
        int next = index[k] + (isUp ? 1 : -1);
        neighbour[i] = i;
        if ((next < 0 || next >= nodes[k]) && !fine.periodic()[k]) {
            return;
        }
        next = (next + nodes[k]) % nodes[k];
        int length = Math.floorMod((selected[k][next] - from) * (isUp ? 1 : -1), fine.nodes()[k]);
        double distance = 0;
        int at = origin[i];
        for (int step = 0; step < length; step++) {
            if (fine.inverseSpacing()[s][at] == 0) {
                return;
            }
            distance += 1 / fine.inverseSpacing()[s][at];
            at = fine.neighbour()[s][at];
        }
        index[k] = next;
        neighbour[i] = join(index, nodes);
        inverse[i] = 1 / distance;
        path[s][i] = length;
    }

    /** The coarse nodes that a fine one is interpolated from; walls have no say, and exits are 0. */
    private void parents(int i) {
        int d = fine.dimension();
        int[] nodes = coarse.nodes();
        int[] index = new int[d];
        int[] corner = new int[d];
        split(i, fine.nodes(), index);
        double sum = 0;
        for (int c = 0; c < corners; c++) {
            double weight = fine.isFree()[i] ? 1 : 0;
            for (int k = 0; k < d; k++) {
                boolean isUpper = (c >> k & 1) == 1;
                int low = below[k][index[k]];
                boolean isBetween = selected[k][low] != index[k];
                corner[k] = isUpper ? (low + 1) % nodes[k] : low;
                weight *= isBetween ? 0.5 : isUpper ? 0 : 1;
            }
            int node = join(corner, nodes);
            parent[i * corners + c] = node;
            share[i * corners + c] = coarse.isWall()[node] ? 0 : weight;
            sum += share[i * corners + c];
        }
        for (int c = i * corners; c < (i + 1) * corners; c++) {
            share[c] = sum > 0 && coarse.isFree()[parent[c]] ? share[c] / sum : 0;
        }
    }

    /** x = P c in one slice. */
    void interpolate(double[] c, int coarseAt, double[] x, int fineAt) {
        for (int i = 0; i < fine.size(); i++) {
            double sum = 0;
            for (int p = i * corners; p < (i + 1) * corners; p++) {
                sum += share[p] * c[coarseAt + parent[p]];
            }
            x[fineAt + i] = sum;
        }
    }

    /** c = Pᵀ x in one slice. */
    void restrict(double[] x, int fineAt, double[] c, int coarseAt) {
        Arrays.fill(c, coarseAt, coarseAt + coarse.size(), 0);
        for (int i = 0; i < fine.size(); i++) {
            for (int p = i * corners; p < (i + 1) * corners; p++) {
                c[coarseAt + parent[p]] += share[p] * x[fineAt + i];
            }
        }
    }

    /** Fills one slice of the system on the coarse grid. */
    void restrict(SpaceTimeSystem from, int j, SpaceTimeSystem to) {
        int fineAt = j * fine.size();
        int coarseAt = j * coarse.size();
        to.growth = from.growth;
        restrictPhi(from, fineAt, to, coarseAt);
        for (int k = 0; k < fine.dimension(); k++) {
            restrictDiffusion(from.diffusion[k], fineAt, to.diffusion[k], coarseAt);
            restrictRates(k, from, from.rate, fineAt, to, to.rate, coarseAt);
            if (!from.isSymmetric()) {
                restrictRates(k, from, from.forwardRate, fineAt, to, to.forwardRate, coarseAt);
            }
            restrictConductance(k, from, fineAt, to, coarseAt);
        }
    }

    private void restrictPhi(SpaceTimeSystem from, int fineAt, SpaceTimeSystem to, int coarseAt) {
        int n = coarse.size();
        Arrays.fill(to.phi, coarseAt, coarseAt + n, 0);
        for (int i = 0; i < fine.size(); i++) {
            double w = fineWeight[i];
            for (int p = i * corners; p < (i + 1) * corners; p++) {
                to.phi[coarseAt + parent[p]] += share[p] * w * w * from.phi[fineAt + i];
            }
        }
        for (int i = 0; i < n; i++) {
            double w = coarseWeight[i];
            to.phi[coarseAt + i] = coarse.isFree()[i] ? to.phi[coarseAt + i] / (w * w) : 1;
        }
    }

    private void restrictDiffusion(double[] from, int fineAt, double[] to, int coarseAt) {
        for (int i = 0; i < coarse.size(); i++) {
            to[coarseAt + i] = from[fineAt + origin[i]];
        }
    }

    private void restrictRates(
            int k,
            SpaceTimeSystem from,
            double[][] fineRate,
            int fineAt,
            SpaceTimeSystem to,
            double[][] coarseRate,
            int coarseAt) {
        double[] below = coarse.inverseSpacing()[2 * k];
        double[] above = coarse.inverseSpacing()[2 * k + 1];
        for (int i = 0; i < coarse.size(); i++) {
            double d = to.diffusion[k][coarseAt + i];
            double width = width(below[i], above[i]);
            for (int s = 2 * k; s < 2 * k + 2; s++) {
                double inverse = coarse.inverseSpacing()[s][i];
                double drift = 0;
                int at = origin[i];
                for (int step = 0; step < path[s][i]; step++) {
                    drift += drift(s, fineRate[s], from.diffusion[k], fineAt, at);
                    at = fine.neighbour()[s][at];
                }
                coarseRate[s][coarseAt + i] = inverse == 0 ? 0 : drift / path[s][i] * inverse + d * inverse / width;
            }
        }
    }

    /** The width of a cell that ends halfway to its neighbours, and at the node where there is none. */
    private static double width(double below, double above) {
        return 0.5 * ((below > 0 ? 1 / below : 0) + (above > 0 ? 1 / above : 0));
    }

    /** Δt times the drift to a side. */
    private double drift(int s, double[] rate, double[] diffusion, int fineAt, int i) {
        double inverse = fine.inverseSpacing()[s][i];
        double width = width(fine.inverseSpacing()[s & ~1][i], fine.inverseSpacing()[s | 1][i]);
        return rate[fineAt + i] / inverse - diffusion[fineAt + i] / width;
    }

    private void restrictConductance(int k, SpaceTimeSystem from, int fineAt, SpaceTimeSystem to, int coarseAt) {
        double[] out = to.conductance[k];
        Arrays.fill(out, coarseAt, coarseAt + coarse.size(), 0);
        int[] upper = from.upperEnds(k);
        int[] coarseUpper = to.upperEnds(k);
        int nodes = fine.nodes()[k];
        int stride = 1;
        int coarseStride = 1;
        for (int l = k + 1; l < fine.dimension(); l++) {
            stride *= fine.nodes()[l];
            coarseStride *= coarse.nodes()[l];
        }
        for (int i = 0; i < fine.size(); i++) {
            double c = from.conductance[k][fineAt + i];
            if (c == 0 || upper[i] == i) {
                continue;
            }
            int index = i / stride % nodes;
            int low = below[k][index];
            int high = low + 1 < selected[k].length ? selected[k][low + 1] : nodes;
            double across = 1.0 / ((high - selected[k][low]) * (high - selected[k][low]));
            // The end with all of its corners on the lines beside: each counts once along the axis.
            int end = fine.isFree()[i] ? i : upper[i];
            for (int p = end * corners; p < (end + 1) * corners; p++) {
                if (share[p] > 0) {
                    int line = parent[p] - (parent[p] / coarseStride % coarse.nodes()[k] - low) * coarseStride;
                    if (coarseUpper[line] != line) {
                        out[coarseAt + line] += across * share[p] * c;
                    }
                }
            }
        }
    }
}
