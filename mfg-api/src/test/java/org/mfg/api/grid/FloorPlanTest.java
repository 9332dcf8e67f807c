package org.mfg.api.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mfg.api.InvalidInputException;

/** Walls and exits of a grid on the unit square. */
class FloorPlanTest {
    private static final Region PILLAR = Region.box(new double[] {0.4, 0.4}, new double[] {0.6, 0.6});

    @Test
    void theCellsOfNodesInAnObstacleAreNoPartOfTheDomain() {
        Grid grid = Grid.of(room().withObstacles(PILLAR), 11);
        // Nodes at multiples of 0.1: nine lie in the closed box, each with a cell of 0.01.
        assertThat(walls(grid)).isEqualTo(9);
        double[] one = new double[grid.size()];
        java.util.Arrays.fill(one, 1);
        assertThat(grid.integrate(one, 0)).isEqualTo(1 - 0.09, within(1e-14));
        assertThat(grid.isWall(5 * 11 + 5)).isTrue();
        assertThat(grid.weight(5 * 11 + 5)).isZero();
        assertThat(grid.cellVolume(5 * 11 + 5)).isEqualTo(0.01, within(1e-16));
    }

    @Test
    void aBallHoldsTheNodesUpToItsRadius() {
        Grid grid = Grid.of(room().withObstacles(Region.ball(new double[] {0.5, 0.5}, 0.1)), 11);
        assertThat(walls(grid)).isEqualTo(5);
    }

    @Test
    void aDoorHoldsTheNodesOfItsSideInTheOpening() {
        Grid grid = Grid.of(roomWith(new Door("front", Region.between(1, 0.4, 0.6), 2)), 11);
        assertThat(grid.exits()).singleElement().satisfies(exit -> {
            assertThat(exit.name()).isEqualTo("front");
            assertThat(exit.axis()).isZero();
            assertThat(exit.isUpper()).isTrue();
            assertThat(exit.cost()).isEqualTo(2);
            assertThat(exit.nodes()).containsExactly(10 * 11 + 4, 10 * 11 + 5, 10 * 11 + 6);
        });
        assertThat(grid.isExit(10 * 11 + 5)).isTrue();
        assertThat(grid.exitCost(10 * 11 + 5)).isEqualTo(2);
        assertThat(grid.isExit(10 * 11 + 3)).isFalse();
    }

    @Test
    void doorsOfOneSideThatOverlapAreRefusedAndThoseOfTwoMayShareTheCorner() {
        Door low = new Door("low", Region.between(1, 0, 0.5), 1);
        Door high = new Door("high", Region.between(1, 0.4, 1), 2);
        Door left = new Door("left", Region.between(0, 0.8, 1), 3);
        Boundary both = Boundary.noFlux().withDoor(low).withDoor(high);
        Domain overlapping = Domain.of(
                new Axis("x", 0, 1, Boundary.noFlux(), both),
                new Axis("y", 0, 1, Boundary.noFlux(), Boundary.noFlux()));
        refuses(overlapping, 11, "doors low and high must not overlap, but both contain [1.0, 0.4]");

        Domain corner = Domain.of(
                new Axis("x", 0, 1, Boundary.noFlux(), Boundary.noFlux().withDoor(high)),
                new Axis("y", 0, 1, Boundary.noFlux(), Boundary.noFlux().withDoor(left)));
        assertThat(Grid.of(corner, 11).exits())
                .extracting(e -> e.nodes().length)
                .containsExactly(7, 2);
    }

