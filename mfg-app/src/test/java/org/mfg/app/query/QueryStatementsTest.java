package org.mfg.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mfg.app.CommandRun;

/** A query answers, and does nothing else. FILE stands for a file that is there, NEW for one that is not. */
class QueryStatementsTest {
    private static final String PRECIOUS = "precious";

    @TempDir
    Path folder;

    private Path file;
    private Path fresh;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("runs")).resolve("runs.csv"), """
                run,viscosity,lambda,status,reason,iterations,solver.name,seconds
                0,0.1,1,CONVERGED,,7,newton,0.25
                1,0.2,1,STALLED,"no, it cannot",9,picard,0.5
                """);
        Files.writeString(
                folder.resolve("runs/summary.json"), "{\"status\": \"CONVERGED\", \"solver\": {\"name\": \"newton\"}}");
        file = Files.writeString(folder.resolve("file.csv"), PRECIOUS);
        fresh = folder.resolve("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set enable_profiling='json'; set profiling_output='FILE'; select 42",
                "set profiling_output='FILE'",
                "SET GLOBAL enable_profiling = 'json'",
                "pragma enable_profiling='json'",
                "pragma profiling_output='FILE'",
                "set home_directory='NEW'",
                "set secret_directory='NEW'",
                "set temp_directory='NEW'",
                "set enable_external_access=true",
                "set lock_configuration=false",
                "reset enable_external_access",
                "set enable_logging=true",
                "set logging_storage='file'",
                "call enable_logging(storage='file', storage_path='NEW')",
                "select * from enable_logging(storage='file', storage_path='NEW')",
                "select * from Main.\"Enable_Logging\"(storage='file', storage_path='NEW')",
                "with a as (from enable_logging(storage='file', storage_path='NEW')) select 1",
                "select (select count(*) from enable_logging(storage='file', storage_path='NEW'))",
                "describe (from enable_logging(storage='file', storage_path='NEW'))",
                "select write_log('a', level := 'error')",
                "select * from query('from enable_logging()')",
                "select * from json_execute_serialized_sql(json_serialize_sql('from runs'))",
                "copy runs to 'FILE'",
                "copy (select 1) to 'NEW' (format parquet)",
                "copy runs from 'FILE'",
                "export database 'NEW'",
                "import database 'NEW'",
                "attach 'NEW' as other",
                "attach database 'NEW'",
                "detach memory",
                "use memory",
                "install httpfs",
                "load httpfs",
                "force install httpfs from community",
                "create table x as select 1",
                "create or replace table runs as select 1",
                "create secret s (type s3)",
                "create persistent secret s (type http)",
                "create macro f() as 1",
                "insert into runs (run) values (3)",
                "update runs set run = 7",
                "delete from runs",
                "drop table runs",
                "alter table runs rename to x",
                "truncate runs",
                "begin transaction",
                "checkpoint",
                "vacuum",
                "prepare p as select 1",
                "execute p",
                "explain analyze select 1",
                "select 1; copy runs to 'NEW'",
                "/* select */ copy runs to 'NEW' -- select 1",
                "select ';' ; drop table runs; --'",
                "select * from 'FILE'",
                "select * from \"FILE\"",
                "select * from read_csv('FILE')",
                "select * from read_text('FILE')",
                "select * from read_blob('FILE')",
                "select * from sniff_csv('FILE')",
                "select * from read_parquet('NEW')",
                "select * from glob('*')",
                "select * from runs where status in (select content from read_text('FILE'))",
                "select * from force_checkpoint()",
                "",
                " ; ",
                "-- nothing"
            })
    void aStatementThatDoesMoreThanAskIsRefusedInALine(String sql) throws IOException {
        List<String> before = everything(Path.of(""));

        CommandRun run = query(sql.replace("FILE", file.toString()).replace("NEW", fresh.toString()));

        assertThat(run.code()).as(run.out()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("mfg: ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(file).hasContent(PRECIOUS);
        assertThat(fresh).doesNotExist();
        assertThat(everything(Path.of(""))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select status, count(*), avg(iterations) from runs group by status",
                "select folder, \"solver.name\", seconds from runs order by seconds desc limit 5",
                "select status, solver.name from summaries",
                "select * from runs;",
                "  SELECT 1 -- a comment",
                "/* why */ select 'copy; drop' as word",
                "with slow as (select * from runs where seconds > 0.3) select count(*) from slow",
                "from runs",
                "table runs",
                "values (1), (2)",
                "(select 1) union all select 2",
                "describe runs",
                "describe select 1",
                "summarize runs",
                "show tables",
                "select * from range(3)",
                "select unnest([1, 2])",
                "select r.run, s.status from runs r join summaries s using (folder)",
                "select sum(seconds) over (order by run), rank() over (order by seconds) from runs",
                "select * from (pivot runs on status in ('CONVERGED', 'STALLED') using count(*))"
            })
    void aQueryIsAnswered(String sql) {
        CommandRun run = query(sql);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSizeGreaterThanOrEqualTo(2);
    }

    private CommandRun query(String sql) {
        return CommandRun.of("query", sql, folder.toString());
    }

    private static List<String> everything(Path below) throws IOException {
        try (Stream<Path> files = Files.list(below.toAbsolutePath())) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
