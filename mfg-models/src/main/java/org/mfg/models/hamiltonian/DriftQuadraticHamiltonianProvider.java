package org.mfg.models.hamiltonian;

import java.util.List;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link DriftQuadraticHamiltonian} with a constant stream as {@code drift-quadratic}. */
public final class DriftQuadraticHamiltonianProvider implements HamiltonianProvider {

    @Override
    public String name() {
        return "drift-quadratic";
    }

    @Override
    public String description() {
        return "H = |p|^2/2 - b.p: agents in a stream b pay |a - b|^2/2 for a drift a";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(drift("x", "first"), drift("y", "second"), drift("z", "third"));
    }

    private static Parameter drift(String axis, String which) {
        String description = "the stream's speed along the " + which + " axis";
        return Parameter.real("drift-" + axis, 0, Range.ANY, "length/time", description);
    }

    @Override
    public Hamiltonian create(Parameters parameters) {
        return DriftQuadraticHamiltonian.constant(
                parameters.real("drift-x"), parameters.real("drift-y"), parameters.real("drift-z"));
    }
}
