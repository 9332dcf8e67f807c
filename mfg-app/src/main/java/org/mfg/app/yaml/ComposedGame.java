package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mfg.api.coupling.Coupling;
import org.mfg.api.game.Diffusion;
import org.mfg.api.game.MeanFieldGame;
import org.mfg.api.game.MeanFieldGameBuilder;
import org.mfg.api.game.SpaceFunction;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.GameProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.app.study.ComposedOfParts;
import org.mfg.models.formula.Formulas;

/**
 * A game put together in a file. Its numbers and formulas are parameters whose defaults are the values in the file, so
 * that options can override them. A parameter of a part keeps its name where that is unique in the game; otherwise the
 * part's role goes before it: {@code coupling-2-lambda}.
 *
 * @param name the game's name
 * @param domain where it is played
 * @param isStationary whether it lasts for ever
 * @param own the parameters of the game itself: horizon, discount, viscosity and the formulas; death, target density and ceiling only where there are any
 * @param data the fields that are data from files, by the names of their parameters; another value of the parameter is a formula
 * @param hamiltonian the Hamiltonian
 * @param couplings the running couplings
 * @param terminalCouplings the terminal couplings
 * @param grid the grid unless the user asks for another
 */
record ComposedGame(
        String name,
        Domain domain,
        boolean isStationary,
        List<Parameter> own,
        Map<String, DataField> data,
        Part<Hamiltonian> hamiltonian,
        List<Part<Coupling>> couplings,
        List<Part<Coupling>> terminalCouplings,
        GridSection grid)
        implements GameProvider, ComposedOfParts {

    static final Parameter HORIZON = Parameter.real("horizon", 1, Range.above(0), "time", "the final time T");
    static final Parameter DISCOUNT = Parameter.real(
            "discount",
            0,
            Range.atLeast(0),
            "1/time",
            "the rate at which agents discount costs; 0 without an end: ergodic");
    static final Parameter VISCOSITY =
            Parameter.real(GameFile.VISCOSITY, 0, Range.atLeast(0), "length^2/time", "nu in dX = a dt + sqrt(2 nu) dW");
    static final Parameter MASS_SOURCE = Parameter.text(
            "mass-source", "0", Range.ANY, "agents per volume and time who enter, a formula in t and the position");
    static final Parameter DEATH_RATE =
            Parameter.real("death-rate", 1, Range.above(0), "1/time", "the rate at which agents die and are replaced");
    static final Parameter NEWBORN = Parameter.text(
            "newborn-density", "1", Range.ANY, "the density of newborns up to a factor, a formula in the position");
    static final Parameter RUNNING_COST =
            Parameter.text("running-cost", "0", Range.ANY, "the running cost, a formula in t and the position");
    static final Parameter TERMINAL_COST =
            Parameter.text("terminal-cost", "0", Range.ANY, "the terminal cost, a formula in the position");
    static final Parameter TARGET_DENSITY = Parameter.text(
            "target-density",
            "1",
            Range.ANY,
            "the density at the end up to a factor, a formula in the position, in place of a cost");
    static final Parameter CEILING = Parameter.text(
            "ceiling", "1", Range.ANY, "the largest density there is room for, a formula in t and the position");
    static final Parameter INITIAL_DENSITY = Parameter.text(
            "initial-density", "1", Range.ANY, "the initial density up to a factor, a formula in the position");

    @Override
    public String description() {
        return "a game put together in a file";
    }

    @Override
    public Map<String, String> parts() {
        Map<String, String> names = new LinkedHashMap<>();
        allParts().forEach(part -> names.put(part.role(), part.provider().name()));
        return names;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(own);
        Map<String, Integer> uses = uses();
        for (Part<?> part : allParts()) {
            for (Parameter p : part.provider().parameters()) {
                all.add(part.withDefault(p, exposed(part, p, uses)));
            }
        }
        return all;
    }

    @Override
    public List<String> equations(Parameters values) {
        Map<String, Integer> uses = uses();
        PartEquations.ParameterNames names = (part, p) -> exposed(part, p, uses);
        PartEquations equations = new PartEquations();
        equations.add("H(t, x, p, m)", hamiltonian, names);
        for (int k = 0; k < couplings.size(); k++) {
            equations.add(couplings.size() == 1 ? "F[m]" : "F_" + (k + 1) + "[m]", couplings.get(k), names);
        }
        for (int k = 0; k < terminalCouplings.size(); k++) {
            String symbol = terminalCouplings.size() == 1 ? "G[m]" : "G_" + (k + 1) + "[m]";
            equations.add(symbol, terminalCouplings.get(k), names);
        }
        String position = domain.axes().stream().map(Axis::name).collect(Collectors.joining(", "));
        String place = isStationary ? position : "t, " + position;
        equations.add("f(" + place + ")", values.text(RUNNING_COST.name()));
        viscosities().forEach(p -> {
            if (p.type() == Parameter.Type.TEXT) {
                equations.add("D_" + p.name().replaceFirst("viscosity-?", ""), values.text(p.name()));
            }
        });
        if (has(DEATH_RATE)) {
            equations.addUpToFactor("m_b(" + position + ")", values.text(NEWBORN.name()));
        }
        if (has(CEILING)) {
            equations.add("m_max(" + place + ")", values.text(CEILING.name()));
        }
        if (isStationary) {
            return equations.all();
        }
        if (has(TARGET_DENSITY)) {
            equations.addUpToFactor("m_T(" + position + ")", values.text(TARGET_DENSITY.name()));
        } else {
            equations.add("g(" + position + ")", values.text(TERMINAL_COST.name()));
        }
        equations.addUpToFactor("m0(" + position + ")", values.text(INITIAL_DENSITY.name()));
        return equations.all();
    }

    @Override
    public MeanFieldGame create(Parameters values) {
        MeanFieldGameBuilder game = MeanFieldGame.builder(name)
                .domain(domain)
                .diffusion(diffusion(values))
                .discount(values.real(DISCOUNT.name()))
                .hamiltonian(create(hamiltonian, values))
                .runningCost(ofSpaceTime(RUNNING_COST.name(), values))
                .initialDensity(ofSpace(INITIAL_DENSITY.name(), values));
        couplings.forEach(part -> game.coupling(create(part, values)));
        if (has(DEATH_RATE)) {
            game.death(values.real(DEATH_RATE.name()), ofSpace(NEWBORN.name(), values));
        }
        if (has(CEILING)) {
            game.ceiling(ofSpaceTime(CEILING.name(), values));
        }
        if (isStationary) {
            return game.forever().build();
        }
        String source = values.text(MASS_SOURCE.name());
        if (!source.equals(MASS_SOURCE.defaultValue())) {
            game.massSource(ofSpaceTime(MASS_SOURCE.name(), values));
        }
        terminalCouplings.forEach(part -> game.terminalCoupling(create(part, values)));
        if (has(TARGET_DENSITY)) {
            game.targetDensity(ofSpace(TARGET_DENSITY.name(), values));
        } else {
            game.terminalCost(ofSpace(TERMINAL_COST.name(), values));
        }
        return game.horizon(values.real(HORIZON.name())).build();
    }

    /** Whether the file gives a parameter that not every game has. */
    private boolean has(Parameter parameter) {
        return own.stream().anyMatch(p -> p.name().equals(parameter.name()));
    }

    private SpaceFunction ofSpace(String field, Parameters values) {
        Optional<DataField> given = data(field, values);
        if (given.isPresent()) {
            SpaceTimeFunction function = given.orElseThrow().function();
            return x -> function.at(0, x);
        }
        return Formulas.ofSpace(field, values.text(field), domain, Map.of());
    }

    /** Without a time in a stationary game. */
    private SpaceTimeFunction ofSpaceTime(String field, Parameters values) {
        Optional<DataField> given = data(field, values);
        if (given.isPresent()) {
            return given.orElseThrow().function();
        }
        if (isStationary) {
            SpaceFunction function = Formulas.ofSpace(field, values.text(field), domain, Map.of());
            return (t, x) -> function.at(x);
        }
        return Formulas.ofSpaceTime(field, values.text(field), domain, Map.of());
    }

    /** The data of a field, unless an option has put a formula in their place. */
    private Optional<DataField> data(String field, Parameters values) {
        return Optional.ofNullable(data.get(field)).filter(d -> d.text().equals(values.text(field)));
    }

    /** A number, or a formula for each axis. */
    private Diffusion diffusion(Parameters values) {
        List<Parameter> viscosities = viscosities();
        if (viscosities.get(0).type() != Parameter.Type.TEXT) {
            return Diffusion.of(values.real(VISCOSITY.name()));
        }
        List<String> names = viscosities.stream().map(Parameter::name).toList();
        List<DataField> given =
                names.stream().flatMap(name -> data(name, values).stream()).toList();
        if (!given.isEmpty()) {
            List<SpaceTimeFunction> fields =
                    names.stream().map(name -> ofSpaceTime(name, values)).toList();
            Diffusion diffusion = (t, x, axis) ->
                    fields.get(Math.min(axis, fields.size() - 1)).at(t, x);
            boolean isSteady = given.size() == fields.size() && given.stream().noneMatch(DataField::hasTime);
            return isSteady || isStationary ? Diffusion.steady((x, axis) -> diffusion.at(0, x, axis)) : diffusion;
        }
        return Formulas.diffusion(names, names.stream().map(values::text).toList(), domain, isStationary);
    }

    private List<Parameter> viscosities() {
        return own.stream().filter(p -> p.name().startsWith(VISCOSITY.name())).toList();
    }

    @Override
    public int[] defaultNodes() {
        return grid.nodes();
    }

    @Override
    public int defaultSteps() {
        return grid.steps();
    }

    @Override
    public double defaultTimeGrading() {
        return grid.timeGrading();
    }

    private <T> T create(Part<T> part, Parameters values) {
        Map<String, Integer> uses = uses();
        Map<String, Object> own = new LinkedHashMap<>();
        for (Parameter p : part.provider().parameters()) {
            own.put(p.name(), values.asMap().get(exposed(part, p, uses)));
        }
        return part.create(own);
    }

    private static String exposed(Part<?> part, Parameter p, Map<String, Integer> uses) {
        return uses.getOrDefault(p.name(), 0) == 1 ? p.name() : part.role() + "-" + p.name();
    }

    /** How often each parameter name occurs. */
    private Map<String, Integer> uses() {
        Map<String, Integer> uses = new HashMap<>();
        own.forEach(p -> uses.merge(p.name(), 1, Integer::sum));
        for (Part<?> part : allParts()) {
            part.provider().parameters().forEach(p -> uses.merge(p.name(), 1, Integer::sum));
        }
        return uses;
    }

    private List<Part<?>> allParts() {
        List<Part<?>> parts = new ArrayList<>();
        parts.add(hamiltonian);
        parts.addAll(couplings);
        parts.addAll(terminalCouplings);
        return parts;
    }
}
