package org.mfg.models.hamiltonian;

import java.util.List;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.HamiltonianProvider;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;

/** Provides {@link CongestionHamiltonian} as {@code congestion}. */
public final class CongestionHamiltonianProvider implements HamiltonianProvider {

    @Override
    public String name() {
        return "congestion";
    }

    @Override
    public String description() {
        return "H = |p|^beta/(beta (c + m)^alpha): moving through a crowd is dear (Achdou and Porretta 2018)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("beta", 2, Range.above(1), "", "the exponent of |p|"),
                Parameter.real(
                        "alpha",
                        1,
                        Range.atLeast(0),
                        "",
                        "the exponent of the density; one equilibrium up to 4 (beta - 1)/beta"),
                Parameter.real("constant", 1, Range.above(0), "density", "c: below it the crowd hardly matters"));
    }

    @Override
    public Hamiltonian create(Parameters parameters) {
        return new CongestionHamiltonian(
                parameters.real("beta"), parameters.real("alpha"), parameters.real("constant"));
    }
}
