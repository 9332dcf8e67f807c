package com.example.mfg;

import java.util.List;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Lets users write {@code relativistic}. */
public final class RelativisticHamiltonianProvider implements HamiltonianProvider {

    @Override
    public String name() {
        return "relativistic";
    }

    @Override
    public String description() {
        return "H = c (sqrt(c^2 + |p|^2) - c): agents who never move faster than c";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.real("maximal-speed", 1, Range.above(0), "length/time", "the speed limit c"));
    }

    @Override
    public Hamiltonian create(Parameters parameters) {
        return new RelativisticHamiltonian(parameters.real("maximal-speed"));
    }
}
