package org.mfg.app.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Grid;
import org.mfg.api.spi.Names;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Provider;
import org.mfg.app.study.GridChoice;
import org.mfg.app.study.Source;
import org.mfg.app.study.WithCoupling;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.registry.Registry;

/**
 * What can be varied, by name: the parameters of the game; {@code coupling}, which takes the place of the game's own, and its parameters;
 * {@code nodes} of every axis, {@code nx}, {@code ny}, {@code nz} and {@code nt}; {@code solver.name} and {@code solver.PARAMETER}; {@code
 * discretization.name} and {@code discretization.PARAMETER}. Where several solvers or couplings are compared, their common parameters.
 */
public final class Settings {
    /** The setting that chooses the solver. */
    public static final String SOLVER = Base.SOLVER_PREFIX + Base.NAME;

    /** The setting that chooses the discretisation. */
    public static final String DISCRETIZATION = Base.DISCRETIZATION_PREFIX + Base.NAME;

    private static final int MOST = 1 << 28;

    private final Map<String, Parameter> declared = new LinkedHashMap<>();

    /**
     * @param solvers the names of the solvers that the sweep uses
     * @param discretizations the names of the discretisations that it uses
     * @param couplings the names of the couplings that it puts in the place of the game's own
     */
    public Settings(
            Mfg mfg,
            Source source,
            Collection<String> solvers,
            Collection<String> discretizations,
            Collection<String> couplings) {
        source.game().parameters().forEach(p -> declared.put(p.name(), p));
        count(Base.ALL_NODES, Grid.MIN_NODES);
        for (String nodes : Base.NODES) {
            count(nodes, Grid.MIN_NODES);
        }
        count(Base.STEPS, 1);
        declared.put(
                GridChoice.TIME_GRADING,
                Parameter.real(GridChoice.TIME_GRADING, 1, Range.above(0), "", "how time steps grow"));
        addAll(Base.SOLVER_PREFIX, mfg.solvers(), solvers);
        addAll(Base.DISCRETIZATION_PREFIX, mfg.discretizations(), discretizations);
        declared.put(WithCoupling.COUPLING, choice(WithCoupling.COUPLING, mfg.couplings()));
        common(mfg.couplings(), couplings).forEach(p -> declared.putIfAbsent(p.name(), p));
    }

    /** The names of all that can be varied of a game, whichever solver, discretisation and coupling a sweep uses. */
    public static List<String> names(Mfg mfg, Source source) {
        Set<String> names = new LinkedHashSet<>();
        for (String solver : mfg.solvers().names()) {
            for (String discretization : mfg.discretizations().names()) {
                for (String coupling : mfg.couplings().names()) {
                    names.addAll(new Settings(mfg, source, List.of(solver), List.of(discretization), List.of(coupling))
                            .declared.keySet());
                }
            }
        }
        return List.copyOf(names);
    }

    /**
     * Checks that the nodes of an axis are given in one way.
     *
     * @param given names of settings
     * @throws InvalidInputException if those of all axes and those of one are given: one of them would not count
     */
    public static void requireOneWay(Collection<String> given) {
        if (given.contains(Base.ALL_NODES)) {
            Base.NODES.stream().filter(given::contains).findFirst().ifPresent(name -> {
                throw InvalidInputException.because(
                        name, name + " must not be given beside " + Base.ALL_NODES + ", the nodes of every axis");
            });
        }
    }

    /** The setting that chooses one of the registry's providers. */
    public static Parameter choice(String name, Registry<?, ?> registry) {
        String[] names = registry.names().toArray(new String[0]);
        return Parameter.text(name, names[0], Range.oneOf(names), "the " + registry.kind());
    }

    private void count(String name, int least) {
        declared.put(name, Parameter.integer(name, least, Range.between(least, MOST), "the size of the grid"));
    }

    private <P extends Provider<T>, T> void addAll(String prefix, Registry<P, T> registry, Collection<String> used) {
        Parameter choice = choice(prefix + Base.NAME, registry);
        declared.put(choice.name(), choice);
        for (Parameter p : common(registry, used)) {
            String name = prefix + p.name();
            declared.put(name, new Parameter(name, p.type(), p.defaultValue(), p.range(), p.unit(), p.description()));
        }
    }

    /** The parameters of the first provider that all of them have. */
    private static List<Parameter> common(Registry<? extends Provider<?>, ?> registry, Collection<String> used) {
        List<Parameter> common = new ArrayList<>();
        used.stream()
                .limit(1)
                .forEach(name -> common.addAll(registry.provider(name).parameters()));
        for (String name : used) {
            List<Parameter> its = registry.provider(name).parameters();
            common.removeIf(p -> its.stream().noneMatch(q -> q.name().equals(p.name())));
        }
        return common;
    }

    /**
     * The declaration of a setting, under its name here.
     *
     * @throws org.mfg.api.InvalidInputException if there is none; the message tells the nearest known name
     */
    public Parameter parameter(String name) {
        Parameter parameter = declared.get(name);
        if (parameter == null) {
            throw Names.unknown("parameter", name, declared.keySet());
        }
        return parameter;
    }
}
