package org.mfg.api.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.mfg.api.InvalidInputException;

/**
 * The walls and the exits of a grid: which nodes lie in an obstacle, and which on an exit. Checks that the plan makes
 * sense: no obstacle or exit falls between the nodes, no exit is hidden in an obstacle, and the free nodes hang together.
 */
final class FloorPlan {
    private final Grid grid;
    private final boolean[] isWall;
    private final boolean[] isExit;
    private final double[] exitCost;
    private final List<Exit> exits = new ArrayList<>();

    private FloorPlan(Grid grid) {
        this.grid = grid;
        isWall = new boolean[grid.size()];
        isExit = new boolean[grid.size()];
        exitCost = new double[grid.size()];
    }

    static FloorPlan of(Grid grid) {
        FloorPlan plan = new FloorPlan(grid);
        plan.addObstacles();
        plan.addExits();
        if (!grid.domain().obstacles().isEmpty()) {
            plan.checkConnected();
        }
        return plan;
    }

    boolean isWall(int i) {
        return isWall[i];
    }

    boolean isExit(int i) {
        return isExit[i];
    }

    double exitCost(int i) {
        return exitCost[i];
    }

    List<Exit> exits() {
        return Collections.unmodifiableList(exits);
    }

    private void addObstacles() {
        int[] nodes = IntStream.range(0, grid.dimension()).map(grid::nodes).toArray();
        List<Region> obstacles = grid.domain().obstacles();
        for (int o = 0; o < obstacles.size(); o++) {
            Region obstacle = obstacles.get(o);
            obstacle.check(grid.domain(), nodes);
            int[] inside = nodesIn(obstacle);
            if (inside.length == 0) {
                throw InvalidInputException.because(
                        "obstacle",
                        "obstacle " + (o + 1)
                                + " must contain a node of the grid, but lies outside the domain or between"
                                + " the nodes of " + grid);
            }
            for (int i : inside) {
                isWall[i] = true;
            }
        }
    }

    private int[] nodesIn(Region region) {
        double[] x = new double[grid.dimension()];
        return IntStream.range(0, grid.size())
                .filter(i -> {
                    grid.position(i, x);
                    return region.contains(x);
                })
                .toArray();
    }

    private void addExits() {
        for (int k = 0; k < grid.dimension(); k++) {
            Axis axis = grid.domain().axis(k);
            addExits(k, false, axis.lowerBoundary(), axis.lower());
            addExits(k, true, axis.upperBoundary(), axis.upper());
        }
    }

    private void addExits(int k, boolean isUpper, Boundary boundary, double at) {
        if (boundary.kind() == Boundary.Kind.EXIT) {
            String name = "exit at " + grid.domain().axis(k).name() + " = "
                    + (at == Math.rint(at) ? Long.toString((long) at) : Double.toString(at));
            addExit(k, isUpper, new Door(name, x -> true, boundary.exitCost()));
        }
        for (int i = 0; i < boundary.doors().size(); i++) {
            Door door = boundary.doors().get(i);
            addExit(k, isUpper, door);
            boundary.doors().subList(0, i).forEach(other -> checkApart(k, isUpper, other, door));
        }
    }

    /** Doors of two sides may share the corner; in one side, a node of two doors would have two costs. */
    private void checkApart(int k, boolean isUpper, Door one, Door other) {
        int end = isUpper ? grid.nodes(k) - 1 : 0;
        double[] x = new double[grid.dimension()];
        for (int i = 0; i < grid.size(); i++) {
            grid.position(i, x);
            if (grid.index(i, k) == end
                    && one.opening().contains(x)
                    && other.opening().contains(x)) {
                throw InvalidInputException.because(
                        "door",
                        "doors " + one.name() + " and " + other.name() + " must not overlap, but both contain "
                                + place(i));
            }
        }
    }

    private void addExit(int k, boolean isUpper, Door door) {
        door.opening().check(grid.domain());
        int end = isUpper ? grid.nodes(k) - 1 : 0;
        double[] x = new double[grid.dimension()];
        int[] onSide = IntStream.range(0, grid.size())
                .filter(i -> grid.index(i, k) == end)
                .filter(i -> {
                    grid.position(i, x);
                    return door.opening().contains(x);
                })
                .toArray();
        if (onSide.length == 0) {
            throw InvalidInputException.because(
                    "door",
                    "door " + door.name() + " must contain a node of its side, but lies outside the side or between the"
                            + " nodes of " + grid);
        }
        int[] open = Arrays.stream(onSide).filter(i -> !isWall[i]).toArray();
        if (open.length == 0) {
            throw InvalidInputException.because(
                    "door", "door " + door.name() + " must not be hidden, but an obstacle covers it");
        }
        int[] own = Arrays.stream(open).filter(i -> !isExit[i]).toArray();
        for (int i : own) {
            isExit[i] = true;
            exitCost[i] = door.exitCost();
        }
        exits.add(new Exit(door.name(), k, isUpper, door.exitCost(), own));
    }

    /** Nobody walks through an exit and back in: it does not connect the nodes on its sides. */
    private void checkConnected() {
        int start = firstFree(new boolean[grid.size()]);
        if (start < 0) {
            throw InvalidInputException.because("obstacles", "obstacles must not cover the whole domain");
        }
        boolean[] reached = reachedFrom(start);
        int other = firstFree(reached);
        if (other >= 0) {
            throw InvalidInputException.because(
                    "obstacles",
                    "obstacles must leave the domain in one piece, but cut off " + place(other) + " from "
                            + place(start));
        }
    }

    private int firstFree(boolean[] apartFrom) {
        return IntStream.range(0, grid.size())
                .filter(i -> !apartFrom[i] && !isWall[i] && !isExit[i])
                .findFirst()
                .orElse(-1);
    }

    /** Flood fill over links between neighbours. */
    private boolean[] reachedFrom(int start) {
        boolean[] reached = new boolean[grid.size()];
        int[] queue = new int[grid.size()];
        int end = 0;
        queue[end++] = start;
        reached[start] = true;
        for (int begin = 0; begin < end; begin++) {
            for (int s = 0; s < 2 * grid.dimension(); s++) {
                int next = grid.neighbour(queue[begin], s);
                if (next >= 0 && !isWall[next] && !isExit[next] && !reached[next]) {
                    reached[next] = true;
                    queue[end++] = next;
                }
            }
        }
        return reached;
    }

    private String place(int i) {
        double[] x = new double[grid.dimension()];
        grid.position(i, x);
        return Arrays.toString(x);
    }
}
