package org.mfg.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.examples.output.Version;
import org.mfg.examples.study.Source;
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
        FirstLook look = FirstLook.at(args);
        CommandSpec root = CommandSpec.create().name("mfg");
        root.usageMessage().description("Solves mean field games.");
        root.version("mfg " + Version.text());
        root.addOption(Options.help()).addOption(Options.version()).addOption(Options.plugins());
        PositionalParamSpec kind = kind();
        @Nullable RunArguments run = null;
        CommandSpec runSpec = runWithoutGame();
        if ("run".equals(look.command()) && !look.words().isEmpty()) {
            Mfg mfg = Plugins.load(look.plugins());
            Source source = Sources.find(mfg, look.words());
            run = new RunArguments(mfg, source, look);
            runSpec = run.spec();
        }
        root.addSubcommand("run", runSpec);
        root.addSubcommand("list", list(kind)).addSubcommand("completion", completion());
        CommandLine line = new CommandLine(root).setOut(out).setErr(err);
        line.setUsageHelpWidth(HELP_WIDTH).setUsageHelpLongOptionsMaxWidth(OPTIONS_WIDTH);
        ParseResult parsed = line.parseArgs(args);
        if (CommandLine.printHelpIfRequested(parsed)) {
            return ExitCode.SUCCESS;
        }
        return switch (String.valueOf(look.command())) {
            case "run" -> new RunCommand(out, err, terminal).run(Objects.requireNonNull(run));
            case "list" -> {
                new ListCommand(Plugins.load(look.plugins()), out).list(kind.getValue());
                yield ExitCode.SUCCESS;
            }
            case "completion" -> {
                out.println(CompletionScript.of(Plugins.load(look.plugins()), list(kind()), completion()));
                yield ExitCode.SUCCESS;
            }
            default -> {
                line.usage(out);
                yield ExitCode.SUCCESS;
            }
        };
    }

    private static CommandSpec runWithoutGame() {
        CommandSpec spec = CommandSpec.create();
        new RunOptions().addTo(spec);
        return spec;
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
