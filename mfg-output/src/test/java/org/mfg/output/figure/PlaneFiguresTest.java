package org.mfg.output.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Boundary;
import org.mfg.api.grid.Domain;
import org.mfg.api.grid.Grading;
import org.mfg.api.grid.Grid;
import org.mfg.api.grid.Region;
import org.mfg.api.grid.States;
import org.mfg.output.figure.RecordingCanvas.Fill;
import org.mfg.output.figure.RecordingCanvas.Image;
import org.mfg.output.figure.RecordingCanvas.Text;

class PlaneFiguresTest {
    private static final double NAN = Double.NaN;
    private static final Domain SQUARE = PlaneSamples.box(1, 1);

    @TempDir
    Path folder;

    @Test
    void anUndershootThatNobodySeesDoesNotWidenTheColourScale() {
        assertThat(PlaneFigures.densityColors(Style.HOUSE, new double[] {-1e-4, 0.5, 1})
                        .scale()
                        .lower())
                .isZero();
        assertThat(PlaneFigures.densityColors(Style.HOUSE, new double[] {-0.1, 0.5, 1})
                        .scale()
                        .lower())
                .isNegative();
    }

    @Test
    void axesOfWhichOneIsThirtyTimesLongerAreDrawnSoThatBothAreSeen() {
        Plane plane = Plane.of(Grid.of(Domain.of(Axis.noFlux("a", -1, 30), Axis.noFlux("z", 0.5, 1.5)), 10, 10))
                .get(0);
        Rectangle2D area = PlaneLayout.apart(
                        Style.HOUSE, plane, 2, org.mfg.output.figure.Axis.linear("", new Scale(0, 1, 0.2)))
                .panel(0)
                .area();
        assertThat(area.getHeight()).isGreaterThan(0.25 * area.getWidth());
    }

    @Test
    void theDensityIsOnOneColourScaleByItsSquareRoot() {
        // 4 at t = 0, 3 at T/4, ... 0 at T; the scale goes from 0 to 4.
        Equilibrium e = PlaneSamples.on(SQUARE, 8, (t, x, y) -> 4 * (1 - t), PlaneSamples::bowl, 11);
        List<Image> images = density(e).images;

        assertThat(images).hasSize(6);
        for (int k = 0; k < 5; k++) {
            assertThat(images.get(k).middle()).isEqualTo(ColorMap.VIRIDIS.rgb(Math.sqrt(1 - 0.25 * k)));
        }
    }

    @Test
    void panelsNameTheirTimesAndOneColourBarTheDensity() {
        Equilibrium e = PlaneSamples.on(SQUARE, 8, PlaneSamples::crowd, PlaneSamples::bowl, 21);
        List<String> texts = density(e).texts.stream().map(Text::text).toList();

        assertThat(texts).contains("t = 0", "t = 0.25", "t = 0.5", "t = 0.75", "t = 1");
        assertThat(texts).containsOnlyOnce("density m");
    }

    @Test
    void bothAxesHaveTheSameUnit() {
        for (double width : new double[] {0.1, 0.5, 1, 2, 10}) {
            Equilibrium e = PlaneSamples.on(PlaneSamples.box(width, 1), 4, (t, x, y) -> 1, (t, x, y) -> y, 21);
            Image panel = density(e).images.get(0);
            assertThat(panel.area().getWidth() / panel.area().getHeight()).isCloseTo(width, within(1e-9 * width));
        }
    }

    @Test
    void arrowsPointFromHighToLowValues() {
        Equilibrium e = PlaneSamples.on(SQUARE, 4, (t, x, y) -> 1, (t, x, y) -> x + x * x, 41);
        List<Point2D[]> arrows = density(e).arrows();

        assertThat(arrows).hasSizeGreaterThan(4 * 30);
        for (Point2D[] arrow : arrows) {
            assertThat(arrow[1].getX()).isLessThan(arrow[0].getX());
            assertThat(arrow[1].getY()).isCloseTo(arrow[0].getY(), within(1e-6));
        }
    }

