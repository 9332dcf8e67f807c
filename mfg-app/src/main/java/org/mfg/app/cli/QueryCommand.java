package org.mfg.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mfg.app.query.RunsDatabase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code mfg query}: SQL over all runs in some folders. */
final class QueryCommand implements OwnCommand {
    private final PositionalParamSpec sql = PositionalParamSpec.builder()
            .paramLabel("SQL")
            .type(String.class)
            .arity("1")
            .required(true)
            .index("0")
            .description(
                    "one SELECT (or WITH, FROM, VALUES, TABLE, DESCRIBE, SUMMARIZE, SHOW) from the tables runs, history and summaries, see docs/studies.md")
            .build();
    private final PositionalParamSpec folders = PositionalParamSpec.builder()
            .paramLabel("DIR")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .index("1..*")
            .description("where to look for runs (default: out)")
            .build();
    private final OptionSpec csv = RunOptions.flag("print CSV", "--csv");
    private final CommandSpec spec = CommandSpec.create()
            .addPositional(sql)
            .addPositional(folders)
            .addOption(csv)
            .addOption(Options.help());

    QueryCommand() {
        spec.usageMessage()
                .description("Asks a question in SQL about all runs, comparisons and sweeps below some folders.")
                .sortOptions(false);
    }

    @Override
    public String name() {
        return "query";
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public int run(Call call) throws IOException {
        PrintWriter out = call.console().out();
        @Nullable List<String> given = folders.getValue();
        List<Path> paths = (given == null || given.isEmpty() ? List.of("out") : given)
                .stream().map(name -> FileName.of(folders.paramLabel(), name)).toList();
        try (RunsDatabase database = RunsDatabase.of(paths)) {
            RunsDatabase.Table table = database.query(String.valueOf(sql.<String>getValue()));
            table.notes().forEach(call.console()::complain);
            if (RunOptions.isGiven(csv)) {
                CsvWriter writer = CsvWriter.builder().build(out);
                writer.writeRecord(table.header());
                table.rows().forEach(writer::writeRecord);
                writer.flush();
                out.flush();
            } else {
                Columns columns = new Columns("");
                columns.row(table.header().toArray(new String[0]));
                table.rows().forEach(row -> columns.row(row.toArray(new String[0])));
                columns.print(out);
            }
            return ExitCode.SUCCESS;
        }
    }
}
