package org.mfg.solvers.newton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mfg.api.equilibrium.EquilibriumSolver;
import org.mfg.api.progress.StoppingRule;
import org.mfg.api.spi.Parameter;
import org.mfg.api.spi.Parameter.Range;
import org.mfg.api.spi.Parameters;
import org.mfg.api.spi.SolverProvider;

/** Provides {@link NewtonSolver} as {@code newton}. */
public final class NewtonSolverProvider implements SolverProvider {

    @Override
    public String name() {
        return "newton";
    }

    @Override
    public String description() {
        return "Newton's method on the coupled system, by GMRES, with continuation in the viscosity when it stalls";
    }

    @Override
    public int defaultLevels() {
        return 5;
    }

    @Override
    public List<Parameter> parameters() {
        KrylovSettings krylov = KrylovSettings.DEFAULT;
        List<Parameter> parameters = new ArrayList<>(StoppingRule.parameters(200));
        parameters.add(Parameter.real(
                "krylov-tolerance",
                krylov.tolerance(),
                new Range(0, true, 1, true, List.of()),
                "",
                "loosest relative tolerance of the linear systems"));
        parameters.add(Parameter.integer(
                "krylov-steps",
                krylov.maxSteps(),
                Range.between(1, 1_000_000),
                "Krylov steps allowed for a Newton step"));
        parameters.add(Parameter.integer(
                "krylov-memory", krylov.memory(), Range.between(1, 10_000), "Krylov vectors kept before a restart"));
        parameters.add(Parameter.text(
                "preconditioner",
                "auto",
                Range.oneOf("auto", "none", "multigrid"),
                "of the linear systems: multigrid in space, where it takes fewer sweeps (auto), never or always"));
        parameters.add(Parameter.flag("continuation", true, "when it stalls, start again from larger viscosities"));
        return parameters;
    }

    @Override
    public EquilibriumSolver create(Parameters parameters) {
        KrylovSettings krylov = new KrylovSettings(
                parameters.real("krylov-tolerance"),
                parameters.integer("krylov-steps"),
                parameters.integer("krylov-memory"),
                Preconditioner.valueOf(parameters.text("preconditioner").toUpperCase(Locale.ROOT)));
        return new NewtonSolver(StoppingRule.from(parameters), krylov, parameters.flag("continuation"));
    }
}
