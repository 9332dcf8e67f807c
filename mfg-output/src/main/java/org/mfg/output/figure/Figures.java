package org.mfg.output.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.grid.Grid;

/**
 * Draws figures of an equilibrium. Each figure becomes a file for each format, {@code stem.png} (200 pixels for each
 * cm), {@code stem.svg} and {@code stem.pdf}; a file appears under its name only when it is complete. The same equilibrium always gives the same files.
 */
public final class Figures {
    private static final String ANIMATION = "density.gif";

    private Figures() {}

    /** Writes figures in the house's style, as below. */
    public static List<Path> write(Path folder, DiscreteGame game, Equilibrium equilibrium, Set<Figure> which)
            throws IOException {
        return write(folder, Style.HOUSE, game, equilibrium, which);
    }

    /** Writes the given figures in the house's style, as below. */
    public static List<Path> write(
            Path folder, DiscreteGame game, Equilibrium equilibrium, Figure first, Figure... more) throws IOException {
        return write(folder, Style.HOUSE, game, equilibrium, EnumSet.of(first, more));
    }

    /**
     * Writes figures into a folder, which is created if need be; files of the same names are replaced. The figures are
     * drawn in parallel.
     *
     * @param folder where to write
     * @param style the look
     * @param game the game that was solved
     * @param equilibrium what to draw; it need not have converged, which the figures say then, and values that are not finite are left blank
     * @param which the figures to draw
     * @return the files written, in the order of {@link Figure} and {@link Style.Format}
     * @throws InvalidInputException if a figure cannot be drawn of this game
     * @throws IOException if a file cannot be written
     */
    public static List<Path> write(
            Path folder, Style style, DiscreteGame game, Equilibrium equilibrium, Set<Figure> which)
            throws IOException {
        for (Figure figure : which) {
            requireSupport(figure, game);
        }
        Files.createDirectories(folder);
        PictureWriter writer = new PictureWriter(folder);
        String note = Shortfall.of(equilibrium);
        try {
            List<Path> files = new ArrayList<>(List.copyOf(which).stream().sorted().toList().parallelStream()
                    .flatMap(figure ->
                            writer
                                    .write(
                                            figure.stem(),
                                            picture(style, figure, game, equilibrium)
                                                    .under(note))
                                    .stream())
                    .toList());
            if (which.contains(Figure.DENSITY)) {
                files.add(writer.write(ANIMATION, DensityAnimation.of(style, equilibrium)));
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The names of all files that {@link #write} may write. */
    public static List<String> fileNames() {
        List<String> names = new ArrayList<>(List.of(ANIMATION));
        for (Figure figure : Figure.values()) {
            names.addAll(fileNames(figure.stem()));
        }
        return names;
    }

    /** The names of the files that a figure may become. */
    public static List<String> fileNames(String stem) {
        return Arrays.stream(Style.Format.values())
                .map(format -> stem + PictureWriter.ending(format))
                .toList();
    }

    /**
     * Checks that a figure can be drawn of a game.
     *
     * @throws InvalidInputException if not
     */
    public static void requireSupport(Figure figure, DiscreteGame game) {
        boolean isStationary = game.game().isStationary();
        if (!figure.fitsTime(isStationary)) {
            throw InvalidInputException.of(
                    "figure " + figure.stem(),
                    "be drawn of a game " + (isStationary ? "with a horizon" : "that is stationary"),
                    isStationary ? "a stationary one" : "one with a horizon");
        }
        if (!figure.supports(game)) {
            Grid grid = game.grid();
            throw InvalidInputException.of(
                    "figure " + figure.stem(),
                    switch (figure) {
                        case MASS -> "be drawn of a game with exits";
                        case PRESSURE_HEATMAP -> "be drawn of a game on a line with a ceiling";
                        default -> "be drawn of a game in its dimension";
                    },
                    "a game of " + grid.dimension() + (grid.dimension() == 1 ? " axis" : " axes"));
        }
    }

    private static Picture stationary(Style style, DiscreteGame game, Equilibrium equilibrium) {
        int valueLevel = game.game().isErgodic() ? 1 : 0;
        return equilibrium.grid().domain().positionAxes() == 1
                ? StationaryLineFigure.fields(style, game, equilibrium, valueLevel)
                : each(
                        Plane.of(equilibrium.grid()),
                        plane -> StationaryPlaneFigure.of(style, plane, game, equilibrium, valueLevel));
    }

    /** A picture for each state, below each other; just the picture where there are none. */
    private static <T> Picture each(List<T> states, Function<T, Picture> picture) {
        return states.size() == 1
                ? picture.apply(states.get(0))
                : Picture.stacked(states.stream().map(picture).toList());
    }

    private static Picture eachPlane(Equilibrium equilibrium, Function<Plane, Picture> picture) {
        return each(Plane.of(equilibrium.grid()), picture);
    }

    private static Picture eachPair(
            Equilibrium equilibrium, BiFunction<SpaceTimeField, SpaceTimeField, Picture> picture) {
        Iterator<SpaceTimeField> values = SpaceTimeField.values(equilibrium).iterator();
        return each(SpaceTimeField.densities(equilibrium), density -> picture.apply(density, values.next()));
    }

    private static Picture data(Style style, DiscreteGame game, Equilibrium equilibrium) {
        if (equilibrium.grid().domain().positionAxes() > 1) {
            return eachPlane(equilibrium, plane -> PlaneFigures.data(style, plane, equilibrium));
        }
        Iterator<SpaceTimeField> ceilings = game.ceiling()
                .map(ceiling -> SpaceTimeField.ceilings(equilibrium, ceiling))
                .orElse(List.of())
                .iterator();
        if (game.targetDensity().isPresent()) {
            return each(
                    SpaceTimeField.densities(equilibrium), density -> LineFigures.ends(style, density, next(ceilings)));
        }
        return eachPair(equilibrium, (density, value) -> LineFigures.data(style, density, next(ceilings), value));
    }

    private static <T> Optional<T> next(Iterator<T> rest) {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    private static Picture picture(Style style, Figure figure, DiscreteGame game, Equilibrium equilibrium) {
        return switch (figure) {
            case CONVERGENCE -> ConvergenceFigure.of(style, equilibrium.history());
            case DENSITY_3D -> SurfaceFigure.of(style, SpaceTimeField.density(equilibrium));
            case VALUE_3D -> SurfaceFigure.of(style, SpaceTimeField.value(equilibrium));
            case DENSITY_HEATMAP ->
                each(SpaceTimeField.densities(equilibrium), density -> HeatMapFigure.of(style, density, false));
            case VALUE_HEATMAP ->
                each(SpaceTimeField.values(equilibrium), value -> HeatMapFigure.of(style, value, true));
            case PRESSURE_HEATMAP ->
                each(SpaceTimeField.pressures(equilibrium), pressure -> HeatMapFigure.ofAtoms(style, pressure));
            case SLICES ->
                eachPair(equilibrium, (density, value) -> LineFigures.slices(style, equilibrium, density, value));
            case DATA -> data(style, game, equilibrium);
            case DENSITY -> eachPlane(equilibrium, plane -> PlaneFigures.density(style, plane, game, equilibrium));
            case VALUE -> eachPlane(equilibrium, plane -> PlaneFigures.value(style, plane, equilibrium));
            case MASS -> MassFigure.of(style, game, equilibrium);
            case STATIONARY -> stationary(style, game, equilibrium);
        };
    }
}
