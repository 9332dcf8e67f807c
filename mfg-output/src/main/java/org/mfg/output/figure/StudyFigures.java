package org.mfg.output.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Statistics.Lorenz;

/** Draws what is learnt from several runs or from agents, as PNG and SVG, in the look of {@link Figures}. */
public final class StudyFigures {
    private StudyFigures() {}

    /**
     * Writes a figure of curves over numbers that grow by a common factor, both axes logarithmic.
     *
     * @param stem the files' name without its ending
     * @param xLabel what the numbers are
     * @param yLabel what the curves measure
     * @param curves at least one; at most three beside the slopes to compare with
     * @return the files written
     */
    public static List<Path> logLog(Path folder, String stem, String xLabel, String yLabel, List<Curve> curves)
            throws IOException {
        return write(folder, stem, LogLogFigure.of(xLabel, yLabel, curves));
    }

    /**
     * Writes how several solves converge, against iterations and against seconds.
     *
     * @param solves at least one
     * @return the files written
     */
    public static List<Path> comparison(Path folder, String stem, List<SolveCurve> solves) throws IOException {
        return write(folder, stem, ComparisonFigure.of(solves));
    }

    /**
     * Writes lines over a number.
     *
     * @param curves at least one
     * @param isLogX whether the horizontal axis is logarithmic
     * @param isLogY whether the vertical one is
     * @return the files written
     */
    public static List<Path> lines(
            Path folder, String stem, String xLabel, String yLabel, List<Curve> curves, boolean isLogX, boolean isLogY)
            throws IOException {
        return write(folder, stem, CurvesFigure.of(xLabel, yLabel, curves, isLogX, isLogY));
    }

    /**
     * Writes lines over a number, both axes linear.
     *
     * @param curves at least one
     * @return the files written
     */
    public static List<Path> lines(Path folder, String stem, String xLabel, String yLabel, List<Curve> curves)
            throws IOException {
        return lines(folder, stem, xLabel, yLabel, curves, false, false);
    }

    /**
     * Writes curves over the same number in small panels, two side by side, each on its own axis with its label beside it.
     *
     * @param curves at least one
     * @return the files written
     */
    public static List<Path> panels(Path folder, String stem, String xLabel, List<Curve> curves) throws IOException {
        return write(folder, stem, PanelsFigure.of(xLabel, curves));
    }

    /**
     * Writes a table of colours.
     *
     * @return the files written
     */
    public static List<Path> cells(Path folder, String stem, Cells cells) throws IOException {
        return write(folder, stem, CellsFigure.of(cells));
    }

    /**
     * Writes a heat map of the density of an equilibrium in one dimension with paths of agents over it.
     *
     * @param time the time levels of the paths; the density of a stationary game is the same at all of them
     * @param paths paths[k][j] is where agent k is at time level j; NaN from where it has left
     * @return the files written
     */
    public static List<Path> paths(Path folder, String stem, Equilibrium equilibrium, TimeGrid time, double[][] paths)
            throws IOException {
        SpaceTimeField density = SpaceTimeField.density(equilibrium);
        boolean isItsOwn = time.equals(equilibrium.time());
        return write(folder, stem, HeatMapFigure.of(isItsOwn ? density : density.held(time), paths));
    }

    /**
     * Writes the densities of two equilibria in one dimension, on the same grid: at T/2 and T, or the stationary ones.
     *
     * @param game the game of one of them
     * @param labels what the two are
     * @return the files written
     */
    public static List<Path> twoDensities(
            Path folder, String stem, MeanFieldGame game, List<String> labels, Equilibrium first, Equilibrium second)
            throws IOException {
        List<SpaceTimeField> both = List.of(SpaceTimeField.density(first), SpaceTimeField.density(second));
        return write(folder, stem, TwoDensitiesFigure.of(labels, both, game.isStationary()));
    }

    /**
     * Writes functions of the place in a stationary game, such as what agents do: a panel for each with a line for each state, or colours in the plane.
     *
     * @param equilibrium where and who the agents are
     * @param functions by name, at least one: the values at the nodes
     * @return the files written
     */
    public static List<Path> functions(
            Path folder, String stem, Equilibrium equilibrium, Map<String, double[]> functions) throws IOException {
        boolean isLine = equilibrium.grid().domain().positionAxes() == 1;
        return write(
                folder,
                stem,
                isLine
                        ? StationaryLineFigure.of(equilibrium, functions)
                        : Picture.stacked(Plane.of(equilibrium.grid()).stream()
                                .map(plane -> StationaryPlaneFigure.of(plane, functions))
                                .toList()));
    }

    /**
     * Writes a Lorenz curve, with the Gini coefficient.
     *
     * @return the files written
     */
    public static List<Path> lorenz(Path folder, String stem, Lorenz lorenz) throws IOException {
        return write(folder, stem, LorenzFigure.of(lorenz));
    }

    /**
     * Writes supply and demand against the price.
     *
     * @return the files written
     */
    public static List<Path> market(Path folder, String stem, MarketDiagram market) throws IOException {
        return write(folder, stem, MarketFigure.of(market));
    }

    private static List<Path> write(Path folder, String stem, Picture picture) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Files.createDirectories(folder);
        try {
            return new PictureWriter(folder).write(stem, picture);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
