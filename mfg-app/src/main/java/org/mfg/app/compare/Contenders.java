package org.mfg.app.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mfg.api.InvalidInputException;
import org.mfg.api.spi.Parameter;
import org.mfg.app.study.Source;
import org.mfg.app.study.WithCoupling;
import org.mfg.app.sweep.Settings;
import org.mfg.solvers.Mfg;

/** Makes the contenders of a comparison: every solver for every combination of the values that vary. */
public final class Contenders {
    private static final String RELAXATION = "relaxation";
    private static final int MOST = 100;

    private Contenders() {}

    /**
     * The contenders, the solver varying fastest.
     *
     * @param solvers names of solvers, at least one
     * @param relaxations values that solvers with a relaxation are tried with; none for their default
     * @param vary texts of values by setting
     * @throws InvalidInputException if a name or a value is not valid, or there are too many contenders
     */
    public static List<Contender> of(
            Mfg mfg, Source source, List<String> solvers, List<String> relaxations, Map<String, List<String>> vary) {
        if (new HashSet<>(solvers).size() < solvers.size()) {
            throw InvalidInputException.of("--solvers", "name each solver once", String.join(",", solvers));
        }
        Settings known = new Settings(
                mfg, source, solvers, List.of(source.discretization().name()), couplings(mfg, vary));
        List<Map<String, Object>> all = new ArrayList<>();
        for (String solver : solvers) {
            all.addAll(of(mfg, solver, relaxations));
        }
        for (Map.Entry<String, List<String>> setting : vary.entrySet()) {
            Parameter parameter = known.parameter(setting.getKey());
            List<Map<String, Object>> more = new ArrayList<>();
            Set<Object> values = new HashSet<>();
            for (String text : setting.getValue()) {
                Object value = parameter.parse(text);
                if (!values.add(value)) {
                    throw InvalidInputException.of(
                            "--vary", "name each value once", setting.getKey() + " " + text + " twice");
                }
                all.forEach(settings -> more.add(with(settings, setting.getKey(), value)));
            }
            all = more;
            if (all.size() > MOST) {
                throw InvalidInputException.of("--vary", "make at most " + MOST + " contenders", all.size());
            }
        }
        List<Map<String, Object>> made = all;
        return all.stream()
                .map(settings -> new Contender(name(settings, made), settings))
                .toList();
    }

    private static List<String> couplings(Mfg mfg, Map<String, List<String>> vary) {
        Parameter choice = Settings.choice(WithCoupling.COUPLING, mfg.couplings());
        return vary.getOrDefault(WithCoupling.COUPLING, List.of()).stream()
                .map(text -> choice.parse(text).toString())
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> settings, String setting, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return more;
    }

    /** The settings that not all share; the solver where all are the same. */
    private static String name(Map<String, Object> settings, List<Map<String, Object>> all) {
        String name = settings.entrySet().stream()
                .filter(s -> all.stream().anyMatch(other -> !s.getValue().equals(other.get(s.getKey()))))
                .map(s -> s.getKey().equals(Settings.SOLVER)
                        ? s.getValue().toString()
                        : shortened(s.getKey()) + s.getValue())
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? String.valueOf(settings.get(Settings.SOLVER)) : name;
    }

    private static String shortened(String setting) {
        return setting.substring(setting.indexOf('.') + 1) + " ";
    }

    private static List<Map<String, Object>> of(Mfg mfg, String solver, List<String> relaxations) {
        Map<String, Object> plain = Map.of(Settings.SOLVER, solver);
        for (Parameter parameter : mfg.solvers().provider(solver).parameters()) {
            if (parameter.name().equals(RELAXATION) && !relaxations.isEmpty()) {
                return relaxations.stream()
                        .map(text -> with(plain, "solver." + RELAXATION, parameter.parse(text)))
                        .toList();
            }
        }
        return List.of(plain);
    }
}
