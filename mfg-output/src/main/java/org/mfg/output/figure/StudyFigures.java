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

/** Draws what is learnt from several runs or from agents into a folder, in the look of {@link Figures}. */
public final class StudyFigures {
    private final Path folder;
    private final Style style;
    private final String note;

    /** Figures in the house's style. */
    public StudyFigures(Path folder) {
        this(folder, Style.HOUSE);
    }

    /**
     * Figures in a style.
     *
     * @param folder where they are written; made if need be
     */
    public StudyFigures(Path folder, Style style) {
        this(folder, style, "");
    }

    private StudyFigures(Path folder, Style style, String note) {
        this.folder = folder;
        this.style = style;
        this.note = note;
    }

    /** The same figures below a line that must not be overlooked, such as that runs are left out; "" for none. */
    public StudyFigures under(String line) {
        return new StudyFigures(folder, style, line);
    }

    /**
     * Writes a figure of curves over numbers that grow by a common factor, both axes logarithmic.
     *
     * @param stem the files' name without its ending
     * @param xLabel what the numbers are
     * @param yLabel what the curves measure
     * @param curves at least one; at most three beside the slopes to compare with
     * @return the files written
     */
    public List<Path> logLog(String stem, String xLabel, String yLabel, List<Curve> curves) throws IOException {
        return write(stem, LogLogFigure.of(style, xLabel, yLabel, curves));
    }

    /**
     * Writes how several solves converge, against iterations and against seconds.
     *
     * @param solves at least one
     * @return the files written
     */
    public List<Path> comparison(String stem, List<SolveCurve> solves) throws IOException {
        return write(stem, ComparisonFigure.of(style, solves));
    }

    /**
     * Writes lines over a number.
     *
     * @param curves at least one
     * @param isLogX whether the horizontal axis is logarithmic
     * @param isLogY whether the vertical one is
     * @return the files written
     */
    public List<Path> lines(
            String stem, String xLabel, String yLabel, List<Curve> curves, boolean isLogX, boolean isLogY)
            throws IOException {
        return write(stem, CurvesFigure.of(style, xLabel, yLabel, curves, isLogX, isLogY));
    }

    /**
     * Writes lines over a number, both axes linear.
     *
     * @param curves at least one
     * @return the files written
     */
    public List<Path> lines(String stem, String xLabel, String yLabel, List<Curve> curves) throws IOException {
        return lines(stem, xLabel, yLabel, curves, false, false);
    }

    /**
     * Writes curves over the same number in small panels, two side by side, each on its own axis with its label above it.
     *
     * @param yLabel what all curves are of; "" where each label says that
     * @param curves at least one
     * @return the files written
     */
    public List<Path> panels(String stem, String xLabel, String yLabel, List<Curve> curves) throws IOException {
        return write(stem, PanelsFigure.of(style, xLabel, yLabel, curves));
    }

    /**
     * Writes points in panels side by side.
     *
     * @param panels at least one
     * @return the files written
     */
    public List<Path> scatter(String stem, List<Scatter> panels) throws IOException {
        return write(stem, ScatterFigure.of(style, panels));
    }

    /**
     * Writes a table of colours.
     *
     * @return the files written
     */
    public List<Path> cells(String stem, Cells cells) throws IOException {
        return write(stem, CellsFigure.of(style, cells));
    }

    /**
     * Writes a heat map of the density of an equilibrium in one dimension with paths of agents over it.
     *
     * @param time the time levels of the paths; the density of a stationary game is the same at all of them
     * @param paths paths[k][j] is where agent k is at time level j; NaN from where it has left
     * @return the files written
     */
    public List<Path> paths(String stem, Equilibrium equilibrium, TimeGrid time, double[][] paths) throws IOException {
        SpaceTimeField density = SpaceTimeField.density(equilibrium);
        boolean isItsOwn = time.equals(equilibrium.time());
        return under(Shortfall.of(equilibrium))
                .write(stem, HeatMapFigure.of(style, isItsOwn ? density : density.held(time), paths));
    }

    /**
     * Writes the densities of two equilibria in one dimension, on the same grid: at T/2 and T, or the stationary ones.
     *
     * @param game the game of one of them
     * @param labels what the two are
     * @return the files written
     */
    public List<Path> twoDensities(
            String stem, MeanFieldGame game, List<String> labels, Equilibrium first, Equilibrium second)
            throws IOException {
        List<SpaceTimeField> both = List.of(SpaceTimeField.density(first), SpaceTimeField.density(second));
        String note = first.isConverged() ? Shortfall.of(second) : Shortfall.of(first);
        return under(note).write(stem, TwoDensitiesFigure.of(style, labels, both, game.isStationary()));
    }

    /**
     * Writes functions of the place in a stationary game, such as what agents do: a panel for each with a line for each state, or colours in the plane.
     *
     * @param equilibrium where and who the agents are
     * @param functions by name, at least one: the values at the nodes
     * @return the files written
     */
    public List<Path> functions(String stem, Equilibrium equilibrium, Map<String, double[]> functions)
            throws IOException {
        boolean isLine = equilibrium.grid().domain().positionAxes() == 1;
        return under(Shortfall.of(equilibrium))
                .write(
                        stem,
                        isLine
                                ? StationaryLineFigure.of(style, equilibrium, functions)
                                : Picture.stacked(Plane.of(equilibrium.grid()).stream()
                                        .map(plane -> StationaryPlaneFigure.of(style, plane, functions))
                                        .toList()));
    }

    /**
     * Writes a Lorenz curve, with the Gini coefficient.
     *
     * @return the files written
     */
    public List<Path> lorenz(String stem, Lorenz lorenz) throws IOException {
        return write(stem, LorenzFigure.of(style, lorenz));
    }

    /**
     * Writes supply and demand against the price.
     *
     * @return the files written
     */
    public List<Path> market(String stem, MarketDiagram market) throws IOException {
        return write(stem, MarketFigure.of(style, market));
    }

    private List<Path> write(String stem, Picture picture) throws IOException {
        Files.createDirectories(folder);
        try {
            return new PictureWriter(folder).write(stem, picture.under(note));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