    @Test
    void twoDoorsOfOneNameAreRefusedWhereverTheyAre() {
        Door door = new Door("front", Region.between(1, 0.4, 0.6), 0);
        Boundary wall = Boundary.noFlux().withDoor(door);

        assertThatThrownBy(() -> Domain.of(new Axis("x", 0, 1, wall, wall), Axis.noFlux("y", 0, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("doors must have different names, was front twice");
    }

    @Test
    void aCornerOfTwoExitsBelongsToTheFirst() {
        Boundary exit = Boundary.exit(0);
        Domain domain =
                Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), exit), new Axis("y", 0, 1, Boundary.noFlux(), exit));
        List<Exit> exits = Grid.of(domain, 5).exits();
        assertThat(exits).extracting(Exit::name).containsExactly("exit at x = 1", "exit at y = 1");
        assertThat(exits.get(0).nodes()).hasSize(5);
        assertThat(exits.get(1).nodes()).hasSize(4);
        assertThat(exits).extracting(Exit::axis).containsExactly(0, 1);
        assertThat(exits).extracting(Exit::isUpper).containsExactly(true, true);
        Domain mirrored =
                Domain.of(new Axis("x", 0, 1, exit, Boundary.noFlux()), new Axis("y", 0, 1, exit, Boundary.noFlux()));
        assertThat(Grid.of(mirrored, 5).exits()).extracting(Exit::isUpper).containsExactly(false, false);
    }

    @Test
    void aMaskHoldsTheNodesItWasDrawnForAndThoseOfCoarserGrids() {
        Domain plain = room();
        boolean[] inside = new boolean[25];
        inside[2 * 5 + 2] = true;
        inside[3 * 5 + 2] = true;
        Domain domain = plain.withObstacles(new Mask(plain.axes(), new int[] {5, 5}, inside));
        assertThat(walls(Grid.of(domain, 5))).isEqualTo(2);
        assertThat(Grid.of(domain, 5).isWall(3 * 5 + 2)).isTrue();
        assertThat(walls(Grid.of(domain, 3))).isEqualTo(1);
        refuses(domain, 9, "mask must have the shape of the grid, 9 x 9, or of one that contains its nodes, was 5 x 5");
        refuses(domain, 4, "mask must have the shape of the grid, 4 x 4, or of one that contains its nodes, was 5 x 5");
    }

    /** Nodes at 0, 1/64, 1/8, 27/64 and 1 along x, which are far from even. */
    @Test
    void aMaskOnAGradedAxisIsDrawnNodeByNodeToo() {
        Domain plain = Domain.of(Axis.noFlux("x", 0, 1).graded(Grading.power(3)), Axis.noFlux("y", 0, 1));
        boolean[] inside = new boolean[25];
        inside[5 + 1] = true;
        inside[2 * 5 + 2] = true;
        Mask mask = new Mask(plain.axes(), new int[] {5, 5}, inside);
        Grid grid = Grid.of(plain.withObstacles(mask), 5);
        for (int i = 0; i < 25; i++) {
            assertThat(grid.isWall(i)).as("node " + i).isEqualTo(inside[i]);
        }
        Grid coarse = Grid.of(plain.withObstacles(mask), 3);
        for (int i = 0; i < 9; i++) {
            assertThat(coarse.isWall(i)).as("node " + i).isEqualTo(i == 4);
        }
    }

    @Test
    void aPointIsWhereItsNearestNodeIs() {
        List<Axis> axes = List.of(new Axis("x", 1, 3, Boundary.noFlux(), Boundary.noFlux()), Axis.periodic("y", -1, 3));
        boolean[] inside = new boolean[3 * 4];
        inside[4] = true;
        inside[2 * 4 + 3] = true;
        Mask mask = new Mask(axes, new int[] {3, 4}, inside);
        // (2, -1), which is (2, 3) as well, with half a cell to each side; and (3, 2).
        for (double y : new double[] {-1, -0.51, 2.51, 3, 3.49, 6.6, -5}) {
            assertThat(mask.contains(new double[] {2, y})).as("y " + y).isTrue();
            assertThat(mask.contains(new double[] {1.51, y})).isTrue();
            assertThat(mask.contains(new double[] {2.49, y})).isTrue();
            assertThat(mask.contains(new double[] {1.49, y})).isFalse();
            assertThat(mask.contains(new double[] {2.51, y})).isFalse();
        }
        for (double y : new double[] {-0.49, 2.49}) {
            assertThat(mask.contains(new double[] {2, y})).as("y " + y).isFalse();
        }
        assertThat(mask.contains(new double[] {3, 2})).isTrue();
        assertThat(mask.contains(new double[] {3, 1.49})).isFalse();
    }

