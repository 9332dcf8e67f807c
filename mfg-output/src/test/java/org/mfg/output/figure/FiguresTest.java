package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.grid.TimeGrid;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FiguresTest {
    private static final Map<Figure, List<String>> TEXTS = Map.ofEntries(
            Map.entry(
                    Figure.CONVERGENCE,
                    List.of("iteration", "distance from equilibrium", "HJB residual", "exploitability")),
            Map.entry(Figure.DENSITY_3D, List.of("time t", "position x", "density m(t, x)")),
            Map.entry(Figure.VALUE_3D, List.of("time t", "position x", "value u(t, x)")),
            Map.entry(Figure.DENSITY_HEATMAP, List.of("time t", "position x", "density m(t, x)")),
            Map.entry(Figure.VALUE_HEATMAP, List.of("time t", "position x", "value u(t, x)")),
            Map.entry(
                    Figure.SLICES,
                    List.of("t = 0", "t = 0.25", "t = 1", "position x", "density m(t, x)", "value u(t, x)")),
            Map.entry(Figure.PRESSURE_HEATMAP, List.of("time t", "position x", "pressure P(t, x)")),
            Map.entry(Figure.DATA, List.of("position x", "initial density m(0, x)", "terminal cost u(T, x)")),
            Map.entry(Figure.DENSITY, List.of("t = 0", "t = 0.25", "t = 1", "x", "y", "density m")),
            Map.entry(Figure.VALUE, List.of("t = 0", "t = 0.5", "x", "y", "value u")),
            Map.entry(Figure.MASS, List.of("time t", "mass", "inside", "exit at x = 1")),
            Map.entry(Figure.STATIONARY, List.of("position x", "density m(x)", "value u(x)")));

    @TempDir
    Path folder;

    @Test
    void allFiguresAreWrittenAsPngSvgAndPdfAndNothingElseIsLeft() throws IOException {
        List<Path> written = Samples.write(folder, Samples.walk(40, 40));
        assertThat(written).hasSize(3 * 7);
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(written.get(0)).hasFileName("convergence.png");
        assertThat(written.get(1)).hasFileName("convergence.svg");
        assertThat(written.get(2)).hasFileName("convergence.pdf");
    }

    @Test
    void onlyTheWantedFiguresAreWritten() throws IOException {
        assertThat(Samples.write(folder, Samples.walk(10, 10), Set.of(Figure.DATA)))
                .containsExactly(folder.resolve("data.png"), folder.resolve("data.svg"), folder.resolve("data.pdf"));
        assertThat(Samples.write(folder, Samples.walk(10, 10), Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPngIsSixteenHundredPixelsWideAndShowsSomethingWithinWhiteMargins(Figure figure) throws IOException {
        Samples.write(folder, subject(figure), Set.of(figure));
        BufferedImage image =
                ImageIO.read(folder.resolve(figure.stem() + ".png").toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isBetween(600, 1300);
        int ink = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(0, y)).isEqualTo(0xffffffff);
            assertThat(image.getRGB(1599, y)).isEqualTo(0xffffffff);
            for (int x = 0; x < 1600; x++) {
                ink += image.getRGB(x, y) == 0xffffffff ? 0 : 1;
            }
        }
        for (int x = 0; x < 1600; x++) {
            assertThat(image.getRGB(x, 0)).isEqualTo(0xffffffff);
            assertThat(image.getRGB(x, image.getHeight() - 1)).isEqualTo(0xffffffff);
        }
        assertThat(ink).isGreaterThan(20_000);
    }

    @ParameterizedTest
    @EnumSource
    void anSvgIsXmlWithTheLabelsAsText(Figure figure) throws Exception {
        Samples.write(folder, subject(figure), Set.of(figure));
        Path file = folder.resolve(figure.stem() + ".svg");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(document.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 640 ");
        NodeList nodes = document.getElementsByTagName("text");
        List<String> texts = Stream.iterate(0, k -> k < nodes.getLength(), k -> k + 1)
                .map(k -> nodes.item(k).getTextContent())
                .toList();
        assertThat(texts).containsAll(TEXTS.get(figure));
        assertThat(Samples.drawing(file)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void theSameEquilibriumGivesTheSameFiles() throws IOException {
        Map<Path, byte[]> first = new HashMap<>();
        for (Path file : Samples.write(folder, Samples.walk(20, 20))) {
            first.put(file, Files.readAllBytes(file));
        }
        for (Path file : Samples.write(folder, Samples.walk(20, 20))) {
            assertThat(file).hasBinaryContent(first.get(file));
        }
    }

    @Test
    void filesOfALargeGridAreOfReasonableSize() throws IOException {
        Equilibrium large = Samples.of(500, 500, Samples::gaussian, Samples::paraboloid, Samples.slowHistory(2000));
        for (Path file : Samples.write(folder, large)) {
            assertThat(file).satisfies(f -> assertThat(Files.size(f)).isLessThan(1_000_000));
        }
    }

    @Test
    void aFieldThatIsRoughEverywhereStillGivesASurfaceOfReasonableSize() throws IOException {
        Equilibrium rough =
                Samples.of(200, 200, (t, x) -> Math.sin(1e4 * x + 3e4 * t), (t, x) -> 0, Samples.quadraticHistory());
        for (Path file : Samples.write(folder, rough, Set.of(Figure.DENSITY_3D))) {
            assertThat(file).satisfies(f -> assertThat(Files.size(f)).isLessThan(2_000_000));
        }
    }

    @Test
    void aPlaneHasItsOwnFiguresAndAnAnimation() throws IOException {
        Equilibrium equilibrium = plane(Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1)));

        assertThat(Figure.of(Samples.game(equilibrium)))
                .containsExactly(Figure.CONVERGENCE, Figure.DATA, Figure.DENSITY, Figure.VALUE);
        assertThat(Samples.write(folder, equilibrium)).hasSize(13);
        assertThat(Samples.drawing(folder.resolve("data.svg"))).contains("initial density", "terminal cost");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream gif =
                ImageIO.createImageInputStream(folder.resolve("density.gif").toFile())) {
            reader.setInput(gif);
            assertThat(reader.getNumImages(true)).as("a frame for each level").isEqualTo(5);
        }
        assertThatThrownBy(() -> Samples.write(folder, equilibrium, EnumSet.of(Figure.SLICES)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("slices")
                .hasMessageContaining("2 axes");
        assertThatThrownBy(() -> Samples.write(folder, equilibrium, EnumSet.of(Figure.MASS)))
                .hasMessageContaining("exits");
    }

    @Test
    void obstaclesAreGreyAndExitsHaveACurve() throws IOException {
        Domain room = Domain.of(new Axis("x", 0, 10, Boundary.noFlux(), Boundary.exit(0)), Axis.noFlux("y", 0, 1))
                .withObstacles(Region.ball(new double[] {5, 0.5}, 0.3));
        Equilibrium equilibrium = plane(room);

        Samples.write(folder, equilibrium);
        assertThat(folder.resolve("mass.svg")).exists();
        BufferedImage first = ImageIO.read(folder.resolve("density.gif").toFile());
        assertThat(colors(first)).contains(Style.MISSING);
    }

    private static Set<Integer> colors(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(rgb).mapToObj(color -> color & 0xffffff).collect(Collectors.toSet());
    }

    /** Something that the figure can be drawn of. */
    private static Equilibrium subject(Figure figure) {
        Domain way = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0)), Axis.noFlux("y", 0, 1));
        return switch (figure) {
            case DENSITY, VALUE, MASS -> plane(way);
            case STATIONARY -> Samples.walk(30, 1);
            case PRESSURE_HEATMAP ->
                Samples.walk(30, 40).withPressure(Samples.walk(30, 40).m());
            default -> Samples.walk(30, 40);
        };
    }

    private static Equilibrium plane(Domain domain) {
        Grid grid = Grid.of(domain, 21);
        TimeGrid time = new TimeGrid(1, 4);
        double[] u = new double[time.levels() * grid.size()];
        double[] m = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            int node = i % grid.size();
            double y = grid.coordinate(node, 1);
            u[i] = grid.coordinate(node, 0) + y * y;
            m[i] = grid.isWall(node) ? 0 : 1 + y;
        }
        Equilibrium plane = new Equilibrium(
                Samples.game(domain), grid, time, u, m, Status.CONVERGED, "", Samples.quadraticHistory());
        Samples.game(plane).forward(u, m);
        return plane;
    }

    @Test
    void aFolderThatCannotBeMadeIsAnIoError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Samples.write(file.resolve("figures"), Samples.walk(5, 5)))
                .isInstanceOf(IOException.class);
    }
}
