package org.mfg.solvers.path;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mfg.api.hamiltonian.AxiswiseHamiltonian;
import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.hamiltonian.NumericalHamiltonian;
import org.mfg.api.hamiltonian.RadialHamiltonian;

/**
 * In each time step the Hamiltonian of that step, where it has no structure, or a flux of its own.
 *
 * @param levels by step
 */
record HamiltonianPath(Steps steps, Hamiltonian[] levels) implements Hamiltonian {

    /** The path of Hamiltonians, one for each step; with their structure, where they share it, so that the scheme is the same as for each. */
    static Hamiltonian of(Steps steps, List<Hamiltonian> levels, int dimension) {
        if (levels.get(0).numericalHamiltonian(dimension).isPresent()) {
            return new HamiltonianPath(steps, levels.toArray(Hamiltonian[]::new));
        }
        if (levels.stream().allMatch(AxiswiseHamiltonian.class::isInstance)) {
            return new AxiswisePath(steps, levels.toArray(AxiswiseHamiltonian[]::new));
        }
        if (levels.stream().allMatch(RadialHamiltonian.class::isInstance)) {
            return new RadialPath(steps, levels.toArray(RadialHamiltonian[]::new));
        }
        return new HamiltonianPath(steps, levels.toArray(Hamiltonian[]::new));
    }

    private Hamiltonian at(double t) {
        return levels[steps.at(t)];
    }

    @Override
    public double value(double t, double[] x, double[] p, double m) {
        return at(t).value(t, x, p, m);
    }

    @Override
    public void momentumGradient(double t, double[] x, double[] p, double m, double[] gradient) {
        at(t).momentumGradient(t, x, p, m, gradient);
    }

    @Override
    public void momentumHessian(double t, double[] x, double[] p, double m, double[] hessian) {
        at(t).momentumHessian(t, x, p, m, hessian);
    }

    @Override
    public boolean dependsOnDensity() {
        return levels[0].dependsOnDensity();
    }

    @Override
    public double densityDerivative(double t, double[] x, double[] p, double m) {
        return at(t).densityDerivative(t, x, p, m);
    }

    @Override
    public Optional<NumericalHamiltonian> numericalHamiltonian(int dimension) {
        if (levels[0].numericalHamiltonian(dimension).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FluxPath(
                steps,
                Arrays.stream(levels)
                        .map(level -> level.numericalHamiltonian(dimension).orElseThrow())
                        .toArray(NumericalHamiltonian[]::new)));
    }
}
