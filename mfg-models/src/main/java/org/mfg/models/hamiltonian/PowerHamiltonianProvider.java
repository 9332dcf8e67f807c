package org.mfg.models.hamiltonian;

import java.util.List;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link PowerHamiltonian} as {@code power}. */
public final class PowerHamiltonianProvider implements HamiltonianProvider {

    @Override
    public String name() {
        return "power";
    }

    @Override
    public String description() {
        return "H = |p|^beta/beta";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.real("beta", 2, Range.above(1), "", "the exponent of |p|"));
    }

    @Override
    public Hamiltonian create(Parameters parameters) {
        return new PowerHamiltonian(parameters.real("beta"));
    }
}
