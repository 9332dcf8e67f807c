package org.mfg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mfg.app.CommandRun;

class ServeCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void answersAreThoseOfTheCommandLine() throws Exception {
        String out = folder.resolve("étude ω").toString();
        List<String> call =
                List.of("run", "tutorial", "--nx=12", "--nt=8", "--no-report", "--no-figures", "--out", out);
        List<JsonNode> answers = answers(
                JSON.writeValueAsString(List.of("list", "solvers")),
                JSON.writeValueAsString(call),
                JSON.writeValueAsString(List.of("run", "tutorial", "--viscosity", "-1")));

        assertThat(answers.get(0).get("out").textValue())
                .isEqualTo(CommandRun.of("list", "solvers").out());
        assertThat(answers.get(1).get("code").intValue()).isZero();
        assertThat(answers.get(1).get("out").textValue()).contains("wrote " + out + ": ");
        assertThat(Path.of(out, "solution.npz")).isNotEmptyFile();
        assertThat(answers.get(2).get("code").intValue()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(answers.get(2).get("err").textValue()).startsWith("mfg: viscosity must be >= 0");
    }

    @Test
    void whatIsNoCallIsToldAndTheNextOneAnswered() throws Exception {
        List<JsonNode> answers =
                answers("", "list", "[\"list\"", "{}", "[]", "[1]", "[\"serve\"]", "[\"list\"] x", "[\"--version\"]");
        assertThat(answers).hasSize(9);
        assertThat(answers.subList(0, 8)).allSatisfy(answer -> {
            assertThat(answer.get("code").intValue()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(answer.get("err").textValue())
                    .startsWith("mfg: call must be ")
                    .hasLineCount(1);
        });
        assertThat(answers.get(8).get("out").textValue()).startsWith("mfg ");
    }

    /** An answer is a line of ASCII, whatever is in it. */
    private static List<JsonNode> answers(String... calls) throws Exception {
        StringWriter written = new StringWriter();
        Answers.toAll(new BufferedReader(new StringReader(String.join("\n", calls))), new PrintWriter(written));
        assertThat(written.toString()).matches("\\A\\p{ASCII}*\\z");
        List<JsonNode> answers = new ArrayList<>();
        for (String line : written.toString().lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }
}
