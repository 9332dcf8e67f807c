package org.mfg.models.hamiltonian;

import java.util.List;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link AnisotropicQuadraticHamiltonian} as {@code anisotropic-quadratic}. */
public final class AnisotropicQuadraticHamiltonianProvider implements HamiltonianProvider {

    @Override
    public String name() {
        return "anisotropic-quadratic";
    }

    @Override
    public String description() {
        return "H = (mobility-x p_x^2 + mobility-y p_y^2 + mobility-z p_z^2)/2";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(mobility("x", "first"), mobility("y", "second"), mobility("z", "third"));
    }

    private static Parameter mobility(String axis, String which) {
        String description = "how easy motion along the " + which + " axis is; 0 forbids it";
        return Parameter.real("mobility-" + axis, 1, Range.atLeast(0), "", description);
    }

    @Override
    public Hamiltonian create(Parameters parameters) {
        return new AnisotropicQuadraticHamiltonian(
                parameters.real("mobility-x"), parameters.real("mobility-y"), parameters.real("mobility-z"));
    }
}
