package org.mfg.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.mfg.api.equilibrium.Status;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.app.sweep.Plan;
import org.mfg.app.sweep.Sweep;
import org.mfg.app.sweep.SweepEngine;
import org.mfg.app.sweep.SweepFolder;
import org.mfg.app.sweep.SweepReport;
import org.mfg.app.sweep.SweepSpec;
import org.mfg.app.sweep.Workers;
import org.mfg.app.yaml.SweepFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg sweep}: many runs of one game, a row for each. */
final class SweepCommand implements OwnCommand {
    private static final int SHOWN_RUNS = 10;
    private static final Parameter WORKERS = Parameter.integer(
            "--workers", Runtime.getRuntime().availableProcessors(), Range.between(1, 1024), "runs at the same time");

    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .paramLabel("SWEEP.yaml")
            .type(String.class)
            .arity("1")
            .required(true)
            .index("0")
            .description("what to vary and how, see docs/sweep.md")
            .build();
    private final OptionSpec workers =
            RunOptions.text("--workers", "N", "runs at the same time (>= 1, default: one for each processor)");
    private final OptionSpec engine = Options.text("--engine")
            .paramLabel("NAME")
            .description("where the runs are made (" + String.join(", ", SweepEngine.NAMES) + "; default "
                    + SweepEngine.THREADS + ")")
            .completionCandidates(SweepEngine.NAMES)
            .build();
    private final OptionSpec master = RunOptions.text(
            "--master", "URL", "with --engine spark: the cluster, such as spark://HOST:7077, or local[N]");
    private final OptionSpec resume = RunOptions.flag("make the runs that the folder lacks", "--resume");
    private final OptionSpec dryRun =
            RunOptions.flag("show the number of runs and the first ones, no more", "--dry-run");
    private final OptionSpec out =
            RunOptions.text("--out", "DIR", "where to write (default: a folder in out named after the file)");
    private final OptionSpec noReport = RunOptions.flag("no report (index.html)", "--no-report");
    private final OptionSpec quiet =
            RunOptions.flag("print nothing but errors: results are in the files", "-q", "--quiet");
    private final CommandSpec spec = CommandSpec.create().addPositional(file);

    SweepCommand() {
        List.of(out, resume, workers, engine, master, dryRun, noReport, quiet, Options.help())
                .forEach(spec::addOption);
        spec.usageMessage()
                .description("Solves a game for many parameters, grids and solvers, and writes a table of the runs.")
                .sortOptions(false);
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) throws IOException {
        Optional<Path> given = FileName.given(out);
        SweepSpec sweep = SweepFile.read(FileName.of(file), call.mfg());
        SweepEngine.Options options = engineOptions(call);
        if (RunOptions.isGiven(dryRun)) {
            show(sweep.plan(), call.console().out());
            return ExitCode.SUCCESS;
        }
        Path path = given.orElse(Path.of("out", sweep.name()));
        boolean isQuiet = RunOptions.isGiven(quiet);
        try (Workers workers = engine().start(options);
                SweepFolder folder = SweepFolder.open(path, sweep, RunOptions.isGiven(resume));
                Interrupt interrupt = new Interrupt()) {
            SweepProgress progress = new SweepProgress(
                    isQuiet ? null : call.console().status(), sweep.plan().size(), sum(folder.statuses()));
            Optional<String> trouble = new Sweep(sweep, folder, progress, interrupt.requested()).run(workers);
            progress.clear();
            trouble.ifPresent(why -> call.console().complain(why));
            boolean hasReport = !RunOptions.isGiven(noReport);
            if (hasReport) {
                SweepReport.write(sweep, folder.path());
            }
            if (!isQuiet) {
                print(sweep, folder, call.console().out());
                call.console()
                        .out()
                        .println("wrote " + folder.path() + ": runs.csv, sweep.json, sweep.yaml, history"
                                + (hasReport ? ", index.html" : ""));
            }
            return complain(sweep, folder, call.console().err());
        }
    }

    private SweepEngine engine() {
        return SweepEngine.named(Objects.requireNonNullElse(RunOptions.given(engine), SweepEngine.THREADS));
    }

    private SweepEngine.Options engineOptions(Call call) {
        String count = RunOptions.given(workers);
        return new SweepEngine.Options(
                count == null ? OptionalInt.empty() : OptionalInt.of(((Long) WORKERS.parse(count)).intValue()),
                Optional.ofNullable(RunOptions.given(master)),
                Optional.ofNullable(call.look().plugins()).map(name -> FileName.of("--plugins", name)));
    }

    private static void print(SweepSpec sweep, SweepFolder folder, PrintWriter out) {
        Map<String, Integer> statuses = folder.statuses();
        Columns table = new Columns("");
        table.row("runs", sum(statuses) + " of " + sweep.plan().size());
        statuses.forEach((status, count) -> table.row(status, count.toString()));
        table.print(out);
    }

    /** Says what is not as it should be; returns the exit code. */
    private static int complain(SweepSpec sweep, SweepFolder folder, PrintWriter err) {
        int total = sweep.plan().size();
        int done = sum(folder.statuses());
        int converged = folder.statuses().getOrDefault(Status.CONVERGED.name(), 0);
        if (converged < done) {
            err.println("mfg: no equilibrium in " + (done - converged) + " of " + done
                    + " runs; runs.csv tells the reasons");
        }
        if (done < total) {
            err.println("mfg: stopped after " + done + " of " + total + " runs; --resume makes the rest");
        }
        return converged == total ? ExitCode.SUCCESS : ExitCode.NO_EQUILIBRIUM;
    }

    private static int sum(Map<String, Integer> statuses) {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void show(Plan plan, PrintWriter out) {
        out.println(plan.size() + " runs");
        Columns table = new Columns("");
        table.row(row("run", plan.names()));
        for (int run = 0; run < Math.min(plan.size(), SHOWN_RUNS); run++) {
            table.row(row(Integer.toString(run), plan.point(run).values()));
        }
        table.print(out);
    }

    private static String[] row(String first, Iterable<?> rest) {
        List<String> cells = new ArrayList<>(List.of(first));
        rest.forEach(cell -> cells.add(cell.toString()));
        return cells.toArray(new String[0]);
    }
}