    @Test
    void thereAreNoArrowsWhereNobodyIsNorOfACrowdAtRest() {
        Equilibrium right = PlaneSamples.on(SQUARE, 4, (t, x, y) -> x > 0.5 ? 1 : 0, (t, x, y) -> y, 41);
        RecordingCanvas canvas = density(right);
        List<Rectangle2D> panels = canvas.images.stream().map(Image::area).toList();

        assertThat(canvas.arrows())
                .isNotEmpty()
                .allSatisfy(arrow -> assertThat(panels)
                        .anyMatch(panel -> panel.contains(arrow[0]) && arrow[0].getX() > panel.getCenterX()));
        Equilibrium rest = PlaneSamples.on(SQUARE, 4, (t, x, y) -> 1, (t, x, y) -> 3 + 1e-16 * x, 41);
        assertThat(density(rest).arrows()).isEmpty();
    }

    @Test
    void obstaclesAreGreyAndExitsHaveTheColourOfTheirCurve() throws IOException {
        Domain room = Domain.of(new Axis("x", 0, 1, Boundary.noFlux(), Boundary.exit(0)), Axis.noFlux("y", 0, 1))
                .withObstacles(Region.ball(new double[] {0.5, 0.5}, 0.2));
        Equilibrium e = PlaneSamples.on(room, 4, (t, x, y) -> 1, PlaneSamples::bowl, 41);
        RecordingCanvas canvas = density(e);
        Rectangle2D panel = canvas.images.get(0).area();

        List<Fill> grey =
                canvas.fills.stream().filter(f -> f.rgb() == Style.MISSING).toList();
        assertThat(grey).hasSize(5);
        assertThat(grey.get(0).area().contains(panel.getCenterX(), panel.getCenterY()))
                .isTrue();
        assertThat(grey.get(0).area().getBounds2D().getWidth() / panel.getWidth())
                .isCloseTo(0.4, within(0.03));
        assertThat(canvas.fills)
                .anyMatch(
                        f -> f.rgb() == MassFigure.color(0) && f.area().contains(panel.getMaxX(), panel.getCenterY()));
        Samples.write(folder, e, Set.of(Figure.VALUE));
        BufferedImage png = ImageIO.read(folder.resolve("value.png").toFile());
        Rectangle2D first = RecordingCanvas.of(PlaneFigures.value(Style.HOUSE, plane(e), e))
                .images
                .get(0)
                .area();
        int rgb = png.getRGB((int) (2.5 * first.getCenterX()), (int) (2.5 * first.getCenterY()));
        assertThat(rgb & 0xffffff).isEqualTo(Style.MISSING);
    }

    @Test
    void theLabelOfALevelLineIsOnItAndAwayFromOtherLabels() {
        Equilibrium e = PlaneSamples.on(SQUARE, 4, PlaneSamples::crowd, (t, x, y) -> 10 * x + 3 * y * y, 81);
        RecordingCanvas canvas = RecordingCanvas.of(PlaneFigures.value(Style.HOUSE, plane(e), e));
        Rectangle2D panel = canvas.images.get(0).area();
        List<Text> labels =
                canvas.texts.stream().filter(l -> panel.contains(l.at())).toList();

        assertThat(labels).hasSizeGreaterThan(4);
        for (Text label : labels) {
            double x = (label.at().getX() - panel.getX()) / panel.getWidth();
            double y = (panel.getMaxY() - label.at().getY()) / panel.getHeight();
            // A twentieth of the distance between two levels.
            assertThat(10 * x + 3 * y * y).isCloseTo(Double.parseDouble(label.text()), within(0.05));
            assertThat(labels)
                    .allMatch(other -> other == label
                            || other.at().distance(label.at()) > Style.HOUSE.width(label.text(), Style.SMALL));
        }
    }

