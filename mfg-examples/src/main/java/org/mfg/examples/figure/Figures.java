package org.mfg.examples.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;

/**
 * Draws figures of an equilibrium. Each figure becomes two files, {@code stem.png} (1600 pixels wide) and {@code
 * stem.svg}; a file appears under its name only when it is complete. The same equilibrium always gives the same files.
 */
public final class Figures {
    private Figures() {}

    /**
     * Writes figures into a folder, which is created if need be; files of the same names are replaced. The figures are
     * drawn in parallel.
     *
     * @param folder where to write
     * @param equilibrium what to draw; it need not have converged, and values that are not finite are left blank
     * @param which the figures to draw
     * @return the files written, in the order of {@link Figure}, PNG before SVG
     * @throws InvalidInputException if a figure cannot be drawn of a game in this dimension
     * @throws IOException if a file cannot be written
     */
    public static List<Path> write(Path folder, Equilibrium equilibrium, Set<Figure> which) throws IOException {
        System.setProperty("java.awt.headless", "true");
        int dimension = equilibrium.grid().dimension();
        for (Figure figure : which) {
            if (!figure.supports(dimension)) {
                throw InvalidInputException.of(
                        "figure " + figure.stem(), "be drawn of a game with fewer axes", dimension + " axes");
            }
        }
        Files.createDirectories(folder);
        PictureWriter writer = new PictureWriter(folder);
        try {
            return List.copyOf(which).stream().sorted().toList().parallelStream()
                    .flatMap(figure -> writer.write(figure.stem(), picture(figure, equilibrium)).stream())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes every figure that the equilibrium allows; see {@link #write(Path, Equilibrium, Set)}. */
    public static List<Path> write(Path folder, Equilibrium equilibrium) throws IOException {
        return write(folder, equilibrium, EnumSet.copyOf(Figure.of(equilibrium)));
    }

    private static Picture picture(Figure figure, Equilibrium equilibrium) {
        return switch (figure) {
            case CONVERGENCE -> ConvergenceFigure.of(equilibrium.history());
            case DENSITY_3D -> SurfaceFigure.of(SpaceTimeField.density(equilibrium));
            case VALUE_3D -> SurfaceFigure.of(SpaceTimeField.value(equilibrium));
            case DENSITY_HEATMAP -> HeatMapFigure.of(SpaceTimeField.density(equilibrium), false);
            case VALUE_HEATMAP -> HeatMapFigure.of(SpaceTimeField.value(equilibrium), true);
            case SLICES -> LineFigures.slices(SpaceTimeField.density(equilibrium), SpaceTimeField.value(equilibrium));
            case DATA -> LineFigures.data(SpaceTimeField.density(equilibrium), SpaceTimeField.value(equilibrium));
        };
    }
}
