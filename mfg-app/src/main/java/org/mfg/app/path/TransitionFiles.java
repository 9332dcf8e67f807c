package org.mfg.app.path;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mfg.api.discrete.AgentQuantity;
import org.mfg.api.equilibrium.CrossSection;
import org.mfg.api.spi.Parameter;
import org.mfg.app.output.OutputFolder;
import org.mfg.app.study.Study;
import org.mfg.output.csv.FieldCsv;
import org.mfg.output.figure.Curve;
import org.mfg.output.figure.StudyFigures;
import org.mfg.output.npz.NpyArray;
import org.mfg.output.npz.NpzFile;
import org.mfg.output.npz.SolutionNpz;
import org.mfg.solvers.path.LinearResponse;
import org.mfg.solvers.path.SequenceJacobian;
import org.mfg.solvers.path.Transition;

/**
 * {@code path.csv}, a row for each time level; {@code jacobian.npz}, the derivatives at the steady state; {@code solution.npz}, value function, density and policies of the whole path;
 * {@code welfare.csv}, what the path is worth to those who are there at first; {@code path.json}; and figures, of what moves relative to the steady state before and of welfare.
 */
public final class TransitionFiles {
    /** The file that is there only if all others are. */
    public static final String SEAL = "path.json";

    /** Units of what moves by percentage points: interest rates, and tax rates. */
    private static final Set<String> OF_RATES = Set.of("1/time", "share");

    private TransitionFiles() {}

    /**
     * Writes the files; returns their paths.
     *
     * @param series what there is to tell of the transition
     * @param shocks as they were given
     * @param curves how figures are drawn
     */
    public static List<Path> write(
            OutputFolder folder,
            Study study,
            Transition transition,
            Series series,
            List<String> shocks,
            ImpulseCurves curves)
            throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(folder.writeText("path.csv", out -> csv(out, transition, series)));
        Path solution = folder.staging().resolve("solution.npz");
        SolutionNpz.write(solution, transition.equilibrium(), transition.policies());
        files.add(solution);
        if (transition.linear().isPresent()) {
            Path jacobian = folder.staging().resolve("jacobian.npz");
            NpzFile.write(jacobian, arrays(transition, transition.linear().get()));
            files.add(jacobian);
        }
        if (!series.moving().isEmpty()) {
            files.addAll(figure(folder.figures(), study, curves, series));
        }
        Optional<Welfare> welfare = Welfare.of(transition, series);
        if (welfare.isPresent()) {
            files.addAll(welfare(folder, transition, welfare.get()));
        }
        files.add(folder.writeJson(SEAL, out -> TransitionJson.write(out, study, transition, shocks, series, welfare)));
        return files;
    }

    private static List<Path> welfare(OutputFolder folder, Transition transition, Welfare welfare) throws IOException {
        Map<String, double[]> fields = new LinkedHashMap<>();
        fields.put("mass", welfare.masses());
        fields.put("gain", welfare.gains());
        List<Path> files = new ArrayList<>();
        files.add(folder.writeText(
                "welfare.csv", out -> FieldCsv.write(out, transition.game().grid(), fields)));
        files.addAll(
                folder.figures().functions("welfare", transition.start().equilibrium(), answers(transition, welfare)));
        return files;
    }

    /** Of those who are there at first, by what they have and are: what the path is worth to them, and how the first of their policies, consumption, changes in the first step. */
    private static Map<String, double[]> answers(Transition transition, Welfare welfare) {
        Map<String, double[]> answers = new LinkedHashMap<>();
        answers.put(
                "welfare gain (%)",
                Arrays.stream(welfare.gains()).map(gain -> 100 * gain).toArray());
        CrossSection before =
                CrossSection.last(transition.start().game(), transition.start().equilibrium());
        List<AgentQuantity> policies =
                transition.economy().provider().policies(transition.start().parameters());
        policies.stream().limit(1).forEach(policy -> {
            double[] change = before.values(policy);
            double[] now = Objects.requireNonNull(transition.policies().get(policy.name()));
            Arrays.setAll(change, i -> now[i] - change[i]);
            answers.put("change of " + policy.name(), change);
        });
        return answers;
    }

    private static List<Path> figure(StudyFigures figures, Study study, ImpulseCurves curves, Series series)
            throws IOException {
        Set<String> rates = study.declared().stream()
                .filter(p -> OF_RATES.contains(p.unit()))
                .map(Parameter::name)
                .collect(Collectors.toSet());
        List<Curve> panels = new ArrayList<>();
        for (String name : series.moving()) {
            boolean isAbsolute = series.beginsAtZero(name);
            String unit = rates.contains(name) ? " (percentage points)" : isAbsolute ? "" : " (%)";
            panels.add(curves.of(name.replace('-', ' ') + unit, name, series.deviations(name, rates)));
        }
        return figures.panels("impulse", "time t", "", panels);
    }

    private static double[] times(Transition transition) {
        double[] t = new double[transition.time().levels()];
        for (int j = 0; j < t.length; j++) {
            t[j] = transition.time().time(j);
        }
        return t;
    }

    private static void csv(Writer out, Transition transition, Series series) throws IOException {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("t", times(transition));
        series.byName().forEach((name, values) -> columns.put(word(name), values));
        series.excess().forEach((name, values) -> columns.put("excess-" + word(name), values));
        transition.linear().ifPresent(linear -> {
            List<String> prices = transition.market().prices();
            for (int k = 0; k < prices.size(); k++) {
                double[] first = new double[transition.time().levels()];
                first[0] = transition.start().parameters().real(prices.get(k));
                System.arraycopy(linear.path().get(k), 0, first, 1, first.length - 1);
                columns.put(prices.get(k) + "-to-first-order", first);
            }
        });
        Series.csv(out, columns);
    }

    static String word(String name) {
        return name.replace(' ', '-');
    }

    /** d(aggregate)/d(input) of each pair, how prices answer to shocks in equilibrium, and the times t_1 ... t_N of rows and columns. */
    private static Map<String, NpyArray> arrays(Transition transition, LinearResponse linear) {
        int steps = transition.time().steps();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        double[] t = new double[steps];
        for (int j = 0; j < steps; j++) {
            t[j] = transition.time().time(j + 1);
        }
        arrays.put("t", new NpyArray(t, steps));
        SequenceJacobian jacobian = linear.aggregates();
        for (String output : jacobian.outputs()) {
            for (String input : jacobian.inputs()) {
                arrays.put(word(output) + "_to_" + input, new NpyArray(jacobian.of(output, input), steps, steps));
            }
        }
        linear.prices().forEach((shock, responses) -> {
            for (int k = 0; k < responses.size(); k++) {
                String price = transition.market().prices().get(k);
                arrays.put("equilibrium_" + price + "_to_" + shock, new NpyArray(responses.get(k), steps, steps));
            }
        });
        return arrays;
    }
}