    @Test
    void theDataAreTheInitialDensityAndTheTerminalCost() {
        Equilibrium e = PlaneSamples.on(SQUARE, 4, (t, x, y) -> 1 - t, (t, x, y) -> x + t, 11);
        RecordingCanvas canvas = RecordingCanvas.of(PlaneFigures.data(Style.HOUSE, plane(e), e));

        assertThat(canvas.texts.stream().map(Text::text)).contains("initial density 1", "terminal cost");
        // 1 on the scale from 0.5 to 1.5, and 1.5 on that from 1 to 2.
        assertThat(canvas.images.get(0).middle()).isEqualTo(ColorMap.VIRIDIS.rgb(0.5));
    }

    @Test
    void ofThreeAxesTheMiddlePlaneIsDrawn() {
        Domain cube = Domain.of(Axis.noFlux("x", 0, 1), Axis.noFlux("y", 0, 1), Axis.noFlux("z", 0, 2));
        Equilibrium e = PlaneSamples.on(cube, 4, PlaneSamples::crowd, PlaneSamples::bowl, 9, 9, 5);

        assertThat(density(e).texts.stream().map(Text::text)).contains("t = 0.25, z = 1");
        assertThat(Figure.of(Samples.game(e))).contains(Figure.DENSITY, Figure.VALUE, Figure.DATA);
    }

    private static Domain withStates(Axis x) {
        return Domain.of(x, Axis.noFlux("y", 0, 1), Axis.states("kind", States.populations("red", "blue")));
    }

    /** Whose fields are those of the state: the red are at the left, the blue at the right. */
    @Test
    void eachStateHasItsPanelsAndItsName() throws IOException {
        Domain domain = withStates(Axis.noFlux("x", 0, 1));
        Equilibrium e = PlaneSamples.on(domain, 4, (t, x, y) -> 1, (t, x, y) -> x, 9);
        for (int i = 0; i < e.m().length; i++) {
            boolean isRed = i % 2 == 0;
            boolean isLeft = e.grid().coordinate(i % e.grid().size(), 0) < 0.5;
            e.m()[i] = isRed == isLeft ? 2 : 0;
        }
        List<Plane> planes = Plane.of(e.grid());
        assertThat(planes).hasSize(2);
        for (int k = 0; k < 2; k++) {
            Plane plane = planes.get(k);
            RecordingCanvas canvas = RecordingCanvas.of(PlaneFigures.density(Style.HOUSE, plane, Samples.game(e), e));
            assertThat(canvas.texts.stream().map(Text::text)).contains("t = 0.25, " + (k == 0 ? "red" : "blue"));
            PlaneField field = PlaneField.of(plane, e.m(), 0);
            assertThat(field.at(0.2, 0.5)).isEqualTo(k == 0 ? 2 : 0);
            assertThat(field.at(0.8, 0.5)).isEqualTo(k == 0 ? 0 : 2);
        }
        assertThat(Figure.of(Samples.game(e))).contains(Figure.DENSITY, Figure.VALUE, Figure.DATA);
        BufferedImage one = png(PlaneSamples.on(SQUARE, 4, (t, x, y) -> 1, (t, x, y) -> x, 9));
        BufferedImage both = png(e);
        assertThat(both.getHeight()).isBetween(2 * one.getHeight() - 1, 2 * one.getHeight());
    }

    private BufferedImage png(Equilibrium e) throws IOException {
        Samples.write(folder, e, Set.of(Figure.DENSITY));
        return ImageIO.read(folder.resolve("density.png").toFile());
    }

    /** On a graded axis a place of the picture is a place of the axis, not a number of nodes. */
    @Test
    void aGradedAxisIsDrawnToScale() {
        Domain domain = Domain.of(Axis.noFlux("x", 0, 2).graded(Grading.power(2)), Axis.noFlux("y", 0, 1));
        Equilibrium e = PlaneSamples.on(domain, 1, (t, x, y) -> x, (t, x, y) -> x, 21);
        PlaneField field = PlaneField.of(plane(e), e.m(), 0);
        for (double part : new double[] {0, 0.1, 0.37, 0.9, 1}) {
            assertThat(field.at(part, 0.5)).isCloseTo(2 * part, within(1e-12));
        }
    }

