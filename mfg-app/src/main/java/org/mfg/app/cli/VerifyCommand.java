package org.mfg.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.mfg.api.InvalidInputException;
import org.mfg.app.study.Choice;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Source;
import org.mfg.app.study.Study;
import org.mfg.app.verify.Convergence;
import org.mfg.app.verify.Suite;
import org.mfg.app.verify.Verification;
import org.mfg.app.verify.VerifyFiles;
import org.mfg.output.figure.Style;
import org.mfg.solvers.Mfg;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mfg verify}: observed orders of convergence, or numbers that others published. */
final class VerifyCommand implements GameCommand {
    private static final int DOUBLINGS = 3;
    private static final int QUICK_DOUBLINGS = 2;

    private final OptionSpec quick =
            RunOptions.flag("double the grid " + QUICK_DOUBLINGS + " times only, not " + DOUBLINGS, "--quick");
    private final OptionSpec published = RunOptions.flag(
            "compute numbers that others published instead, and tell by how many units they differ", "--published");
    private final OptionSpec errorBars = RunOptions.flag(
            "measure what the error bars of mfg run are worth, of games with an exact solution, instead",
            "--error-bars");
    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String description() {
        return "Measures orders of convergence: of every game with an exact solution, or of the given game, by itself if its"
                + " solution is not known. The coarsest grid has a fourth of the intervals asked for, or half of them where grids"
                + " are compared with each other. With --published numbers that others found, in about a minute (--quick: the fast half).";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(quick, errorBars, published);
    }

    @Override
    public boolean needsGame() {
        return false;
    }

    @Override
    public int run(RunArguments arguments) throws IOException {
        if (RunOptions.isGiven(published)) {
            throw InvalidInputException.because("--published", "--published must not be given with a game");
        }
        Map<String, Supplier<Study>> one = Map.of(arguments.gameName(), arguments::study);
        return verify(arguments.mfg(), one, arguments.folder("verify"), arguments.style(), arguments.isQuiet());
    }

    @Override
    public int runWithoutGame(Mfg mfg, RunOptions options) throws IOException {
        options.requireGameFor(name());
        if (RunOptions.isGiven(published)) {
            return new PublishedNumbers(console).compute(mfg, options, RunOptions.isGiven(quick));
        }
        Map<String, Supplier<Study>> studies = new LinkedHashMap<>();
        String scheme = RunOptions.given(options.discretization);
        Choice discretization = Choice.of(scheme == null ? Mfg.DEFAULT_DISCRETIZATION : scheme);
        int order = mfg.discretization(discretization.name(), Map.of()).order();
        for (Suite.Case c : Suite.of(mfg, order)) {
            studies.put(c.name(), () -> study(mfg, c, discretization));
        }
        Path folder = FileName.given(options.out).orElse(Path.of("out", name()));
        return verify(mfg, studies, folder, options.style.given(), RunOptions.isGiven(options.quiet));
    }

    private static Study study(Mfg mfg, Suite.Case c, Choice discretization) {
        Source source = Source.of(c.provider());
        GridChoice grid = new GridChoice(Map.of(), OptionalInt.empty(), OptionalDouble.empty());
        return Study.of(mfg, c.provider(), new Study.Request(c.given(), grid, discretization, source.solver()));
    }

    private int verify(Mfg mfg, Map<String, Supplier<Study>> studies, Path path, Style style, boolean isQuiet)
            throws IOException {
        if (RunOptions.isGiven(errorBars)) {
            return new ErrorBarCheck(console, mfg, RunOptions.isGiven(quick)).run(studies, path, style, isQuiet);
        }
        List<Convergence> results = new ArrayList<>();
        return console.work(path, style, isQuiet, (folder, progress) -> {
            boolean passed = true;
            for (Map.Entry<String, Supplier<Study>> entry : studies.entrySet()) {
                List<Convergence> found =
                        verify(entry.getKey(), entry.getValue().get(), progress);
                results.addAll(found);
                passed &= !found.isEmpty() && found.stream().allMatch(Convergence::isPassed);
            }
            progress.clear();
            List<Path> files = VerifyFiles.write(folder, results);
            folder.exchange(name(), "verify.json");
            if (!isQuiet) {
                print(results);
                console.wrote(folder.path(), files);
            }
            return passed ? ExitCode.SUCCESS : ExitCode.NO_EQUILIBRIUM;
        });
    }

    private List<Convergence> verify(String name, Study study, Progress progress) {
        console.warn(study);
        int doublings = RunOptions.isGiven(quick) ? QUICK_DOUBLINGS : DOUBLINGS;
        List<Convergence> found =
                Verification.of(name, study.discreteGame(), study.equilibriumSolver(), doublings, progress);
        if (found.isEmpty()) {
            console.complain(name + " has no equilibrium on one of the grids");
        }
        found.stream()
                .filter(c -> !c.isPassed())
                .forEach(c -> console.err()
                        .println(String.format(
                                Locale.ROOT,
                                "mfg: %s: order %.2f of %s where %.2f is expected",
                                name,
                                c.order(),
                                c.field(),
                                c.expected())));
        return found;
    }

    private void print(List<Convergence> results) {
        Columns table = new Columns("");
        table.row("game", "field", "norm", "intervals", "errors", "orders", "expected", "");
        for (Convergence c : results) {
            List<String> errors = new ArrayList<>();
            List<String> orders = new ArrayList<>();
            List<String> intervals = new ArrayList<>();
            for (int k = 0; k < c.errors().length; k++) {
                intervals.add(String.format(Locale.ROOT, "%.0f", c.intervals()[k]));
                errors.add(String.format(Locale.ROOT, "%.2e", c.errors()[k]));
                if (k > 0) {
                    orders.add(String.format(Locale.ROOT, "%.2f", c.order(k - 1)));
                }
            }
            table.row(
                    c.game(),
                    c.field(),
                    c.norm(),
                    String.join(" ", intervals),
                    String.join(" ", errors),
                    String.join(" ", orders),
                    String.format(Locale.ROOT, c.expected() < 1 ? "%.1f" : "%.0f", c.expected()),
                    c.isPassed() ? "pass" : "FAIL");
        }
        table.print(console.out());
    }
}
