package org.mfg.app.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mfg.api.InvalidInputException;
import org.mfg.api.grid.Axis;
import org.mfg.api.grid.Domain;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;

/** Reads the parameters of a game that is put together in a file: horizon, viscosity, costs, densities; each has what the file says for a default. */
final class OwnParameters {
    static final String FOREVER = "forever";
    static final String RATE = "rate";
    static final String NEWBORN = "newborn";
    static final List<String> DEATH = List.of(RATE, NEWBORN);

    /** The keys of what a game without an end has not. */
    static final List<String> END = List.of("terminal-cost", "terminal-couplings", "target-density", "mass-source");

    static final List<String> COSTS_AT_THE_END = List.of("terminal-cost", "terminal-couplings");

    private final Section root;
    private final Domain domain;
    private final Map<String, DataField> data = new HashMap<>();

    OwnParameters(Section root, Domain domain) {
        this.root = root;
        this.domain = domain;
    }

    /** The data files among what was read, by parameter. */
    Map<String, DataField> data() {
        return data;
    }

    /** All of them. */
    List<Parameter> read() {
        List<Parameter> own = new ArrayList<>();
        if (isStationary()) {
            for (String key : END) {
                root.find(key).ifPresent(value -> {
                    throw value.mustBe("not be given where the horizon is forever: a stationary game has no end");
                });
            }
        } else {
            own.add(fromFile(ComposedGame.HORIZON, true));
        }
        own.add(fromFile(ComposedGame.DISCOUNT, false));
        own.addAll(viscosities());
        own.add(field(ComposedGame.RUNNING_COST, false, !isStationary()));
        if (!isStationary()) {
            own.add(field(ComposedGame.MASS_SOURCE, false, true));
            own.add(end());
        }
        if (root.has(ComposedGame.CEILING.name())) {
            own.add(field(ComposedGame.CEILING, true, !isStationary()));
        }
        root.find("death").ifPresent(death -> own.addAll(death(death)));
        own.add(field(ComposedGame.INITIAL_DENSITY, !isStationary(), false));
        return own;
    }

    /** The rate at which agents die, and where newborns are. */
    private List<Parameter> death(Value death) {
        Section section = death.section();
        section.allowOnly("key of death", DEATH);
        Value newborn = section.required(NEWBORN);
        return List.of(
                valued(ComposedGame.DEATH_RATE, section.required(RATE).as(ComposedGame.DEATH_RATE)),
                valued(ComposedGame.NEWBORN, formulaOrData(ComposedGame.NEWBORN.name(), newborn, false)));
    }

    /** What is due at the end, or how the crowd has to be. */
    private Parameter end() {
        if (!root.has(ComposedGame.TARGET_DENSITY.name())) {
            return field(ComposedGame.TERMINAL_COST, false, false);
        }
        for (String key : COSTS_AT_THE_END) {
            root.find(key).ifPresent(value -> {
                throw value.mustBe("not be given with a target-density, which takes its place");
            });
        }
        return field(ComposedGame.TARGET_DENSITY, true, false);
    }

    /** Whether the game has no end. */
    boolean isStationary() {
        if (root.has("discount") && !root.has("horizon")) {
            throw InvalidInputException.because(
                            "horizon", "horizon is missing: a number, or forever for a stationary game")
                    .at(root.required("discount").place());
        }
        return root.find("horizon")
                .filter(Value::isText)
                .map(Value::text)
                .orElse("")
                .equals(FOREVER);
    }

    /** A number, a formula, or a formula for each axis of positions. */
    private List<Parameter> viscosities() {
        Value viscosity = root.required("viscosity");
        String description = "half the squared volatility, a formula in t and the position";
        if (viscosity.isText()) {
            try {
                return List.of(fromFile(ComposedGame.VISCOSITY, true));
            } catch (InvalidInputException e) {
                if (viscosity.text().matches("(?i)[-+0-9.e]*|[-+.]*(nan|inf|infinity)")) {
                    throw e;
                }
                return List.of(Parameter.text("viscosity", viscosity.text(), Range.ANY, description));
            }
        }
        List<String> names = domain.axes().stream()
                .limit(domain.positionAxes())
                .map(Axis::name)
                .toList();
        if (viscosity.isList()) {
            throw viscosity.mustBe("be a number, a formula, or one for each axis");
        }
        Section axes = viscosity.section();
        if (!names.contains(DataField.FILE) && axes.has(DataField.FILE)) {
            return List.of(Parameter.text(
                    "viscosity", ofData("viscosity", viscosity, !isStationary()), Range.ANY, description));
        }
        axes.allowOnly("axis of viscosity", names);
        return names.stream()
                .map(name -> Parameter.text(
                        "viscosity-" + name,
                        formulaOrData("viscosity-" + name, axes.required(name), !isStationary()),
                        Range.ANY,
                        description + ", on axis " + name))
                .toList();
    }

    /** A formula, or data from a file; its text is the parameter's default. */
    private Parameter field(Parameter p, boolean isRequired, boolean mayChange) {
        if (!root.find(p.name()).filter(DataField::isMeant).isPresent()) {
            return fromFile(p, isRequired);
        }
        return valued(p, ofData(p.name(), root.required(p.name()), mayChange));
    }

    private String formulaOrData(String name, Value value, boolean mayChange) {
        return DataField.isMeant(value) ? ofData(name, value, mayChange) : value.text();
    }

    private String ofData(String name, Value value, boolean mayChange) {
        boolean isDensity = name.equals(ComposedGame.INITIAL_DENSITY.name())
                || name.equals(ComposedGame.TARGET_DENSITY.name())
                || name.equals(ComposedGame.NEWBORN.name())
                || name.equals(ComposedGame.CEILING.name())
                || name.startsWith(ComposedGame.VISCOSITY.name());
        DataField field = DataField.read(value, domain, mayChange, isDensity);
        data.put(name, field);
        return field.text();
    }

    private Parameter fromFile(Parameter p, boolean isRequired) {
        if (!isRequired && !root.has(p.name())) {
            return p;
        }
        return valued(p, root.required(p.name()).as(p));
    }

    /** A parameter whose default is what the file says. */
    private static Parameter valued(Parameter p, Object value) {
        return new Parameter(p.name(), p.type(), value, p.range(), p.unit(), p.description());
    }
}
