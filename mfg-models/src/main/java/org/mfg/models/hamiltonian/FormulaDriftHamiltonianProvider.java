package org.mfg.models.hamiltonian;

import java.util.List;
import java.util.Map;
import org.mfg.api.game.SpaceTimeFunction;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.models.formula.Formula;

/**
 * Provides {@link DriftQuadraticHamiltonian} with a stream given by formulas as {@code formula-drift-quadratic}. The
 * coordinates of the first, second and third axis are x, y, z whatever the axes' names, the time is t. A formula is evaluated at every
 * node and step, which is slower than a plugin with the stream in code.
 */
public final class FormulaDriftHamiltonianProvider implements HamiltonianProvider {
    private static final List<String> VARIABLES = List.of("t", "x", "y", "z");

    @Override
    public String name() {
        return "formula-drift-quadratic";
    }

    @Override
    public String description() {
        return "H = |p|^2/2 - b(t, x).p: as drift-quadratic with a stream given by formulas of t, x, y, z";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(drift("x", "first"), drift("y", "second"), drift("z", "third"));
    }

    private static Parameter drift(String axis, String which) {
        String description = "the stream's speed along the " + which + " axis, a formula; for example sin(2*pi*x)";
        return Parameter.text("drift-" + axis, "0", Range.ANY, description);
    }

    @Override
    public Hamiltonian create(Parameters parameters) {
        return new DriftQuadraticHamiltonian(
                stream("drift-x", parameters), stream("drift-y", parameters), stream("drift-z", parameters));
    }

    private static SpaceTimeFunction stream(String name, Parameters parameters) {
        Formula formula = Formula.parse(name, parameters.text(name), VARIABLES, Map.of());
        if (formula.isConstant()) {
            double value = formula.at(0, 0, 0, 0);
            return (t, x) -> value;
        }
        return (t, x) -> formula.at(t, x[0], x.length > 1 ? x[1] : 0, x.length > 2 ? x[2] : 0);
    }
}
