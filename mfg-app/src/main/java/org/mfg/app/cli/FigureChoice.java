package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Names;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.output.StatisticsFiles;
import org.mfg.output.figure.Figure;
import org.mfg.output.figure.Figures;
import org.mfg.output.figure.Style;

/** The value of {@code --figures}: all, none, or names joined by commas. */
final class FigureChoice {
    private static final String FIELD = "--figures";
    private static final String ALL = "all";
    private static final String NONE = "none";

    private final Optional<Set<Figure>> named;
    /** Those of what a game tells of its equilibrium, of which it is known afterwards whether there is any. */
    private final Set<String> told;

    private FigureChoice(Optional<Set<Figure>> named, Set<String> told) {
        this.named = named;
        this.told = told;
    }

    /**
     * Reads the option; call it before solving.
     *
     * @param style the look, which may be without figures
     * @param given the option's value, or null for all
     * @param game the game: not every figure suits every game
     */
    static FigureChoice of(Style style, @Nullable String given, DiscreteGame game) {
        @Nullable String list = style.draws() ? given : NONE;
        if (list == null || list.equals(ALL)) {
            return new FigureChoice(Optional.empty(), StatisticsFiles.FIGURES);
        }
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        Set<String> told = new HashSet<>();
        if (!list.equals(NONE)) {
            for (String name : list.split(",", -1)) {
                if (StatisticsFiles.FIGURES.contains(name.trim())) {
                    told.add(name.trim());
                } else {
                    figures.add(figure(name.trim(), game));
                }
            }
        }
        return new FigureChoice(Optional.of(figures), told);
    }

    private static Figure figure(String name, DiscreteGame game) {
        Figure figure = Stream.of(Figure.values())
                .filter(f -> f.stem().equals(name))
                .findFirst()
                .orElseThrow(() -> Names.unknown("figure", name, known()).at(FIELD));
        try {
            Figures.requireSupport(figure, game);
        } catch (InvalidInputException e) {
            throw e.at(FIELD);
        }
        return figure;
    }

    private static List<String> known() {
        return Stream.of(
                        Stream.of(ALL, NONE),
                        Stream.of(Figure.values()).map(Figure::stem),
                        StatisticsFiles.FIGURES.stream().sorted())
                .flatMap(names -> names)
                .toList();
    }

    /** The figures that are wanted of what a game tells of its equilibrium. */
    Set<String> told() {
        return told;
    }

    /** Draws the figures into the folder; returns the files. */
    List<Path> draw(OutputFolder folder, DiscreteGame game, Equilibrium equilibrium) throws IOException {
        Set<Figure> figures = named.orElseGet(() -> Figure.of(game));
        return figures.isEmpty()
                ? List.of()
                : Figures.write(folder.staging(), folder.style(), game, equilibrium, figures);
    }
}
