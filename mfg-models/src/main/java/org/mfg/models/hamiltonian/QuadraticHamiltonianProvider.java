package org.mfg.models.hamiltonian;

import java.util.List;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link QuadraticHamiltonian} as {@code quadratic}. */
public final class QuadraticHamiltonianProvider implements HamiltonianProvider {

    @Override
    public String name() {
        return "quadratic";
    }

    @Override
    public String description() {
        return "H = |p|^2/(2 cost): an agent with drift a pays cost |a|^2/2";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.real("cost", 1, Range.above(0), "", "the cost of motion"));
    }

    @Override
    public Hamiltonian create(Parameters parameters) {
        return new QuadraticHamiltonian(parameters.real("cost"));
    }
}
