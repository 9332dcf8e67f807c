package org.mfg.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Names;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, in one line that says what is allowed. */
final class Complaint {
    private Complaint() {}

    static @Nullable String inOneLine(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), command);
        }
        if (e instanceof MissingParameterException missing) {
            ArgSpec first = missing.getMissing().get(0);
            if (first instanceof OptionSpec option) {
                return option.longestName() + " must have a value: " + String.join("", option.description());
            }
            return first.paramLabel() + " must be given: " + String.join("", first.description());
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " must be given once, but it is there again";
        }
        String message = e.getMessage();
        return message == null ? null : message.lines().findFirst().orElse("");
    }

    /** An exception that nobody foresaw, with where it came from: for plugin authors, that is mostly their own line. */
    static String ofDefect(Throwable e) {
        List<StackTraceElement> trace = Arrays.stream(e.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .toList();
        Optional<StackTraceElement> place = e instanceof StackOverflowError
                ? mostFrequent(trace)
                : trace.stream().findFirst();
        String from = place.map(frame -> " at " + frame).orElse("");
        return "a defect in the framework or in a plugin: "
                + InvalidInputException.shown(e.toString().lines().findFirst().orElse("")) + from;
    }

    /** Where a recursion runs out of stack is a matter of chance; who recurs is in the trace again and again. */
    private static Optional<StackTraceElement> mostFrequent(List<StackTraceElement> trace) {
        Map<StackTraceElement, Integer> counts = new LinkedHashMap<>();
        trace.forEach(frame -> counts.merge(frame, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static @Nullable String unknown(String argument, CommandSpec command) {
        if (argument.startsWith("-")) {
            List<String> known = new ArrayList<>();
            command.options().forEach(option -> known.add(option.longestName()));
            return Names.unknown("option", argument.replaceFirst("(?s)=.*", ""), known)
                    .getMessage();
        }
        if (command.parent() == null) {
            return Names.unknown("command", argument, command.subcommands().keySet())
                    .getMessage();
        }
        return "one argument too many: '" + InvalidInputException.shown(argument) + "' (mfg " + command.name()
                + " --help tells what is allowed)";
    }
}
