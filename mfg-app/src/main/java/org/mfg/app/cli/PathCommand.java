package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.NumericalFailureException;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.api.grid.TimeGrid;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.path.ImpulseCurves;
import org.mfg.app.path.PathDerivativeFiles;
import org.mfg.app.path.PathDerivatives;
import org.mfg.app.path.PathPoint;
import org.mfg.app.path.Series;
import org.mfg.app.path.ShockTexts;
import org.mfg.app.path.TransitionFiles;
import org.mfg.app.study.Cleared;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Study;
import org.mfg.app.yaml.PathSection;
import org.mfg.solvers.path.NoPath;
import org.mfg.solvers.path.Shock;
import org.mfg.solvers.path.Transition;
import org.mfg.solvers.path.TransitionSolver;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg path}: how an economy moves from its steady state after a shock. */
final class PathCommand implements GameCommand {
    private static final Parameter UNTIL =
            Parameter.real("until", 200, Range.above(0), "time", "the end of the path, when all is at rest again");
    private static final Parameter STEPS = Parameter.integer("steps", 400, Range.between(1, 5000), "its time steps");
    private static final Parameter GRADING = Parameter.real(
            GridChoice.TIME_GRADING, 1, Range.above(0), "", "how many times longer the last step is than the first");
    private static final Parameter EXCESS = Parameter.real(
            "excess-tolerance",
            1e-11,
            Range.above(0),
            "",
            "the largest excess of a market at a time, as a part of the largest aggregate above 1");

    private static final Parameter FIGURE_UNTIL =
            Parameter.real("figure-until", Double.MAX_VALUE, Range.above(0), "time", "");

    /** A crowd of which more is not at rest at the end needs a later one. */
    private static final double MOST_MISSING = 0.01;

    private final OptionSpec shocks = OptionSpec.builder("--shock")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("NAME=PATH")
            .description(
                    "a parameter that moves: tfp=-3%%,decay=0.2 falls by 3 %% and comes back like e^(-0.2 t), tfp=-3%%"
                            + " stays, tfp=tfp*(1-0.03*exp(-0.2*t)) is a formula of t > 0, tfp=data.csv data with columns t and tfp"
                            + " (data.npz: arrays; ,column=NAME names another); may be given for several (default: those of the file)")
            .build();
    private final OptionSpec until = option(UNTIL, "T");
    private final OptionSpec steps = Options.text(RunOptions.STEPS, "--" + STEPS.name())
            .paramLabel("N")
            .description(Declared.sentence(STEPS))
            .build();
    private final OptionSpec excess = option(EXCESS, "X");
    private final OptionSpec givenPrices = RunOptions.flag(
            "prices stay as they are given, of games without a market too: partial equilibrium", "--given-prices");
    private final OptionSpec figureUntil = RunOptions.text(
            "--" + FIGURE_UNTIL.name(),
            "T",
            "where figures over time end (default: where 99 %% of each response is over)");
    private final PathDerivativeOptions derivatives = new PathDerivativeOptions();
    private final Console console;

    PathCommand(Console console) {
        this.console = console;
    }

    private static OptionSpec option(Parameter parameter, String label) {
        return RunOptions.text("--" + parameter.name(), label, Declared.sentence(parameter));
    }

    @Override
    public String name() {
        return "path";
    }

    @Override
    public String description() {
        return "Finds how an economy moves from its steady state when parameters begin to move, with prices that clear its market at all times.";
    }

