package org.mfg.solvers.finitedifferences;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mfg.api.InvalidInputException;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;

/**
 * What the crowd of a game has to keep to, on a grid.
 *
 * @param target the density at the end, one level
 * @param ceiling the largest density, a field
 * @param pressure the pressure of the ceiling, a field that solvers set
 */
record CrowdConstraints(Optional<double[]> target, Optional<double[]> ceiling, Optional<double[]> pressure) {

    /** A crowd with less room than this, as a part of it, cannot move. */
    private static final double LEAST_ROOM = 1e-6;

    /**
     * @param m0 the initial density on the grid
     * @throws InvalidInputException if no crowd can keep to them
     */
    static CrowdConstraints of(MeanFieldGame game, Grid grid, TimeGrid time, Mesh mesh, double[] m0) {
        Optional<double[]> target = game.targetDensity().map(m -> {
            double[] sampled = NormalizedDensity.of("target density", m, grid, mesh);
            checkTarget(sampled, mesh);
            return sampled;
        });
        Optional<double[]> ceiling = game.ceiling().map(f -> sampled(f, time, mesh));
        ceiling.ifPresent(c -> {
            if (!game.domain().hasExits()) {
                checkRoom(c, time, mesh, new MassSource(game, grid, time, mesh));
            }
            checkBelow("initial density", m0, c, 0, mesh);
            target.ifPresent(m -> checkBelow("target density", m, c, time.steps() * mesh.size, mesh));
        });
        return new CrowdConstraints(target, ceiling, ceiling.map(c -> new double[c.length]));
    }

    private static void checkTarget(double[] target, Mesh mesh) {
        boolean[] isFixed = new boolean[mesh.size];
        for (int node : mesh.fixed) {
            isFixed[node] = true;
        }
        for (int i = 0; i < mesh.size; i++) {
            if (!isFixed[i] && target[i] == 0) {
                throw InvalidInputException.because(
                        "target density",
                        "target density must be > 0 everywhere, was 0 at " + Arrays.toString(mesh.position[i])
                                + ": no crowd leaves a place altogether; add a little, for example 1e-6");
            }
        }
        if (isApart(mesh, isFixed)) {
            throw InvalidInputException.because(
                    "target density", "target density must not be given where obstacles keep agents apart for ever");
        }
    }

    /** Whether there is a free node that no path leads to from the first one. */
    private static boolean isApart(Mesh mesh, boolean[] isReached) {
        int[] queue = new int[mesh.size];
        int first = 0;
        while (isReached[first]) {
            first++;
        }
        isReached[first] = true;
        queue[0] = first;
        int count = 1;
        for (int k = 0; k < count; k++) {
            for (int[] neighbour : mesh.neighbour) {
                int next = neighbour[queue[k]];
                if (!isReached[next]) {
                    isReached[next] = true;
                    queue[count++] = next;
                }
            }
        }
        for (boolean reached : isReached) {
            if (!reached) {
                return true;
            }
        }
        return false;
    }

    private static double[] sampled(SpaceTimeFunction ceiling, TimeGrid time, Mesh mesh) {
        double[] sampled = new double[time.levels() * mesh.size];
        for (int j = 0; j < time.levels(); j++) {
            for (int i = 0; i < mesh.size; i++) {
                double most = ceiling.at(time.time(j), mesh.position[i].clone());
                if (!(most > 0 && most <= Double.MAX_VALUE)) {
                    throw InvalidInputException.of(
                            "ceiling",
                            "be finite and > 0 everywhere",
                            most + " at t = " + time.time(j) + ", " + Arrays.toString(mesh.position[i]));
                }
                sampled[j * mesh.size + i] = most;
            }
        }
        return sampled;
    }

    private static void checkRoom(double[] ceiling, TimeGrid time, Mesh mesh, MassSource source) {
        double mass = 1;
        for (int j = 0; j < time.levels(); j++) {
            mass += j == 0 ? 0 : source.total(j);
            double room = 0;
            for (int i = 0; i < mesh.size; i++) {
                room += mesh.weight[i] * ceiling[j * mesh.size + i];
            }
            if (room <= (1 + LEAST_ROOM) * mass) {
                throw InvalidInputException.because(
                        "ceiling",
                        String.format(
                                Locale.ROOT,
                                "ceiling must leave more room than the whole crowd takes, but at t = %.4g there is room for %.8g and the crowd's mass is %.8g",
                                time.time(j),
                                room,
                                mass));
            }
        }
    }

    private static void checkBelow(String field, double[] density, double[] ceiling, int at, Mesh mesh) {
        int worst = 0;
        for (int i = 0; i < mesh.size; i++) {
            worst = density[i] - ceiling[at + i] > density[worst] - ceiling[at + worst] ? i : worst;
        }
        if (density[worst] > ceiling[at + worst]) {
            throw InvalidInputException.because(
                    "ceiling",
                    String.format(
                            Locale.ROOT,
                            "ceiling must be at least the %s, but at %s, where it is farthest below, it is %s and the density %s",
                            field,
                            Arrays.toString(mesh.position[worst]),
                            ceiling[at + worst],
                            density[worst]));
        }
    }
}