    @Test
    void theColoursOfAStationaryGameEndWhereItsValuesDoAndArrowsShowTheDrift() {
        Equilibrium e = PlaneSamples.on(SQUARE, 1, (t, x, y) -> 1.7 * x, (t, x, y) -> x + 0.3, 41);
        RecordingCanvas canvas = stationary(e);

        assertThat(canvas.texts.stream().map(Text::text)).contains("density m", "value u");
        int half = ColorMap.VIRIDIS.rgb(Math.sqrt(0.5));
        assertThat(canvas.images.get(0).middle()).as("up to a shade of blue").isBetween(half - 1, half + 1);
        assertThat(canvas.arrows()).isNotEmpty().allMatch(arrow -> arrow[1].getX() < arrow[0].getX());
    }

    static Stream<Arguments> equilibria() {
        Domain torus = Domain.of(Axis.periodic("x", 1e7, 1e7 + 1), Axis.periodic("θ", 0, 1));
        return Stream.of(
                Arguments.of("constant", PlaneSamples.on(SQUARE, 4, (t, x, y) -> 1, (t, x, y) -> 0, 9)),
                Arguments.of("smallest", PlaneSamples.on(SQUARE, 1, PlaneSamples::crowd, PlaneSamples::bowl, 3)),
                Arguments.of("wide", plain(PlaneSamples.box(10, 1))),
                Arguments.of("tall", plain(PlaneSamples.box(1, 10))),
                Arguments.of("a line", plain(PlaneSamples.box(1e6, 1))),
                Arguments.of("a point", plain(PlaneSamples.box(1e-9, 1e-9))),
                Arguments.of("torus", plain(torus)),
                Arguments.of("states", plain(withStates(Axis.periodic("x", 0, 1)))),
                Arguments.of("graded", plain(withStates(Axis.noFlux("x", 0, 1).graded(Grading.layers(2))))),
                Arguments.of("negative", PlaneSamples.on(SQUARE, 4, (t, x, y) -> -x, (t, x, y) -> -1e6 * y, 9)),
                Arguments.of(
                        "overflow", PlaneSamples.on(SQUARE, 4, (t, x, y) -> 1e308 * x, (t, x, y) -> 1 / (t * x), 9)),
                Arguments.of(
                        "not a number",
                        PlaneSamples.on(SQUARE, 4, (t, x, y) -> x > 0.5 ? NAN : 1, (t, x, y) -> y > 0.5 ? NAN : x, 9)),
                Arguments.of("nothing", PlaneSamples.on(SQUARE, 4, (t, x, y) -> NAN, (t, x, y) -> NAN, 9)));
    }

    private static Equilibrium plain(Domain domain) {
        return PlaneSamples.on(domain, 4, (t, x, y) -> 1 + t, (t, x, y) -> x + y, 9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equilibria")
    void isDrawn(String name, Equilibrium equilibrium) throws IOException {
        for (Path file : Samples.write(folder, equilibrium)) {
            assertThat(file).isNotEmptyFile();
            if (file.toString().endsWith(".svg")) {
                assertThat(Samples.drawing(file)).doesNotContain("NaN", "Infinity", "9223372036854775807");
            }
        }
        assertThat(stationary(equilibrium).images).hasSize(4);
    }

    private static Plane plane(Equilibrium e) {
        return Plane.of(e.grid()).get(0);
    }

    private static RecordingCanvas stationary(Equilibrium e) {
        return RecordingCanvas.of(StationaryPlaneFigure.of(Style.HOUSE, plane(e), Samples.game(e), e, 0));
    }

    private static RecordingCanvas density(Equilibrium e) {
        return RecordingCanvas.of(PlaneFigures.density(Style.HOUSE, plane(e), Samples.game(e), e));
    }
}