    @Override
    public List<OptionSpec> options() {
        List<OptionSpec> all = new ArrayList<>(List.of(shocks, until, steps, excess, givenPrices));
        all.addAll(derivatives.all());
        all.add(figureUntil);
        return all;
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        if (!RunOptions.isGiven(givenPrices)
                && arguments.source().game().market().isEmpty()) {
            throw InvalidInputException.because(
                    "game", "game " + arguments.gameName() + " has no market: its path takes --given-prices");
        }
        Study study = arguments.economyStudy(RunOptions.isGiven(givenPrices)).withTolerance(Cleared.TIGHT);
        console.warn(study);
        Optional<PathSection> section = arguments.file().flatMap(file -> PathSection.read(file, UNTIL, STEPS, GRADING));
        TimeGrid time = new TimeGrid(
                (Double) value(UNTIL, until, section.map(PathSection::until)),
                ((Long) value(STEPS, steps, section.map(PathSection::steps))).intValue(),
                arguments.timeGrading().orElseGet(() -> (Double) section.map(PathSection::timeGrading)
                        .map(GRADING::parse)
                        .orElse(GRADING.defaultValue())));
        ShockTexts texts = new ShockTexts(texts(section), study.declared(), time.horizon());
        List<Shock> moves = texts.at(study.parameters());
        List<String> to = derivatives.to(
                study,
                texts,
                RunOptions.isGiven(givenPrices) ? List.of() : study.market().prices());
        List<PathPoint> of = derivatives.of(time.horizon());
        if (moves.isEmpty()) {
            console.warn("no shock is given, so that nothing moves: --shock NAME=PATH gives one");
        }
        return console.work(arguments.folder(name()), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            progress.callStationary("steady state");
            Transition transition;
            try {
                transition = solve(study, moves, time, progress);
            } catch (NoPath e) {
                progress.clear();
                console.complain(String.valueOf(e.getMessage()));
                return ExitCode.NO_EQUILIBRIUM;
            }
            Series series = Series.of(transition);
            boolean isDifferentiated = !to.isEmpty() && transition.isConverged();
            Optional<PathDerivatives> tangents = isDifferentiated
                    ? differentiated(
                            () -> PathDerivatives.of(transition, series, texts, to, of, progress, progress::doing),
                            progress)
                    : Optional.empty();
            progress.clear();
            List<Path> files = write(folder, study, transition, series, texts, tangents);
            if (!arguments.isQuiet()) {
                PathTable.print(transition, series, tangents.isPresent() ? List.of() : of, console.out());
                tangents.ifPresent(found -> DerivativeTable.print(found.rows(), console.out()));
                console.wrote(folder.path(), files);
            }
            int code = conclude(transition);
            return isDifferentiated && tangents.isEmpty() ? ExitCode.NO_EQUILIBRIUM : code;
        });
    }

    /** Derivatives; none, with a complaint, where they are not found or the user stops: the path is written without. */
    private Optional<PathDerivatives> differentiated(Supplier<PathDerivatives> search, Progress progress) {
        try {
            return Optional.of(search.get());
        } catch (NumericalFailureException e) {
            progress.clear();
            console.complain("no derivatives: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<Path> write(
            OutputFolder folder,
            Study study,
            Transition transition,
            Series series,
            ShockTexts shocks,
            Optional<PathDerivatives> tangents)
            throws IOException {
        ImpulseCurves curves = ImpulseCurves.of(
                transition,
                series,
                RunOptions.given(figureUntil) == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((Double) Declared.value(FIGURE_UNTIL, figureUntil)));
        List<Path> files = new ArrayList<>();
        if (tangents.isPresent()) {
            files.addAll(PathDerivativeFiles.write(folder, tangents.get(), curves));
        }
        files.addAll(TransitionFiles.write(folder, study, transition, series, shocks.texts(), curves));
        folder.exchange("path", TransitionFiles.SEAL);
        return files;
    }

    /** The value of the option, or of the file, or the default. */
    private static Object value(Parameter parameter, OptionSpec option, Optional<String> inFile) {
        return RunOptions.given(option) == null && inFile.isPresent()
                ? parameter.parse(inFile.get())
                : Declared.value(parameter, option);
    }

    /** Shocks that are given as options take the place of those of the file. */
    private List<String> texts(Optional<PathSection> section) {
        @Nullable List<String> given = shocks.getValue();
        return given == null ? section.map(PathSection::shocks).orElse(List.of()) : List.copyOf(given);
    }

    private Transition solve(Study study, List<Shock> moves, TimeGrid time, Monitor monitor) {
        TransitionSolver solver =
                new TransitionSolver(study.economy(), Cleared.PRICE_TOLERANCE, (Double) Declared.value(EXCESS, excess));
        return RunOptions.isGiven(givenPrices)
                ? solver.atGivenPrices(study.parameters(), moves, time, monitor)
                : solver.clear(study.parameters(), moves, time, monitor);
    }

    private int conclude(Transition transition) {
        if (!transition.isConverged()) {
            console.complain("no path (" + transition.equilibrium().status() + "): "
                    + transition.equilibrium().message());
            return ExitCode.NO_EQUILIBRIUM;
        }
        if (transition.missing() > MOST_MISSING) {
            console.warn(String.format(
                    Locale.ROOT,
                    "the path does not return: at t = %s, %.2g %% of the crowd are not where they are in the steady state; give a later --until",
                    transition.time().horizon(),
                    100 * transition.missing()));
        }
        transition
                .market()
                .warning(transition.end().parameters(), transition.crowdAtEnd())
                .ifPresent(console::warn);
        return ExitCode.SUCCESS;
    }
}
