package org.mfg.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.app.output.Version;
import org.mfg.app.study.Memory;
import org.mfg.output.file.FileTrouble;
import org.mfg.solvers.Mfg;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command {@code mfg}. */
public final class MfgCommand {
    private static final int HELP_WIDTH = 110;
    private static final int OPTIONS_WIDTH = 32;

    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable StatusLine status;

    /**
     * @param out where results go
     * @param err where errors go
     * @param status where to show progress; null for nowhere
     */
    public MfgCommand(PrintWriter out, PrintWriter err, @Nullable StatusLine status) {
        this.out = out;
        this.err = err;
        this.status = status;
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
            return complain(e);
        } catch (UncheckedIOException e) {
            return complain(Objects.requireNonNull(e.getCause()));
        } catch (OutOfMemoryError e) {
            return complain(Memory.doesNotSuffice(), ExitCode.BAD_INPUT);
        } catch (RuntimeException | Error e) {
            return complain(Complaint.ofDefect(e), ExitCode.DEFECT);
        }
    }

    private int dispatch(String... args) throws IOException {
        Map<String, GameCommand> commands = gameCommands(new Console(out, err, status));
        FirstLook look = FirstLook.at(commands.values(), args);
        CommandSpec root = CommandSpec.create().name("mfg");
        root.usageMessage().description("Solves mean field games.");
        root.version("mfg " + Version.text());
        root.addOption(Options.help())
                .addOption(Options.version())
                .addOption(Options.plugins())
                .addOption(Options.noChecks());
        @Nullable GameCommand command = commands.get(String.valueOf(look.command()));
        RunOptions options = new RunOptions();
        @Nullable RunArguments arguments = null;
        if (command != null && !look.words().isEmpty()) {
            Mfg mfg = look.load();
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
        Map<String, OwnCommand> own = new LinkedHashMap<>();
        for (OwnCommand known : OwnCommand.all()) {
            own.put(known.name(), known);
            root.addSubcommand(known.name(), known.spec());
        }
        CommandLine line = new CommandLine(root).setOut(out).setErr(err);
        line.setUsageHelpWidth(HELP_WIDTH).setUsageHelpLongOptionsMaxWidth(OPTIONS_WIDTH);
        ParseResult parsed = line.parseArgs(args);
        Once.check(parsed);
        if (CommandLine.printHelpIfRequested(parsed)) {
            return ExitCode.SUCCESS;
        }
        if (command != null) {
            return arguments != null ? command.run(arguments) : command.runWithoutGame(look.load(), options);
        }
        @Nullable OwnCommand asked = own.get(String.valueOf(look.command()));
        if (asked != null) {
            return asked.run(new OwnCommand.Call(look, new Console(out, err, status)));
        }
        line.usage(out);
        return ExitCode.SUCCESS;
    }

    private static String file(IOException e) {
        return e instanceof FileSystemException f && f.getFile() != null ? f.getFile() + ": " : "";
    }

    /** The commands about a game, by name. */
    static Map<String, GameCommand> gameCommands(Console console) {
        Map<String, GameCommand> commands = new LinkedHashMap<>();
        for (GameCommand command : List.of(
                new RunCommand(console),
                new CompareCommand(console),
                new PriceOfAnarchyCommand(console),
                new ClearCommand(console),
                new PathCommand(console),
                new SimulateCommand(console),
                new SensitivityCommand(console),
                new EquilibriaCommand(console),
                new FitCommand(console),
                new VerifyCommand(console))) {
            commands.put(command.name(), command);
        }
        return commands;
    }

    private int complain(IOException e) {
        return complain(
                "the files could not be read or written: " + file(e) + FileTrouble.inWords(e), ExitCode.NO_EQUILIBRIUM);
    }

    private int complain(@Nullable String message, int code) {
        err.println("mfg: " + InvalidInputException.inOneLine(String.valueOf(message)));
        err.flush();
        return code;
    }
}
