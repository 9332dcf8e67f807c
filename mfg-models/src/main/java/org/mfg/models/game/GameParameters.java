package org.mfg.models.game;

import org.mfg.api.hamiltonian.Hamiltonian;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.models.hamiltonian.CongestionHamiltonian;
import org.mfg.models.hamiltonian.PowerHamiltonian;
import org.mfg.models.hamiltonian.QuadraticHamiltonian;

/** The parameters that several games share, so that they read the same everywhere. */
final class GameParameters {
    private GameParameters() {}

    static Parameter viscosity(double defaultValue) {
        return Parameter.real(
                "viscosity", defaultValue, Range.atLeast(0), "length^2/time", "nu in dX = a dt + sqrt(2 nu) dW");
    }

    static Parameter horizon(double defaultValue) {
        return Parameter.real("horizon", defaultValue, Range.above(0), "time", "the final time T");
    }

    static Parameter lambda(double defaultValue) {
        return Parameter.real(
                "lambda", defaultValue, Range.ANY, "", "the coupling's strength; < 0 attracts, uniqueness may be lost");
    }

    static Parameter gamma() {
        return Parameter.real("gamma", 1, Range.above(0), "", "the coupling's exponent: lambda m^gamma");
    }

    static Parameter dimension() {
        return Parameter.integer("dimension", 1, Range.between(1, 3), "the number of axes");
    }

    static Parameter beta() {
        return Parameter.real("beta", 2, Range.above(1), "", "the Hamiltonian's exponent: |p|^beta/beta");
    }

    /** |p|^β/β; the quadratic one is axiswise, for which the upwind scheme is sharper. */
    static Hamiltonian power(double beta) {
        return beta == 2 ? new QuadraticHamiltonian() : new PowerHamiltonian(beta);
    }

    static Parameter alpha(double defaultValue) {
        return Parameter.real(
                "alpha",
                defaultValue,
                Range.between(0, 4),
                "",
                "congestion: H = |p|^2/(2 (1 + m)^alpha); one equilibrium up to 2");
    }

    /** |p|²/(2 (1 + m)^α). */
    static Hamiltonian congestion(double alpha) {
        return alpha == 0 ? new QuadraticHamiltonian() : new CongestionHamiltonian(2, alpha, 1);
    }

    static Parameter center(double defaultValue) {
        return Parameter.real(
                "center", defaultValue, Range.between(0, 1), "length", "where the crowd starts, on every axis");
    }

    static Parameter concentration(double defaultValue) {
        return Parameter.real(
                "concentration",
                defaultValue,
                Range.atLeast(0),
                "1/length^2",
                "how narrow the crowd starts; 0: uniform");
    }

    static Parameter target(double defaultValue) {
        return Parameter.real(
                "target", defaultValue, Range.ANY, "length", "where agents want to be at the end, on every axis");
    }
}
