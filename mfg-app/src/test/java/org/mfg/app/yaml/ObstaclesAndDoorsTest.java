package org.mfg.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.app.CommandRun;

/** Rooms in files. On 9 x 5 nodes, spacing 0.25. */
class ObstaclesAndDoorsTest {
    private static final String BOX = "box: {x: [0.6, 1.1], y: [0, 0.3]}";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void paths() {
        file = folder.resolve("room.yaml");
    }

    @Test
    void aMaskInEveryFormatIsTheBoxItDraws() throws IOException {
        byte[] drawn = solution(BOX);

        Files.writeString(folder.resolve("walls.csv"), text(","));
        assertThat(solution("mask: walls.csv")).isEqualTo(drawn);
        Files.writeString(folder.resolve("walls.txt"), text(" "));
        assertThat(solution("mask: walls.txt")).isEqualTo(drawn);
        Files.write(folder.resolve("walls.npy"), npy());
        assertThat(solution("mask: walls.npy")).isEqualTo(drawn);
        ImageIO.write(picture(), "png", folder.resolve("walls.png").toFile());
        assertThat(solution("mask: walls.png")).isEqualTo(drawn);
    }

    @Test
    void anOmittedAxisMeansAllOfIt() throws IOException {
        assertThat(solution("box: {x: [0.6, 1.1], y: [-3, 0.3]}")).isEqualTo(solution(BOX));
        room("box: {x: [0.6, 1.1]}", "axis: x, side: upper, opening: {y: [0.2, 0.8]}");
        assertComplaint("obstacles must leave the domain in one piece, but cut off [1.25, 0.0] from [0.0, 0.0]", 6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6 | box: {x: [1.1, 0.6]}                        | x must go from a lower to a higher coordinate, was a list
            6 | box: {x: [0.6, 1.1, 2]}                     | x must be a range such as [0.4, 0.6], was a list
            6 | box: {x: [7, 8]}                            | x must have a range that meets that of the axis, [0.0, 2.0], was [7.0, 8.0]
            6 | box: {z: [7, 8]}                            | unknown axis of a range 'z'
            6 | box: {}                                     | box must have a range for an axis, was a map
            6 | disc: {center: [1, 1], radius: 1}           | unknown kind of obstacle 'disc' (known: box, ball, mask)
            6 | ball: {center: [1], radius: 1}              | center must be a list of a number for each of the axes, was a list
            6 | ball: {center: [1, 0.5], radius: 0}         | radius must be finite and > 0, was 0.0
            6 | ball: {center: [1, 0.5]}                    | radius is missing
            6 | ball: {center: [1.1, 0.6], radius: 0.01}    | obstacle 1 must contain a node of the grid
            6 | ball: {center: [2, 0.5], radius: 0.4}       | an obstacle covers it
            6 | mask: nowhere.png                           | mask must be a file that exists, was 'nowhere.png'
            6 | mask: room.yaml                             | mask must be a picture such as .png, or an array: .npy, .csv or .txt, was 'room.yaml'
            6 | mask: other.csv                             | mask must have the shape of the grid, 9 x 5, or of one that contains its nodes, was 2 x 3
            6 | mask: ragged.csv                            | mask must have rows of the same length, was 3 and 2
            6 | mask: words.csv                             | mask must have numbers, 0 for free and 1 for wall, was 'wall'
            6 | mask: short.npy                             | mask must be a file in NumPy's format .npy
            """)
    void aMistakeInAnObstacleIsOneLineWithItsPlace(int line, String obstacle, String message) throws IOException {
        Files.writeString(folder.resolve("other.csv"), "0 0 1\n0 0 0\n");
        Files.writeString(folder.resolve("ragged.csv"), "0 0 1\n0 0\n");
        Files.writeString(folder.resolve("words.csv"), "wall\n");
        Files.writeString(folder.resolve("short.npy"), "\u0093NUM");
        room(obstacle, "axis: x, side: upper, opening: {y: [0.2, 0.8]}");
        assertComplaint(message, obstacle.contains("[2, 0.5]") ? 8 : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            axis: z, side: upper, opening: {y: [0.2, 0.8]}      | axis must be one of x, y, was z
            axis: x, side: left, opening: {y: [0.2, 0.8]}       | side must be one of lower, upper, was left
            axis: x, side: upper, opening: {x: [0.2, 0.8]}      | unknown axis of a range 'x'
            axis: x, side: upper, opening: {y: [2, 3]}          | y must have a range that meets that of the axis, [0.0, 1.0]
            axis: x, side: upper, opening: {y: [0.3, 0.4]}      | door door 1 must contain a node of its side
            axis: x, side: upper                                | opening is missing
            axis: y, side: lower, opening: {x: [0.2, 0.8]}      | door must be in a no-flux side, was door 1 in a side that is periodic
            axis: x, side: lower, opening: {y: [0, 1]}          | door must be in a no-flux side, was door 1 in a side that is an exit as a whole
            axis: x, side: upper, opening: {y: [0, 1]}, cost: 1 | unknown key of a door 'cost'
            """)
    void aMistakeInADoorIsOneLineWithItsPlace(String door, String message) throws IOException {
        room("ball: {center: [1, 0.5], radius: 0.1}", door);
        String text = Files.readString(file);
        String y = door.contains("axis: y") ? "boundary: periodic" : "boundary: no-flux";
        String x = door.contains("lower, opening: {y") ? "lower-boundary: exit" : "lower-boundary: no-flux";
        Files.writeString(file, text.replace("YBOUNDARY", y).replace("XBOUNDARY", x));
        assertComplaint(message, 8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: a, axis: x, side: upper, opening: {y: [0.5, 1]}   | doors a and b must not overlap, but both contain [2.0, 0.5]
            name: b, axis: x, side: upper, opening: {y: [0.75, 1]}  | doors must have different names, was b twice
            """)
    void twoDoorsOfOneNameOrInOnePlaceAreOneLineWithTheirPlace(String first, String message) throws IOException {
        room(
                "ball: {center: [1, 0.5], radius: 0.1}",
                first + "}\n    - {name: b, axis: x, side: upper, opening: {y: [0, 0.5]}");
        String text = Files.readString(file);
        Files.writeString(
                file, text.replace("YBOUNDARY", "boundary: no-flux").replace("XBOUNDARY", "lower-boundary: no-flux"));
        assertComplaint(message, 8);
    }

    private void room(String obstacle, String door) throws IOException {
        Files.writeString(file, """
                name: room
                domain:
                  x: {lower: 0, upper: 2, XBOUNDARY}
                  y: {lower: 0, upper: 1, YBOUNDARY}
                  obstacles:
                    - {OBSTACLE}
                  doors:
                    - {DOOR}
                horizon: 0.5
                viscosity: 0.1
                hamiltonian: quadratic
                running-cost: 1
                initial-density: 1
                grid: {nodes: [9, 5], steps: 4}
                """.replace("OBSTACLE", obstacle).replace("DOOR", door));
    }

    private byte[] solution(String obstacle) throws IOException {
        room(obstacle, "name: front, axis: x, side: upper, opening: {y: [0.2, 0.8]}, exit-cost: 0.1");
        plainBoundaries();
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of("run", file.toString(), "--no-figures", "--out", out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return Files.readAllBytes(out.resolve("solution.npz"));
    }

    private void plainBoundaries() throws IOException {
        String text = Files.readString(file);
        Files.writeString(
                file, text.replace("XBOUNDARY", "boundary: no-flux").replace("YBOUNDARY", "boundary: no-flux"));
    }

    private void assertComplaint(String message, int line) throws IOException {
        plainBoundaries();
        CommandRun run = CommandRun.of(
                "run", file.toString(), "--out", folder.resolve("none").toString());
        assertThat(run.err()).startsWith("mfg: ").contains(message).contains("(" + file + ":" + line + ")");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
    }

    /** Whether the node is in the box. */
    private static boolean isWall(int i, int j) {
        return (i == 3 || i == 4) && j <= 1;
    }

    /** A row for each node of x. */
    private static String text(String separator) {
        return IntStream.range(0, 9)
                .mapToObj(i -> IntStream.range(0, 5)
                        .mapToObj(j -> isWall(i, j) ? "1" : "0")
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\n"));
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(9, 5, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 5; j++) {
                picture.setRGB(i, 4 - j, isWall(i, j) ? 0 : 0xffffff);
            }
        }
        return picture;
    }

    private static byte[] npy() throws IOException {
        byte[] header =
                "{'descr': '<i2', 'fortran_order': False, 'shape': (9, 5), }\n".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.write(new byte[] {(byte) header.length, 0});
        out.write(header);
        ByteBuffer data = ByteBuffer.allocate(90).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, 45).forEach(at -> data.putShort((short) (isWall(at / 5, at % 5) ? 256 : 0)));
        out.write(Arrays.copyOf(data.array(), 90));
        return out.toByteArray();
    }
}
