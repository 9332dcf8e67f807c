package org.mfg.examples.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.TimeGrid;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FiguresTest {
    private static final Map<Figure, List<String>> TEXTS = Map.of(
            Figure.CONVERGENCE, List.of("iteration", "distance from equilibrium", "HJB residual", "exploitability"),
            Figure.DENSITY_3D, List.of("time t", "position x", "density m(t, x)"),
            Figure.VALUE_3D, List.of("time t", "position x", "value u(t, x)"),
            Figure.DENSITY_HEATMAP, List.of("time t", "position x", "density m(t, x)"),
            Figure.VALUE_HEATMAP, List.of("time t", "position x", "value u(t, x)"),
            Figure.SLICES, List.of("t = 0", "t = 0.25", "t = 1", "position x", "density m(t, x)", "value u(t, x)"),
            Figure.DATA, List.of("position x", "initial density m(0, x)", "terminal cost u(T, x)"));

    @TempDir
    Path folder;

    @Test
    void allFiguresAreWrittenAsPngAndSvgAndNothingElseIsLeft() throws IOException {
        List<Path> written = Figures.write(folder, Samples.walk(40, 40));
        assertThat(written).hasSize(2 * Figure.values().length);
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(written.get(0)).hasFileName("convergence.png");
        assertThat(written.get(1)).hasFileName("convergence.svg");
    }

    @Test
    void onlyTheWantedFiguresAreWritten() throws IOException {
        assertThat(Figures.write(folder, Samples.walk(10, 10), Set.of(Figure.DATA)))
                .containsExactly(folder.resolve("data.png"), folder.resolve("data.svg"));
        assertThat(Figures.write(folder, Samples.walk(10, 10), Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPngIsSixteenHundredPixelsWideAndShowsSomethingWithinWhiteMargins(Figure figure) throws IOException {
        Figures.write(folder, Samples.walk(30, 30), Set.of(figure));
        BufferedImage image =
                ImageIO.read(folder.resolve(figure.stem() + ".png").toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isBetween(700, 1200);
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
        Figures.write(folder, Samples.walk(30, 40), Set.of(figure));
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
        for (Path file : Figures.write(folder, Samples.walk(20, 20))) {
            first.put(file, Files.readAllBytes(file));
        }
        for (Path file : Figures.write(folder, Samples.walk(20, 20))) {
            assertThat(file).hasBinaryContent(first.get(file));
        }
    }

    @Test
    void filesOfALargeGridAreOfReasonableSize() throws IOException {
        Equilibrium large = Samples.of(500, 500, Samples::gaussian, Samples::paraboloid, Samples.slowHistory(2000));
        for (Path file : Figures.write(folder, large)) {
            assertThat(file).satisfies(f -> assertThat(Files.size(f)).isLessThan(1_000_000));
        }
    }

    @Test
    void aFieldThatIsRoughEverywhereStillGivesASurfaceOfReasonableSize() throws IOException {
        Equilibrium rough =
                Samples.of(200, 200, (t, x) -> Math.sin(1e4 * x + 3e4 * t), (t, x) -> 0, Samples.quadraticHistory());
        for (Path file : Figures.write(folder, rough, Set.of(Figure.DENSITY_3D))) {
            assertThat(file).satisfies(f -> assertThat(Files.size(f)).isLessThan(2_000_000));
        }
    }

    @Test
    void inTwoDimensionsOnlyTheConvergenceIsOffered() throws IOException {
        Grid square = Grid.of(Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1)), 4);
        double[] field = new double[2 * square.size()];
        Equilibrium equilibrium = new Equilibrium(
                square, new TimeGrid(1, 1), field, field, Status.CONVERGED, "", Samples.quadraticHistory());
        assertThat(Figure.of(equilibrium)).containsExactly(Figure.CONVERGENCE);
        assertThat(Figures.write(folder, equilibrium)).hasSize(2);
        assertThatThrownBy(() -> Figures.write(folder, equilibrium, EnumSet.of(Figure.SLICES)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("slices")
                .hasMessageContaining("2 axes");
    }

    @Test
    void aFolderThatCannotBeMadeIsAnIoError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Figures.write(file.resolve("figures"), Samples.walk(5, 5)))
                .isInstanceOf(IOException.class);
    }
}
