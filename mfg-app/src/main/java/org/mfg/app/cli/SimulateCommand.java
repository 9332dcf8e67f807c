package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.agents.AgentFiles;
import org.mfg.app.agents.AgentStudy;
import org.mfg.app.study.Study;
import org.mfg.solvers.agents.AgentSimulation;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg simulate}: agents who play the equilibrium. */
final class SimulateCommand implements GameCommand {
    private static final Parameter AGENTS =
            Parameter.integer("agents", 100_000, Range.between(1, 100_000_000), "how many agents");
    private static final Parameter SEED = Parameter.integer("seed", 1, Range.ANY, "the seed of the random numbers");
    private static final Parameter STEPS = Parameter.integer(
            "steps-per-level", 4, Range.between(1, 10_000), "steps of an agent to a time step of the game");

    private static final Parameter DURATION =
            Parameter.real("duration", 1, Range.above(0), "time", "for how long agents of a stationary game walk");

    private final OptionSpec duration = RunOptions.text(
            "--duration",
            "N",
            DURATION.description() + "; > 0 time; default what diffusion takes to mix them, or less");
    private final OptionSpec agents = option(AGENTS);
    private final OptionSpec seed = option(SEED);
    private final OptionSpec steps = option(STEPS);
    private final Console console;

    SimulateCommand(Console console) {
        this.console = console;
    }

    private static OptionSpec option(Parameter parameter) {
        return RunOptions.text("--" + parameter.name(), "N", Declared.sentence(parameter));
    }

    @Override
    public String name() {
        return "simulate";
    }

    @Override
    public String description() {
        return "Solves a game, lets many agents play its equilibrium, and compares their density and cost with it.";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(agents, seed, steps, duration);
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        AgentStudy.Setting setting = new AgentStudy.Setting(
                (int) number(agents, AGENTS), number(seed, SEED), (int) number(steps, STEPS), duration());
        Study study = arguments.study();
        AgentSimulation.requireSupport(study.discreteGame());
        if (setting.duration().isPresent() && !study.isStationary()) {
            throw InvalidInputException.because(
                            "duration", "duration must not be given: game " + study.name() + " has a horizon")
                    .at("--duration");
        }
        console.warn(study);
        return console.work(arguments.folder("agents"), arguments.style(), arguments.isQuiet(), (folder, progress) -> {
            Equilibrium equilibrium = study.solve(progress).equilibrium();
            progress.clear();
            if (!equilibrium.isConverged()) {
                console.complain("no equilibrium to play (" + equilibrium.status() + "): " + equilibrium.message());
                return ExitCode.NO_EQUILIBRIUM;
            }
            study.warnings(equilibrium).forEach(console::warn);
            AgentStudy result = AgentStudy.of(study.discreteGame(), equilibrium, setting);
            List<Path> files = AgentFiles.write(folder, study, result);
            folder.exchange("agents", "agents.json");
            if (!arguments.isQuiet()) {
                AgentTable.print(study, result, console.out());
                console.wrote(folder.path(), files);
            }
            return ExitCode.SUCCESS;
        });
    }

    private static long number(OptionSpec option, Parameter parameter) {
        return (Long) Optional.ofNullable(parsed(option, parameter)).orElse(parameter.defaultValue());
    }

    private OptionalDouble duration() {
        Object given = parsed(duration, DURATION);
        return given == null ? OptionalDouble.empty() : OptionalDouble.of((Double) given);
    }

    private static @Nullable Object parsed(OptionSpec option, Parameter parameter) {
        String text = RunOptions.given(option);
        try {
            return text == null ? null : parameter.parse(text);
        } catch (InvalidInputException e) {
            throw e.at("--" + parameter.name());
        }
    }
}
