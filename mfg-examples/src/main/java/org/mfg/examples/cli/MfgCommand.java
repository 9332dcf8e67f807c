package org.mfg.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.examples.output.Version;
import org.mfg.solvers.Mfg;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command {@code mfg}. */
public final class MfgCommand {
    private static final int HELP_WIDTH = 110;
    private static final int OPTIONS_WIDTH = 32;

    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable PrintWriter terminal;

    /**
     * @param out where results go
     * @param err where errors go
     * @param terminal where to show progress; null for nowhere
     */
    public MfgCommand(PrintWriter out, PrintWriter err, @Nullable PrintWriter terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs the command line; returns the exit code. */
    public int execute(String... args) {
        try {
            return dispatch(args);
        } catch (InvalidInputException e) {
            return complain(e.getMessage(), ExitCode.BAD_INPUT);
        } catch (ParameterException e) {
            return complain(Complaint.inOneLine(e), ExitCode.BAD_INPUT);
        } catch (IOException e) {
            return complain("the files could not be written: " + e, ExitCode.NO_EQUILIBRIUM);
        } catch (RuntimeException | LinkageError e) {
            return complain(Complaint.ofDefect(e), ExitCode.DEFECT);
        } catch (OutOfMemoryError e) {
            return complain(
                    "memory does not suffice: take a coarser grid or a larger heap (java -Xmx)", ExitCode.BAD_INPUT);
        }
    }

    private int dispatch(String... args) throws IOException {
        Map<String, GameCommand> commands = gameCommands(out, err, terminal);
        FirstLook look = FirstLook.at(commands.values(), args);
        CommandSpec root = CommandSpec.create().name("mfg");
        root.usageMessage().description("Solves mean field games.");
        root.version("mfg " + Version.text());
        root.addOption(Options.help()).addOption(Options.version()).addOption(Options.plugins());
        PositionalParamSpec kind = kind();
        @Nullable GameCommand command = commands.get(String.valueOf(look.command()));
        RunOptions options = new RunOptions();
        @Nullable RunArguments arguments = null;
        if (command != null && !look.words().isEmpty()) {
            Mfg mfg = Plugins.load(look.plugins());
            arguments = new RunArguments(mfg, Sources.find(mfg, look.words()), look, command);
        }
        for (Map.Entry<String, GameCommand> known : commands.entrySet()) {
            boolean isAsked = arguments != null && known.getValue() == command;
            CommandSpec spec = isAsked ? Objects.requireNonNull(arguments).spec() : CommandSpec.create();
            if (!isAsked) {
                (known.getValue() == command ? options : new RunOptions()).addTo(spec, known.getValue());
            }
            root.addSubcommand(known.getKey(), spec);
        }
        SweepCommand sweep = new SweepCommand();
        RerunCommand rerun = new RerunCommand();
        QueryCommand query = new QueryCommand();
        PlotCommand plot = new PlotCommand();
        root.addSubcommand(SweepCommand.NAME, sweep.spec())
                .addSubcommand(RerunCommand.NAME, rerun.spec())
                .addSubcommand(QueryCommand.NAME, query.spec())
                .addSubcommand(PlotCommand.NAME, plot.spec());
        root.addSubcommand("list", list(kind)).addSubcommand("completion", completion());
        CommandLine line = new CommandLine(root).setOut(out).setErr(err);
        line.setUsageHelpWidth(HELP_WIDTH).setUsageHelpLongOptionsMaxWidth(OPTIONS_WIDTH);
        ParseResult parsed = line.parseArgs(args);
        if (CommandLine.printHelpIfRequested(parsed)) {
            return ExitCode.SUCCESS;
        }
        if (command != null) {
            return arguments != null
                    ? command.run(arguments)
                    : command.runWithoutGame(Plugins.load(look.plugins()), options);
        }
        return switch (String.valueOf(look.command())) {
            case SweepCommand.NAME ->
                sweep.run(Plugins.load(look.plugins()), new SweepCommand.Output(out, err, terminal));
            case RerunCommand.NAME -> rerun.run(Plugins.load(look.plugins()), look.args(), out, err, terminal);
            case QueryCommand.NAME -> query.run(out);
            case PlotCommand.NAME -> plot.run(out);
            case "list" -> {
                new ListCommand(Plugins.load(look.plugins()), out).list(kind.getValue());
                yield ExitCode.SUCCESS;
            }
            case "completion" -> {
                out.println(CompletionScript.of(
                        Plugins.load(look.plugins()), commands.values(), list(kind()), completion()));
                yield ExitCode.SUCCESS;
            }
            default -> {
                line.usage(out);
                yield ExitCode.SUCCESS;
            }
        };
    }

    /** The commands about a game, by name. */
    static Map<String, GameCommand> gameCommands(PrintWriter out, PrintWriter err, @Nullable PrintWriter terminal) {
        Map<String, GameCommand> commands = new LinkedHashMap<>();
        for (GameCommand command : List.of(
                new RunCommand(out, err, terminal),
                new CompareCommand(out, err, terminal),
                new PriceOfAnarchyCommand(out, err, terminal),
                new SimulateCommand(out, err, terminal),
                new VerifyCommand(out, err, terminal))) {
            commands.put(command.name(), command);
        }
        return commands;
    }

    private static PositionalParamSpec kind() {
        return PositionalParamSpec.builder()
                .paramLabel("KIND")
                .type(String.class)
                .arity("0..1")
                .completionCandidates(ListCommand.KINDS)
                .description("one of " + String.join(", ", ListCommand.KINDS) + "; all of them if absent")
                .build();
    }

    private static CommandSpec list(PositionalParamSpec kind) {
        CommandSpec spec = CommandSpec.create().addPositional(kind).addOption(Options.help());
        spec.usageMessage().description("Lists what there is, plugins included, with the declared parameters.");
        return spec;
    }

    private static CommandSpec completion() {
        CommandSpec spec = CommandSpec.create().addOption(Options.help());
        spec.usageMessage().description("Prints a completion script for bash and zsh: source <(mfg completion)");
        return spec;
    }

    private int complain(@Nullable String message, int code) {
        err.println("mfg: " + message);
        err.flush();
        return code;
    }
}