    @Test
    void aMaskWithAnotherNumberOfValuesThanNodesIsRefused() {
        assertThatThrownBy(() -> new Mask(room().axes(), new int[] {3, 3}, new boolean[8]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("mask must have a value for each node of 2 axes, was 8 values of shape 3 x 3");
    }

    @Test
    void obstaclesThatCutTheDomainInTwoAreRefusedWithAPointOfEachPart() {
        Region wall = Region.box(new double[] {0.45, -1}, new double[] {0.55, 2});
        refuses(
                room().withObstacles(wall),
                11,
                "obstacles must leave the domain in one piece, but cut off [0.6, 0.0] from [0.0, 0.0]");
    }

    @Test
    void aDomainThatIsConnectedAroundARingIsInOnePiece() {
        Domain ring = Domain.of(Axis.periodic("x", 0, 1), Axis.noFlux("y", 0, 1))
                .withObstacles(Region.box(new double[] {0.45, -1}, new double[] {0.55, 2}));
        assertThat(walls(Grid.of(ring, 10, 5))).isEqualTo(5);
    }

    @Test
    void aPocketBehindADoorIsCutOff() {
        Domain domain = roomWith(new Door("front", Region.between(1, 0.7, 0.95), 0))
                .withObstacles(Region.box(new double[] {0.85, 0.65}, new double[] {0.95, 2}));
        refuses(domain, 11, "cut off [1.0, 1.0] from [0.0, 0.0]");
    }

    @Test
    void aDoorHiddenInAnObstacleIsRefused() {
        Domain domain = roomWith(new Door("front", Region.between(1, 0.4, 0.6), 0))
                .withObstacles(Region.ball(new double[] {1, 0.5}, 0.2));
        refuses(domain, 11, "door front must not be hidden, but an obstacle covers it");
    }

    @Test
    void aDoorBetweenTheNodesOrBesideItsSideIsRefused() {
        String message = "door front must contain a node of its side, but lies outside the side or between the nodes of"
                + " Grid[11, 11]";
        refuses(roomWith(new Door("front", Region.between(1, 0.42, 0.48), 0)), 11, message);
        refuses(roomWith(new Door("front", Region.between(1, 1.2, 1.4), 0)), 11, message);
    }

    @Test
    void anObstacleBetweenTheNodesIsRefusedSinceItWouldVanish() {
        Domain domain = room().withObstacles(PILLAR, Region.ball(new double[] {0.25, 0.25}, 0.02));
        refuses(domain, 11, "obstacle 2 must contain a node of the grid");
    }

    @Test
    void obstaclesThatCoverEverythingAreRefused() {
        refuses(room().withObstacles(x -> true), 11, "obstacles must not cover the whole domain");
    }

    @Test
    void anObstacleOfAnotherDimensionIsRefused() {
        refuses(
                room().withObstacles(Region.ball(new double[] {0.5}, 0.1)),
                11,
                "center must have 2 coordinates, was [0.5]");
    }

    @Test
    void onlyAWallHasDoors() {
        Door door = new Door("front", x -> true, 0);
        assertThatThrownBy(() -> Boundary.periodic().withDoor(door))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("door must be in a no-flux side, was front in a side that is periodic");
        assertThatThrownBy(() -> Boundary.exit(0).withDoor(door)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void axesMustNotBeNamedLikeTheResults() {
        assertThatThrownBy(() -> Domain.of(Axis.noFlux("m", 0, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("name of an axis must not be t, u or m, was m");
    }

    private static Domain room() {
        return Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1));
    }

    /** The room with a door at x = 1. */
    private static Domain roomWith(Door door) {
        Boundary wall = Boundary.noFlux();
        return Domain.of(new Axis("x", 0, 1, wall, wall.withDoor(door)), Axis.noFlux("y", 0, 1));
    }

    private static int walls(Grid grid) {
        int count = 0;
        for (int i = 0; i < grid.size(); i++) {
            count += grid.isWall(i) ? 1 : 0;
        }
        return count;
    }

    private static void refuses(Domain domain, int nodes, String message) {
        assertThatThrownBy(() -> Grid.of(domain, nodes))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }
}
